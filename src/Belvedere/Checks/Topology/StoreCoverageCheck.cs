using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Every block is served by some part of the Store Gateway, and no sample falls between the ingestors and the blocks.</summary>
sealed class StoreCoverageCheck : HubCheck
{
    // A head block spans two hours and is cut an hour later; then it is uploaded, and the Store Gateway sees it at its next look.
    static readonly Duration UploadTime = 4.Hours;

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1047", "No part of the Store Gateway serves some time", DiagnosticSeverity.Error)
    {
        Sources = ["thanos store --min-time, --max-time", "thanos receive --tsdb.retention"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.StoreGateway is not { } store || store.Authored.Ranges is [])
            yield break;

        foreach (var range in store.Authored.Ranges)
            if (range.Oldest is { } oldest && (range.Newest ?? new(0)) >= oldest)
                yield return Descriptor.On(range, $"The {range.Designation} ends at an age of {oldest} and begins at {range.Newest ?? new(0)}, so it is empty. Oldest is the greater age.", nameof(StoreRange.Oldest));

        var ranges = store.Authored.Ranges.OrderBy(range => range.Newest ?? new(0)).ToList();
        if (Retention(hub) is { } kept && ranges[0].Newest is { } newest && newest.Milliseconds > kept.Milliseconds - UploadTime.Milliseconds)
            yield return Descriptor.On(ranges[0], $"Ingestors keep samples for {kept} and {ranges[0].Designation} serves none younger than {newest}: what is uploaded late is served by nobody. Set Newest to {new Duration(Math.Max(0, kept.Milliseconds - UploadTime.Milliseconds))} or less.", nameof(StoreRange.Newest));

        Duration? covered = ranges[0].Oldest;
        foreach (var range in ranges.Skip(1))
        {
            if (covered is not { } until)
                yield break;

            if ((range.Newest ?? new(0)) > until)
                yield return Descriptor.On(range, $"No part of the Store Gateway serves samples of an age between {until} and {range.Newest}. Let {range.Designation} begin at {until} or less, with some overlap.", nameof(StoreRange.Newest));
            covered = range.Oldest is { } oldest && oldest > until ? oldest : range.Oldest is null ? null : covered;
        }

        if (covered is { } end && Horizon(hub) is var horizon && (horizon is null || end < horizon))
            yield return Descriptor.On(ranges[^1], $"Blocks are kept for {(horizon is { } length ? length.ToString() : "ever")} and no part of the Store Gateway serves those older than {end}. Leave out Oldest of the last range.", nameof(StoreRange.Oldest));
    }

    // The ring that keeps samples for the shortest time.
    static Duration? Retention(BoundHub hub) => hub.Receive is { } receive ? receive.Rings.Min(ring => ring.Retention) : null;

    // The age of the oldest block; null for no end.
    static Duration? Horizon(BoundHub hub)
    {
        if (hub.Compactor is not { } compactor)
            return null;

        Duration[] kept = compactor.Downsampling ? [compactor.RawRetention, compactor.FiveMinutesRetention, compactor.OneHourRetention] : [compactor.RawRetention];
        return kept.Contains(BlockRetention.Forever) ? null : kept.Max();
    }
}
