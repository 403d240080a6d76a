using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Blocks live until they are downsampled; with less the Compactor does not start.</summary>
sealed class BlockRetentionCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1048", "Blocks are deleted before they are downsampled", DiagnosticSeverity.Error)
    {
        Sources = ["thanos compact --retention.resolution-raw, --retention.resolution-5m"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Compactor is not { Downsampling: true } compactor)
            yield break;

        if (TooShort(compactor.RawRetention, 40.Hours))
            yield return Finding(compactor, "raw samples", compactor.RawRetention, "40h", nameof(BlockRetention.Raw));
        if (TooShort(compactor.FiveMinutesRetention, 10.Days))
            yield return Finding(compactor, "samples of 5 minutes", compactor.FiveMinutesRetention, "10d", nameof(BlockRetention.FiveMinutes));
    }

    static bool TooShort(Duration kept, Duration least) => kept != BlockRetention.Forever && kept < least;

    Diagnostic Finding(BoundCompactor compactor, string what, Duration kept, string least, string property) => Descriptor.On(
        compactor.Authored,
        $"The Compactor keeps {what} for {kept} and downsamples them after {least}; Thanos refuses to start so. Set {property} to at least {least}, or Downsampling to false.",
        property);
}
