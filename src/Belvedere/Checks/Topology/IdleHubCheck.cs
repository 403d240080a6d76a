using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Of several hubs, each that receives has somebody who writes.</summary>
sealed class IdleHubCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1116", "Nobody writes to a hub", DiagnosticSeverity.Warning);

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (topology.Hubs.Count > 1 && hub.Receive is { } receive && !topology.ClustersOf(hub).Any(cluster => cluster.IsDelivered))
            yield return Descriptor.On(
                hub.Authored,
                $"{hub.Authored.Designation} has {receive.Ingestors} ingestors, and no cluster writes to it. Make it the Hub or SecondHub of a profile or of clusters, or leave Receive out.",
                nameof(Hub.Receive));
    }
}
