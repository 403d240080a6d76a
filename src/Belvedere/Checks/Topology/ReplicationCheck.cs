using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>A hashring has a node for each copy.</summary>
sealed class ReplicationCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1015", "The replication factor is above the ingestors", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive --receive.replication-factor"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive is not { } receive)
            yield break;

        foreach (var ring in receive.Rings)
        {
            if (receive.ReplicationFactor <= ring.Ingestors)
                continue;

            var at = ring.Authored ?? (Element)receive.Authored;
            yield return Descriptor.On(
                at,
                $"{(ring.Authored is null ? $"Receive of {hub.Authored.Designation}" : $"Receive's {at.Designation}")} keeps each sample on {receive.ReplicationFactor} ingestors and has {ring.Ingestors}; Thanos refuses such a hashring. Set Ingestors to {receive.ReplicationFactor} or more, or lower ReplicationFactor.",
                ring.Authored is null && receive.Authored.ReplicationFactor is not null ? nameof(Receive.ReplicationFactor) : nameof(Receive.Ingestors));
        }
    }
}
