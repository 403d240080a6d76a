using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Where there are several hubs, every cluster has one that it belongs to.</summary>
sealed class HomeHubCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1111", "A cluster has no home hub", DiagnosticSeverity.Error)
    {
        Sources = ["remote_write url"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        if (subject.Hubs.Count < 2)
            yield break;

        var homeless = subject.Clusters.Where(cluster => cluster.IsDelivered && cluster.Shape.Writes.Home is null);
        foreach (var profile in homeless.GroupBy(cluster => cluster.Shape.Base.Profile.Authored, ReferenceEqualityComparer.Instance))
        {
            var first = profile.First().Authored;
            var others = profile.Count() - 1;
            yield return Descriptor.On(
                first,
                FormattableString.Invariant($"{first.Designation}{(others == 0 ? "" : $" and {others} more of {first.Profile.Designation}")} could write to any of {subject.Hubs.Count} hubs, and nothing says to which. Set Hub of the profile, of the cluster, or in the inventory."));
        }
    }
}
