using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>The Store Gateway: a StatefulSet for each part, which takes its share of the blocks by time and by hash.</summary>
static class StoreGatewayLowering
{
    const string DataFolder = "/var/thanos/store";
    const string ConfigFolder = "/etc/thanos/store";
    const string IndexCacheFile = "index-cache.yaml";
    const string BucketCacheFile = "bucket-cache.yaml";
    const string SelectorFile = "selector.yaml";

    /// <summary>The StatefulSet of a part, and its Service.</summary>
    public static string NameOf(BoundStorePart part) => $"thanos-store-{part.Name}";

    public static IEnumerable<Workload> Workloads(BoundTopology topology, BoundHub hub) =>
        hub.StoreGateway is { } store ? store.Parts.Select(part => Workload(topology, hub, store, part)) : [];

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub) =>
        hub.StoreGateway is { } store
            ? store.Parts.Select(part => ThanosWorkload.ConfigMap(topology, hub, NameOf(part), store.Authored, [.. Files(hub, store, part).Select(file => KeyValuePair.Create(file.Name, file.Text))]))
            : [];

    static Workload Workload(BoundTopology topology, BoundHub hub, BoundStoreGateway store, BoundStorePart part)
    {
        var storage = ObjectStorageLowering.For(hub, StorageRole.Reader);
        var files = Files(hub, store, part);
        var workload = ThanosWorkload.Of(
            topology,
            hub,
            part.Component,
            "store",
            NameOf(part),
            "store-gateway",
            store.Replicas,
            // A first start fetches the index header of every block.
            new Probes("http", ReadyFailures: 20, LiveFailures: 8, Startup: 30.Minutes),
            2.Minutes,
            [
                Argument.Of("--data-dir", DataFolder),
                .. storage.Arguments,
                .. files.Select(file => Argument.Of(file.Flag, $"{ConfigFolder}/{file.Name}")),
                .. Argument.IfSaid("--min-time", Past(part.Range?.Oldest)),
                .. Argument.IfSaid("--max-time", Past(part.Range?.Newest)),
                Argument.Of("--ignore-deletion-marks-delay", store.IgnoreDeletionMarksDelay),
                .. store.LazyIndexHeaders ? [new Argument("--store.enable-index-header-lazy-reader")] : Enumerable.Empty<Argument>(),
                .. Argument.IfSaid("--chunk-pool-size", store.Authored.ChunkPool),
                .. Argument.IfSaid("--store.grpc.series-max-concurrency", store.Authored.MaxConcurrent),
                .. Argument.IfSaid("--store.limits.request-series", store.Authored.SeriesLimit),
                .. Argument.IfSaid("--store.limits.request-samples", store.Authored.SamplesLimit),
                .. Argument.IfSaid("--store.grpc.downloaded-bytes-limit", store.Authored.DownloadLimit),
                .. Argument.IfSaid("--sync-block-duration", store.Authored.SyncInterval),
            ]);
        return workload with
        {
            Distinction = new() { ["belvedere.dev/store"] = part.Name },
            Environment = storage.Environment,
            Files = [.. storage.Files, new("config", ConfigFolder, new ConfigMapFiles(NameOf(part)), string.Concat(files.Select(file => file.Text)))],
            Disk = new(DataFolder, part.Volume, store.Authored.StorageClass),
            AccountAnnotations = storage.AccountAnnotations,
            Calls = [.. storage.Calls, .. CacheLowering.Calls(hub, store.IndexCache, store.Authored.BucketCache)],
        };
    }

    static List<(string Flag, string Name, string Text)> Files(BoundHub hub, BoundStoreGateway store, BoundStorePart part)
    {
        var files = new List<(string Flag, string Name, string Text)> { ("--index-cache.config-file", IndexCacheFile, CacheLowering.ForStore(store.IndexCache, hub)) };
        if (store.Authored.BucketCache is { } bucketCache)
            files.Add(("--store.caching-bucket.config-file", BucketCacheFile, CacheLowering.ForStore(bucketCache, hub)));
        if (part.Shards > 1)
            files.Add(("--selector.relabel-config-file", SelectorFile, Shards.Selector(["__block_id"], part.Shard, part.Shards)));
        return files;
    }

    // Times relative to now are durations with a sign.
    static string? Past(Duration? age) => age is { } given ? $"-{given}" : null;
}

/// <summary>Shares of blocks by a hash of their labels.</summary>
static class Shards
{
    /// <summary>The relabelling that keeps one share of several: every block is in exactly one.</summary>
    public static string Selector(IReadOnlyList<string> labels, int shard, int shards) => Text.Yaml(new ListNode(
    [
        MapNode.Of(
            ("action", ScalarNode.String("hashmod")),
            ("source_labels", ListNode.Of(labels)),
            ("target_label", ScalarNode.String("shard")),
            ("modulus", ScalarNode.Integer(shards))),
        MapNode.Of(
            ("action", ScalarNode.String("keep")),
            ("source_labels", ListNode.Of("shard")),
            ("regex", ScalarNode.String(FormattableString.Invariant($"{shard}")))),
    ]));
}
