using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>A hashring has a node for each copy.</summary>
sealed class ReplicationCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1015", "The replication factor is above the ingestors", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive --receive.replication-factor"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        if (subject.Hub?.Receive is { } receive && receive.ReplicationFactor > receive.Ingestors)
            yield return Descriptor.On(
                receive.Authored,
                $"Receive of {subject.Hub.Authored.Designation} keeps each sample on {receive.ReplicationFactor} ingestors and has {receive.Ingestors}; Thanos refuses such a hashring. Set Ingestors to {receive.ReplicationFactor} or more, or lower ReplicationFactor.",
                receive.Authored.ReplicationFactor is null ? nameof(Receive.Ingestors) : nameof(Receive.ReplicationFactor));
    }
}
