using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Nothing is forgotten before it is kept elsewhere, one compactor works on each block, and all speak of one bucket.</summary>
sealed class BlockLifetimes : SiteJudgement
{
    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        var (ingestors, compactors) = (Hashring.Ingestors(site).ToList(), site.Programs.Where(program => program.IsThanos("compact")).ToList());
        foreach (var writer in ingestors.Concat(site.Programs.Where(program => program.IsThanos("rule"))))
            if (!(Durations.Parse(writer.Flag("--tsdb.retention")) >= TimeSpan.FromHours(6)))
                yield return (writer.Pods.Owner.ToString(), "it keeps samples for less than six hours: an upload that fails once loses them.");
        foreach (var writer in ingestors.Where(program => program.Pods.Owner.Spec["template"].At("spec", "terminationGracePeriodSeconds").Number is null or < 300))
            yield return (writer.Pods.Owner.ToString(), "it has no time to upload its head when it stops.");

        foreach (var compactor in compactors)
            foreach (var problem in Judge(site, compactor, ingestors))
                yield return (compactor.Pods.Owner.ToString(), problem);
        if (compactors.Count > 0 && !Share.IsWhole([.. compactors.Select(Share.Of).OfType<Share>()]))
            yield return ("compactors", "their shares of the bucket are no whole: two work on one block, or none.");

        var users = site.Programs.Where(program => program.Has("--objstore.config-file")).ToList();
        foreach (var bucket in users.Select(program => Bucket(program)).Distinct().Skip(1))
            yield return ("object storage", $"'{bucket}' is another bucket than the first.");
        foreach (var lost in ingestors.Where(program => !program.Has("--objstore.config-file") && users.Count > 0))
            yield return (lost.Pods.Owner.ToString(), "it uploads nothing, and others read blocks.");
        foreach (var missing in users.Where(program => program.FileOf("--objstore.config-file") is null && program.TreeOf("--objstore.config-file").Exists == false && !FromSecret(program)))
            yield return (missing.Pods.Owner.ToString(), "its configuration of the object storage is not there.");
    }

    static IEnumerable<string> Judge(Site site, Program compactor, List<Program> ingestors)
    {
        if (compactor.Pods.Replicas != 1)
            yield return "it must be one pod.";
        TimeSpan? Kept(string level) => Durations.Parse(compactor.Flag($"--retention.resolution-{level}"));
        var downsamples = !compactor.Has("--downsampling.disable");
        if (downsamples && Kept("raw") is { } raw && raw > TimeSpan.Zero && raw < TimeSpan.FromHours(40))
            yield return "raw samples are gone before they are downsampled: Thanos refuses that.";
        if (downsamples && Kept("5m") is { } five && five > TimeSpan.Zero && five < TimeSpan.FromDays(10))
            yield return "samples of five minutes are gone before they are downsampled: Thanos refuses that.";

        var delete = Durations.Parse(compactor.Flag("--delete-delay")) ?? TimeSpan.FromHours(48);
        foreach (var store in site.Programs.Where(program => program.IsThanos("store")))
            if ((Durations.Parse(store.Flag("--ignore-deletion-marks-delay")) ?? TimeSpan.FromHours(24)) >= delete)
                yield return $"{store.Pods.Owner} serves blocks that are deleted already.";
        if ((Durations.Parse(compactor.Flag("--consistency-delay")) ?? TimeSpan.FromMinutes(30)) >= delete)
            yield return "blocks are deleted before they are consistent.";

        var vertical = compactor.Has("--deduplication.replica-label") || compactor.Has("--compact.enable-vertical-compaction");
        if (!vertical && ingestors.Any(ingestor => Durations.Parse(ingestor.Flag("--tsdb.out-of-order.time-window")) > TimeSpan.Zero))
            yield return "ingestors take samples out of order, whose blocks overlap: without vertical compaction it halts.";
    }

    static string Bucket(Program program)
    {
        var file = program.TreeOf("--objstore.config-file");
        var config = file["config"];
        return string.Join(' ', ((string?[])[file["type"].Text, config["bucket"].Text, config["container"].Text, config["storage_account"].Text, config["directory"].Text, config["endpoint"].Text, file["prefix"].Text]).Where(text => text is not null));
    }

    static bool FromSecret(Program program) => program.Container["volumeMounts"].Items.Any(mount => program.Flag("--objstore.config-file")!.StartsWith($"{mount["mountPath"].Text}/", StringComparison.Ordinal)
        && program.Pods.Spec["volumes"].Items.Any(volume => volume["name"].Text == mount["name"].Text && volume["secret"].Exists));
}
