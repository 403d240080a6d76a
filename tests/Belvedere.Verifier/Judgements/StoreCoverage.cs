using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>The Store Gateways' parts by time reach from the oldest block to those that ingestors still have, and their parts by hash are a whole.</summary>
sealed class StoreCoverage : SiteJudgement
{
    /// <summary>From the first sample of a block to its being served: two hours of head, one until it is cut, upload and discovery.</summary>
    static readonly TimeSpan Delay = TimeSpan.FromHours(4);

    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        var stores = site.Programs.Where(program => program.IsThanos("store")).ToList();
        if (stores is [])
            yield break;

        foreach (var unknown in stores.Where(store => Share.Of(store) is null))
            yield return (unknown.Pods.Owner.ToString(), "its share of the blocks is not to be understood.");

        var ranges = stores.GroupBy(store => (Oldest: Age(store.Flag("--min-time")) ?? TimeSpan.MaxValue, Newest: Age(store.Flag("--max-time")) ?? TimeSpan.Zero)).OrderBy(range => range.Key.Newest).ToList();
        foreach (var range in ranges)
        {
            var subject = string.Join(", ", range.Select(store => store.Pods.Owner.Name));
            if (!Share.IsWhole([.. range.Select(Share.Of).OfType<Share>()]))
                yield return (subject, "their shares by hash are no whole: blocks are served twice or not at all.");
            if (range.Key.Oldest <= range.Key.Newest)
                yield return (subject, "its range is empty.");
        }

        // What no store serves yet, ingestors must still have.
        var retention = Hashring.Ingestors(site).Select(ingestor => Durations.Parse(ingestor.Flag("--tsdb.retention"))).OfType<TimeSpan>().DefaultIfEmpty(TimeSpan.MaxValue).Min();
        if (ranges[0].Key.Newest > TimeSpan.Zero && ranges[0].Key.Newest + Delay > retention)
            yield return ("store gateways", $"the newest that they serve is {ranges[0].Key.Newest} old, and ingestors forget after {retention}.");

        var reached = ranges[0].Key.Oldest;
        foreach (var range in ranges.Skip(1))
        {
            if (range.Key.Newest > reached)
                yield return ("store gateways", $"nothing serves blocks between {reached} and {range.Key.Newest} of age.");
            reached = range.Key.Oldest > reached ? range.Key.Oldest : reached;
        }

        var kept = site.Programs.Where(program => program.IsThanos("compact")).Select(Kept).DefaultIfEmpty(TimeSpan.MaxValue).Max();
        if (reached < kept)
            yield return ("store gateways", $"the oldest that they serve is {reached} old, and blocks are kept for {(kept == TimeSpan.MaxValue ? "ever" : kept)}.");
    }

    static TimeSpan Kept(Program compactor) => ((string[])["raw", "5m", "1h"]).Select(level => Durations.Parse(compactor.Flag($"--retention.resolution-{level}")) is { } length && length > TimeSpan.Zero ? length : TimeSpan.MaxValue).Max();

    static TimeSpan? Age(string? relative) => -Durations.Parse(relative);
}
