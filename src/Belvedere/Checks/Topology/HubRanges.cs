using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>The hub's numbers, durations and sizes with the least that each may be.</summary>
static class HubRanges
{
    // A head block spans two hours and is compacted after three; less loses samples before they are uploaded.
    static readonly Duration ShortestRetention = 6.Hours;

    static readonly ByteSize SmallestDisk = 1.GiB;

    // Above this are the cluster's own classes.
    const int HighestPriority = 1_000_000_000;

    public static IEnumerable<Diagnostic?> Judge(BoundHub hub, RangeCheck check) =>
    [
        check.AtMost(hub.Authored, nameof(Hub.Priority), hub.Priority.Value, HighestPriority),
        .. hub.Receive is { } receive ? OfReceive(receive, check) : [],
        .. hub.StoreGateway is { } store ? OfStore(store, check) : [],
        .. hub.Querier is { } querier ? OfQuerier(querier, check) : [],
        .. hub.GlobalQuerier is { } global ? OfQuerier(global, check) : [],
        .. hub.QueryFrontend is { } frontend ? OfFrontend(frontend, check) : [],
        .. hub.Compactor is { } compactor ? OfCompactor(compactor, check) : [],
        .. hub.Ruler is { } ruler ? OfRuler(ruler, check) : [],
        .. hub.Alertmanager is { } alertmanager ? OfAlertmanager(alertmanager, check) : [],
        hub.Grafana is { } grafana ? check.AtLeast(grafana.Authored, nameof(GrafanaServer.Replicas), grafana.Replicas, 1) : null,
        .. hub.Memcached.SelectMany(memcached => OfMemcached(memcached, check)),
        .. hub.SelfMonitoring is BoundOwnPrometheus own ? OfPrometheus(hub, own, check) : [],
    ];

    static IEnumerable<Diagnostic?> OfReceive(BoundReceive receive, RangeCheck check) =>
    [
        check.AtLeast(receive.AuthoredRouter, nameof(ReceiveRouter.Replicas), receive.Routers, 1),
        check.AtLeast(receive.AuthoredRouter, nameof(ReceiveRouter.ForwardWorkers), receive.ForwardWorkers, 1),
        check.AtLeast(receive.Authored, nameof(Receive.ReplicationFactor), receive.ReplicationFactor, 1),
        check.AtLeast(receive.Authored, nameof(Receive.OutOfOrderWindow), receive.OutOfOrderWindow, 0.Seconds),
        check.AtLeast(receive.Authored, nameof(Receive.OutOfOrderCapacity), receive.Authored.OutOfOrderCapacity, 0),
        check.AtLeast(receive.Authored, nameof(Receive.FutureWindow), receive.FutureWindow, 0.Seconds),
        check.AtLeast(receive.Authored, nameof(Receive.MaxExemplars), receive.Authored.MaxExemplars, 0),
        .. receive.Rings.SelectMany(ring => OfRing(ring, ring.Authored ?? (Element)receive.Authored, check)),
    ];

    static IEnumerable<Diagnostic?> OfRing(BoundHashring ring, Element element, RangeCheck check) =>
    [
        check.AtLeast(element, nameof(Hashring.Ingestors), ring.Ingestors, 1),
        check.AtLeast(element, nameof(Hashring.Retiring), ring.Groups.Sum(group => group.Retiring), 0),
        check.AtLeast(element, nameof(Hashring.Retention), ring.Retention, ShortestRetention),
        check.AtLeast(element, nameof(Hashring.Volume), ring.Groups.Min(group => group.Volume), SmallestDisk),
        check.AtLeast(element, nameof(ShuffleSharding.ShardSize), ring.Authored?.ShuffleSharding?.ShardSize, 1),
    ];

    static IEnumerable<Diagnostic?> OfStore(BoundStoreGateway store, RangeCheck check) =>
    [
        check.AtLeast(store.Authored, nameof(StoreGateway.Shards), store.Authored.Shards, 1),
        .. store.Authored.Ranges.Select(range => check.AtLeast(range, nameof(StoreRange.Shards), range.Shards, 1)),
        check.AtLeast(store.Authored, nameof(StoreGateway.Replicas), store.Replicas, 1),
        .. store.Parts.Select(part => check.AtLeast(part.Range ?? (Element)store.Authored, nameof(StoreGateway.Volume), part.Volume, SmallestDisk)),
        check.AtLeast(store.Authored, nameof(StoreGateway.MaxConcurrent), store.Authored.MaxConcurrent, 1),
        check.AtLeast(store.Authored, nameof(StoreGateway.SyncInterval), store.Authored.SyncInterval, 1.Seconds),
    ];

    static IEnumerable<Diagnostic?> OfQuerier(BoundQuery querier, RangeCheck check) =>
    [
        check.AtLeast(querier.Said, nameof(QueryComponent.Replicas), querier.Replicas, 1),
        check.AtLeast(querier.Said, nameof(QueryComponent.Timeout), querier.Timeout, 1.Seconds),
        check.AtLeast(querier.Said, nameof(QueryComponent.MaxConcurrent), querier.MaxConcurrent, 1),
        check.AtLeast(querier.Said, nameof(QueryComponent.MaxConcurrentSelect), querier.Said.MaxConcurrentSelect, 1),
    ];

    static IEnumerable<Diagnostic?> OfFrontend(BoundQueryFrontend frontend, RangeCheck check) =>
    [
        check.AtLeast(frontend.Authored, nameof(QueryFrontend.Replicas), frontend.Replicas, 1),
        // With a cache Thanos refuses to start without it.
        check.AtLeast(frontend.Authored, nameof(QueryFrontend.SplitInterval), frontend.SplitInterval, 1.Minutes),
        check.AtLeast(frontend.Authored, nameof(QueryFrontend.MaxRetries), frontend.Authored.MaxRetries, 0),
        check.AtLeast(frontend.Authored, nameof(QueryFrontend.MaxParallelism), frontend.Authored.MaxParallelism, 1),
    ];

    static IEnumerable<Diagnostic?> OfCompactor(BoundCompactor compactor, RangeCheck check) =>
    [
        check.AtLeast(compactor.Authored, nameof(Compactor.Shards), compactor.Shards, 1),
        check.AtLeast(compactor.Authored, nameof(Compactor.Concurrency), compactor.Concurrency, 1),
        check.AtLeast(compactor.Authored, nameof(Compactor.DownsampleConcurrency), compactor.DownsampleConcurrency, 1),
        check.AtLeast(compactor.Authored, nameof(Compactor.Volume), compactor.Volume, SmallestDisk),
        check.AtLeast(compactor.Authored, nameof(BlockRetention.Raw), compactor.RawRetention, 0.Seconds),
        check.AtLeast(compactor.Authored, nameof(BlockRetention.FiveMinutes), compactor.FiveMinutesRetention, 0.Seconds),
        check.AtLeast(compactor.Authored, nameof(BlockRetention.OneHour), compactor.OneHourRetention, 0.Seconds),
    ];

    static IEnumerable<Diagnostic?> OfRuler(BoundRuler ruler, RangeCheck check) =>
    [
        check.AtLeast(ruler.Authored, nameof(Ruler.Replicas), ruler.Replicas, 1),
        check.AtLeast(ruler.Authored, nameof(Ruler.Interval), ruler.Interval, 1.Seconds),
        check.AtLeast(ruler.Authored, nameof(Ruler.Retention), ruler.Retention, ShortestRetention),
        check.AtLeast(ruler.Authored, nameof(Ruler.QueryOffset), ruler.QueryOffset, 0.Seconds),
        check.AtLeast(ruler.Authored, nameof(Ruler.Concurrency), ruler.Authored.Concurrency, 1),
        check.AtLeast(ruler.Authored, nameof(Ruler.Volume), ruler.Volume, SmallestDisk),
    ];

    static IEnumerable<Diagnostic?> OfAlertmanager(BoundAlertmanager alertmanager, RangeCheck check) =>
    [
        check.AtLeast(alertmanager.Authored, nameof(AlertmanagerCluster.Replicas), alertmanager.Replicas, 1),
        check.AtLeast(alertmanager.Authored, nameof(AlertmanagerCluster.Retention), alertmanager.Retention, 1.Hours),
        check.AtLeast(alertmanager.Authored, nameof(AlertmanagerCluster.Volume), alertmanager.Volume, SmallestDisk),
    ];

    static IEnumerable<Diagnostic?> OfMemcached(BoundMemcached memcached, RangeCheck check) =>
    [
        check.AtLeast(memcached.Authored, nameof(Memcached.Replicas), memcached.Replicas, 1),
        check.AtLeast(memcached.Authored, nameof(Memcached.Memory), memcached.Memory, 64.MiB),
        check.AtLeast(memcached.Authored, nameof(Memcached.MaxItemSize), memcached.MaxItemSize, 1.KiB),
        check.AtLeast(memcached.Authored, nameof(Memcached.MaxConnections), memcached.MaxConnections, 1),
    ];

    static IEnumerable<Diagnostic?> OfPrometheus(BoundHub hub, BoundOwnPrometheus own, RangeCheck check) =>
    [
        check.AtLeast(hub.Authored, nameof(OwnPrometheus.Replicas), own.Replicas, 1),
        check.AtLeast(hub.Authored, nameof(OwnPrometheus.Retention), own.Retention, 2.Hours),
        check.AtLeast(hub.Authored, nameof(OwnPrometheus.Volume), own.Volume, SmallestDisk),
    ];
}
