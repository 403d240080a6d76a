using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>A ring with zones survives the loss of one.</summary>
sealed class ZoneCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1046", "A hashring does not survive the loss of a zone", DiagnosticSeverity.Warning)
    {
        Sources = ["thanos receive: hashring endpoints with az"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive is not { } receive)
            yield break;

        foreach (var ring in receive.Rings)
        {
            if (ring.Authored is not { Zones: { Count: > 0 } zones } authored)
                continue;

            if (zones.Count < receive.ReplicationFactor)
                yield return Descriptor.On(authored, $"The {authored.Designation} has {zones.Count} zones for {receive.ReplicationFactor} copies, so a zone holds two copies of some samples and its loss stops writes. Add zones or lower ReplicationFactor.", nameof(Hashring.Zones));
            else if (ring.Ingestors % zones.Count != 0)
                yield return Descriptor.On(authored, $"The {ring.Ingestors} ingestors of {authored.Designation} do not divide over {zones.Count} zones, so those of the smallest zone hold more series each. Make Ingestors a multiple of {zones.Count}.", nameof(Hashring.Ingestors));
        }
    }
}
