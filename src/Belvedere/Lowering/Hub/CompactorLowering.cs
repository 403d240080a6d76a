using Belvedere.Binding;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>The Compactor: one pod for each share of the tenants, and never two for one share.</summary>
static class CompactorLowering
{
    const string Name = "thanos-compact";
    const string DataFolder = "/var/thanos/compact";
    const string ConfigFolder = "/etc/thanos/compact";
    const string SelectorFile = "selector.yaml";

    public static IEnumerable<Workload> Workloads(BoundTopology topology, BoundHub hub) =>
        hub.Compactor is { } compactor ? Shares(compactor).Select(shard => Workload(topology, hub, compactor, shard)) : [];

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub) =>
        hub.Compactor is { Shards: > 1 } compactor
            ? Shares(compactor).Select(shard => ThanosWorkload.ConfigMap(topology, hub, NameOf(compactor, shard), compactor.Authored, new() { [SelectorFile] = Selector(hub, compactor, shard) }))
            : [];

    static Workload Workload(BoundTopology topology, BoundHub hub, BoundCompactor compactor, int shard)
    {
        var storage = ObjectStorageLowering.For(hub, StorageRole.Compactor);
        var isSharded = compactor.Shards > 1;
        var workload = ThanosWorkload.Of(
            topology,
            hub,
            compactor.Component,
            "compact",
            NameOf(compactor, shard),
            "compactor",
            replicas: 1,
            new Probes("http", ReadyFailures: 20, LiveFailures: 4),
            2.Minutes,
            [
                new("--wait"),
                Argument.Of("--data-dir", DataFolder),
                .. storage.Arguments,
                Argument.Of("--retention.resolution-raw", compactor.RawRetention),
                Argument.Of("--retention.resolution-5m", compactor.FiveMinutesRetention),
                Argument.Of("--retention.resolution-1h", compactor.OneHourRetention),
                .. compactor.Downsampling ? Enumerable.Empty<Argument>() : [new("--downsampling.disable")],
                .. Vertical(hub, compactor),
                Argument.Of("--compact.concurrency", compactor.Concurrency),
                Argument.Of("--downsample.concurrency", compactor.DownsampleConcurrency),
                Argument.Of("--consistency-delay", compactor.ConsistencyDelay),
                Argument.Of("--delete-delay", compactor.DeleteDelay),
                .. Argument.IfSaid("--wait-interval", compactor.Authored.WaitInterval),
                .. isSharded ? [Argument.Of("--selector.relabel-config-file", $"{ConfigFolder}/{SelectorFile}")] : Enumerable.Empty<Argument>(),
            ]);
        return workload with
        {
            Ports = [ThanosWorkload.Http],
            Distinction = isSharded ? new() { ["belvedere.dev/compact"] = FormattableString.Invariant($"{shard}") } : [],
            Environment = storage.Environment,
            Files = [.. storage.Files, .. isSharded ? [new MountedFiles("config", ConfigFolder, new ConfigMapFiles(NameOf(compactor, shard)), Selector(hub, compactor, shard))] : Enumerable.Empty<MountedFiles>()],
            Disk = new(DataFolder, compactor.Volume, compactor.Authored.StorageClass),
            AccountAnnotations = storage.AccountAnnotations,
            Calls = storage.Calls,
        };
    }

    // Receive's copies hold the same samples, so they merge one to one. The Ruler's do not: its pods evaluate at different times,
    // and queries tell them apart by their label. Blocks with samples that came out of order overlap, with copies or without.
    static IEnumerable<Argument> Vertical(BoundHub hub, BoundCompactor compactor) => hub.Receive switch
    {
        { ReplicationFactor: > 1 } when compactor.Deduplicate => [Argument.Of("--deduplication.replica-label", ReceiveBinding.ReplicaLabel)],
        { OutOfOrderWindow.Milliseconds: > 0 } => [new("--compact.enable-vertical-compaction")],
        _ => [],
    };

    // All copies of a tenant's samples must meet in one share.
    static string Selector(BoundHub hub, BoundCompactor compactor, int shard) => Shards.Selector([hub.Receive?.TenantLabel ?? "tenant_id"], shard, compactor.Shards);

    static IEnumerable<int> Shares(BoundCompactor compactor) => Enumerable.Range(0, Math.Max(0, compactor.Shards));

    static string NameOf(BoundCompactor compactor, int shard) => compactor.Shards > 1 ? FormattableString.Invariant($"{Name}-{shard}") : Name;
}
