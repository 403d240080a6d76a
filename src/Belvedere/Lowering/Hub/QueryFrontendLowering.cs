using Belvedere.Binding;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>The Query Frontend before the Querier, or before the Global Querier where there is one.</summary>
static class QueryFrontendLowering
{
    /// <summary>The Deployment and its Service.</summary>
    public const string Name = "thanos-query-frontend";

    const string ConfigFolder = "/etc/thanos/query-frontend";
    const string CacheFile = "cache.yaml";

    /// <summary>Where people's queries go: through the Query Frontend if there is one.</summary>
    public static string? Url(BoundHub hub) => hub.QueryFrontend is null ? Behind(hub) : FormattableString.Invariant($"http://{Name}.{hub.Namespace}.svc:{ThanosWorkload.Http.Number}");

    /// <summary>The call to whatever answers people's queries.</summary>
    public static Call QueryCall(BoundHub hub) => hub.QueryFrontend is null ? CallBehind(hub) : new PeerCall(Name, ThanosWorkload.Http.Name);

    // Over all hubs if there is such a thing: the Ruler alone asks the hub's own Querier.
    static string? Behind(BoundHub hub) => hub switch
    {
        { GlobalQuerier: not null } => GlobalQuerierLowering.Url(hub),
        { Querier: not null } => QuerierLowering.Url(hub),
        _ => null,
    };

    static PeerCall CallBehind(BoundHub hub) => new(hub.GlobalQuerier is null ? QuerierLowering.Name : GlobalQuerierLowering.Name, ThanosWorkload.Http.Name);

    public static IEnumerable<Workload> Workloads(BoundTopology topology, BoundHub hub) =>
        hub.QueryFrontend is { } frontend ? [Workload(topology, hub, frontend)] : [];

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub) =>
        hub.QueryFrontend is { } frontend
            ? [ThanosWorkload.ConfigMap(topology, hub, Name, frontend.Authored, new() { [CacheFile] = CacheLowering.ForResponses(frontend.Cache, hub) })]
            : [];

    static Workload Workload(BoundTopology topology, BoundHub hub, BoundQueryFrontend frontend)
    {
        var authored = frontend.Authored;
        var workload = ThanosWorkload.Of(
            topology,
            hub,
            frontend.Component,
            "query-frontend",
            Name,
            "query-frontend",
            frontend.Replicas,
            new Probes("http", ReadyFailures: 20, LiveFailures: 4),
            2.Minutes,
            [
                Argument.Of("--query-frontend.downstream-url", Behind(hub) ?? ""),
                Argument.Of("--query-range.split-interval", frontend.SplitInterval),
                Argument.Of("--labels.split-interval", frontend.SplitInterval),
                Argument.Of("--query-range.response-cache-config-file", $"{ConfigFolder}/{CacheFile}"),
                Argument.Of("--labels.response-cache-config-file", $"{ConfigFolder}/{CacheFile}"),
                Argument.Of("--query-frontend.log-queries-longer-than", frontend.LogQueriesLongerThan),
                .. frontend.CompressResponses ? [new Argument("--query-frontend.compress-responses")] : Enumerable.Empty<Argument>(),
                .. Argument.IfSaid("--query-range.max-retries-per-request", authored.MaxRetries),
                .. Argument.IfSaid("--query-range.max-query-length", authored.MaxQueryLength),
                .. Argument.IfSaid("--query-range.max-query-parallelism", authored.MaxParallelism),
                .. Argument.IfSaid("--query-frontend.vertical-shards", authored.VerticalShards),
            ]);
        return workload with
        {
            Ports = [ThanosWorkload.Http],
            Files = [new("config", ConfigFolder, new ConfigMapFiles(Name), CacheLowering.ForResponses(frontend.Cache, hub))],
            Calls = [CallBehind(hub), .. CacheLowering.Calls(hub, frontend.Cache)],
        };
    }
}
