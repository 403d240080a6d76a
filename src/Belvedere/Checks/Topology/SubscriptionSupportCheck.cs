using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Who delivers by Subscription knows its limits.</summary>
sealed class SubscriptionSupportCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV7016", "Subscriptions are deprecated", DiagnosticSeverity.Warning)
    {
        Sources = ["ACM documentation: application lifecycle is deprecated"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        if (subject.Deliveries.Subscription is { Authored: var delivery })
            yield return Descriptor.On(
                delivery,
                $"{delivery.Designation} has every cluster clone the repository itself, gives all clusters of a base the same objects, and is deprecated by Advanced Cluster Management. Deliver by AcmAddOn or ArgoCd, or suppress this where it is known.");
    }
}
