using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>The Querier, told of every endpoint that the hub has.</summary>
static class QuerierLowering
{
    /// <summary>The Deployment and its Service.</summary>
    public const string Name = "thanos-query";

    const string EndpointsConfigMap = "thanos-query-endpoints";
    const string EndpointsFolder = "/etc/thanos/endpoints";
    const string EndpointsFile = "endpoints.yaml";

    /// <summary>The Querier's HTTP inside the cluster.</summary>
    public static string Url(BoundHub hub) => $"http://{Name}.{hub.Namespace}.svc:{ThanosWorkload.Http.Number}";

    public static IEnumerable<Workload> Workloads(BoundTopology topology, BoundHub hub) =>
        hub.Querier is { } querier ? [Workload(topology, hub, querier)] : [];

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub) =>
        hub.Querier is { } querier
            ? [ThanosWorkload.ConfigMap(topology, hub, EndpointsConfigMap, querier.Authored, new() { [EndpointsFile] = Text.Yaml(MapNode.Of(("endpoints", new ListNode(Endpoints(hub, querier))))) })]
            : [];

    static Workload Workload(BoundTopology topology, BoundHub hub, BoundQuerier querier)
    {
        var authored = querier.Authored;
        var workload = ThanosWorkload.Of(
            topology,
            hub,
            querier.Component,
            "query",
            Name,
            "query",
            querier.Replicas,
            new Probes("http", ReadyFailures: 20, LiveFailures: 4),
            2.Minutes,
            [
                Argument.Of("--endpoint.sd-config-file", $"{EndpointsFolder}/{EndpointsFile}"),
                .. hub.ReplicaLabels.Select(label => Argument.Of("--query.replica-label", label)),
                .. querier.AutoDownsampling ? [new Argument("--query.auto-downsampling")] : Enumerable.Empty<Argument>(),
                Argument.Of("--query.timeout", querier.Timeout),
                Argument.Of("--query.max-concurrent", querier.MaxConcurrent),
                .. Argument.IfSaid("--query.max-concurrent-select", authored.MaxConcurrentSelect),
                .. Argument.IfSaid("--deduplication.func", Word(authored.Deduplication)),
                .. Argument.IfSaid("--query.promql-engine", Word(authored.Engine)),
                .. Argument.IfSaid("--query.partial-response", authored.PartialResponse),
                .. Argument.IfSaid("--query.lookback-delta", authored.LookbackDelta),
                .. Argument.IfSaid("--store.response-timeout", authored.ResponseTimeout),
                .. Argument.IfSaid("--store.limits.request-series", authored.SeriesLimit),
                .. Argument.IfSaid("--store.limits.request-samples", authored.SamplesLimit),
            ]);
        return workload with
        {
            // Thanos reads the file again every five minutes.
            Files = [new MountedFiles("endpoints", EndpointsFolder, new ConfigMapFiles(EndpointsConfigMap), Checksum: null)],
            // The log of active queries.
            Scratch = ["/tmp"],
            Calls = [.. Sources(hub).Select(source => new PeerCall(source.Service, ThanosWorkload.Grpc.Name)), .. authored.Endpoints.Select(OutsidePort).OfType<int>().Select(port => new OutsideCall(port))],
        };
    }

    // One endpoint for each Service: what stands behind it has different data in each pod, or the same in all.
    static IEnumerable<(string Service, bool IsOneOfMany)> Sources(BoundHub hub)
    {
        foreach (var group in hub.Receive?.Rings.SelectMany(ring => ring.Groups) ?? [])
            yield return (group.Name, false);
        foreach (var part in hub.StoreGateway?.Parts ?? [])
            yield return (StoreGatewayLowering.NameOf(part), hub.StoreGateway!.Replicas > 1);
        if (hub.Ruler is not null)
            yield return (RulerLowering.Name, false);
    }

    static IEnumerable<Node> Endpoints(BoundHub hub, BoundQuerier querier) =>
    [
        .. Sources(hub).Select(source => MapNode.Of(
            ("address", Text.Of(ThanosWorkload.EveryPod(source.Service, hub))),
            ("group", source.IsOneOfMany ? ScalarNode.True : null))),
        .. querier.Authored.Endpoints.Select(address => MapNode.Of(("address", Text.Of(address)))),
    ];

    // The port of another cluster's endpoint; one that DNS names has the usual one.
    static int? OutsidePort(string address) =>
        int.TryParse(address.AsSpan(address.LastIndexOf(':') + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var port)
            ? port
            : ThanosWorkload.Grpc.Number;

    static string? Word(Deduplication? function) => function switch
    {
        null => null,
        Deduplication.Chain => "chain",
        _ => "penalty",
    };

    static string? Word(QueryEngine? engine) => engine switch
    {
        null => null,
        QueryEngine.Thanos => "thanos",
        _ => "prometheus",
    };
}
