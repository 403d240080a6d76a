using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>No label that tells clusters apart is taken for one that tells replicas apart, or hidden by the hub's own.</summary>
sealed class IdentityLabelCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1052", "A label that tells clusters apart is lost on the hub", DiagnosticSeverity.Error)
    {
        Sources = ["thanos query --query.replica-label", "thanos rule --label"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        var identity = topology.ClustersOf(hub).SelectMany(cluster => cluster.ExternalLabels.Keys).Append(ClusterBinding.IdentityLabel).ToHashSet(StringComparer.Ordinal);
        foreach (var label in hub.Querier?.Authored.ReplicaLabels ?? [])
            if (identity.Contains(label))
                yield return Descriptor.On(
                    hub.Querier!.Authored,
                    $"The replica label '{label}' of the Querier is one that managed clusters carry, so queries would take series of different clusters for one. Name only labels that tell replicas apart.",
                    nameof(Querier.ReplicaLabels));
        foreach (var label in hub.Ruler?.ExternalLabels.Keys ?? [])
            if (identity.Contains(label))
                yield return Descriptor.On(
                    hub.Ruler!.Authored,
                    $"The external label '{label}' of the Ruler takes the place of the same label in every result, so alerts would no longer say which cluster they are about. Use another name.",
                    nameof(Ruler.ExternalLabels));
    }
}
