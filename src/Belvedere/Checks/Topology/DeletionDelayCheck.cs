using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>A block that is marked for deletion is no longer served when it goes, and nobody still waits for it to be complete.</summary>
sealed class DeletionDelayCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1049", "Blocks are deleted while they are served", DiagnosticSeverity.Error)
    {
        Sources = ["thanos store --ignore-deletion-marks-delay", "thanos compact --delete-delay, --consistency-delay"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Compactor is not { } compactor)
            yield break;

        if (hub.StoreGateway is { } store && store.IgnoreDeletionMarksDelay >= compactor.DeleteDelay)
            yield return Descriptor.On(
                compactor.Authored,
                $"The Compactor deletes marked blocks after {compactor.DeleteDelay} and the Store Gateway serves them for {store.IgnoreDeletionMarksDelay}, so queries fail on blocks that are gone. Make DeleteDelay the longer one.",
                nameof(Compactor.DeleteDelay));
        if (compactor.ConsistencyDelay >= compactor.DeleteDelay)
            yield return Descriptor.On(
                compactor.Authored,
                $"The Compactor deletes partial blocks after {compactor.DeleteDelay} and takes blocks for partial for {compactor.ConsistencyDelay}. Make DeleteDelay the longer one.",
                nameof(Compactor.DeleteDelay));
    }
}
