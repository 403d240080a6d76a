using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Knowledge;
using Belvedere.Lowering.Delivery.Acm;

namespace Belvedere.Checks.Topology;

/// <summary>Names that deliveries are given, or make, are ones that the hub takes.</summary>
sealed class DeliveryNameCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV7015", "A name of a delivery is not taken", DiagnosticSeverity.Error)
    {
        Sources = ["ACM subscription webhook: 37 characters", "OCM Placement: 63 characters"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        if (subject.Deliveries.AddOn is { Authored: var addOn })
        {
            if (DnsName.LabelProblem(addOn.Name) is { } problem)
                yield return Descriptor.On(addOn, $"The name '{addOn.Name}' of {addOn.Designation} is no DNS label: {problem}. Write a name such as 'metrics'.");
            foreach (var shared in subject.Bases.Where(shared => subject.OwnerOf(shared) is AcmAddOn))
                if (TooLong(AddOnLowering.NameOf(subject.Deliveries.AddOn, shared), "open-cluster-management.placement-name") is { } reason)
                    yield return Descriptor.On(addOn, $"{addOn.Designation} makes a Placement for {shared.Profile.Authored.Designation} whose name {reason}. Shorten the name of the add-on or of the profile.");
        }

        if (subject.Deliveries.Subscription is { Authored: var subscription })
            foreach (var shared in subject.Bases.Where(shared => subject.OwnerOf(shared) is AcmSubscription))
                if (TooLong(SubscriptionLowering.NameOf(subject, shared), "advanced-cluster-management.subscription-name") is { } reason)
                    yield return Descriptor.On(subscription, $"{subscription.Designation} makes a Subscription for {shared.Profile.Authored.Designation} whose name {reason}. Shorten the name of the topology or of the profile.");
    }

    static string? TooLong(string name, string limit) => name.Length <= Limits.Of(limit).Maximum
        ? null
        : FormattableString.Invariant($"'{name}' has {name.Length} characters; at most {Limits.Of(limit).Maximum} are taken");
}
