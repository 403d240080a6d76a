using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>The Querier, told of every endpoint that the hub has.</summary>
static class QuerierLowering
{
    /// <summary>The Deployment and its Service.</summary>
    public const string Name = "thanos-query";

    /// <summary>The file of endpoints in its ConfigMap.</summary>
    public const string EndpointsFile = "endpoints.yaml";

    const string Command = "query";
    const string Role = "query";
    const string EndpointsConfigMap = "thanos-query-endpoints";
    const string EndpointsFolder = "/etc/thanos/endpoints";
    const string ExposedService = "thanos-query-grpc";
    const string AuthorityConfigMap = "thanos-query-client-ca";

    static readonly Argument[] TlsArguments =
    [
        Argument.Of("--grpc-server-tls-cert", ServerTls.Certificate),
        Argument.Of("--grpc-server-tls-key", ServerTls.Key),
        Argument.Of("--grpc-server-tls-client-ca", ServerTls.ClientAuthority),
    ];

    /// <summary>The Querier's HTTP inside the cluster.</summary>
    public static string Url(BoundHub hub) => FormattableString.Invariant($"http://{Host(hub)}:{ThanosWorkload.Http.Number}");

    /// <summary>The Querier's name inside the cluster.</summary>
    public static string Host(BoundHub hub) => $"{Name}.{hub.Namespace}.svc";

    public static IEnumerable<Workload> Workloads(BoundTopology topology, BoundHub hub) =>
        hub.Querier is { } querier ? [Workload(topology, hub, querier)] : [];

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        if (hub.Querier is not { } querier)
            return [];

        return
        [
            ThanosWorkload.ConfigMap(topology, hub, EndpointsConfigMap, querier.Authored, new() { [EndpointsFile] = Text.Yaml(MapNode.Of(("endpoints", new ListNode(Endpoints(hub, querier))))) }),
            .. querier.Exposure is { } exposure ? Exposed(topology, hub, querier, exposure) : [],
        ];
    }

    static IEnumerable<Manifest> Exposed(BoundTopology topology, BoundHub hub, BoundQuerier querier, BoundQuerierExposure exposure) =>
    [
        .. ServerTls.Lower(topology, hub, exposure.ClientAuthority, AuthorityConfigMap, querier.Authored),
        .. CertificateLowering.Lower(topology, hub, exposure.Certificate, querier.Authored, "query-server", [exposure.Host, Host(hub)]),
        .. PassthroughLowering
            .Lower(topology, hub, exposure.Way, new(ExposedService, exposure.Host, ThanosWorkload.Grpc.Name, Labels.Selector($"thanos-{Command}", Role), querier.Timeout))
            .Select(made => new Manifest(made, HubTarget.Observability, Origin.Of(querier.Authored))),
    ];

    static Workload Workload(BoundTopology topology, BoundHub hub, BoundQuerier querier)
    {
        var authored = querier.Authored;
        var workload = ThanosWorkload.Of(
            topology,
            hub,
            querier.Component,
            Command,
            Name,
            Role,
            querier.Replicas,
            new Probes("http", ReadyFailures: 20, LiveFailures: 4),
            2.Minutes,
            [.. Arguments(querier, hub.ReplicaLabels), .. querier.Exposure is null ? [] : TlsArguments]);
        return workload with
        {
            Files = [EndpointsOf(EndpointsConfigMap), .. querier.Exposure is { } exposure ? ServerTls.Files(exposure.Certificate, exposure.ClientAuthority, AuthorityConfigMap) : []],
            // The log of active queries.
            Scratch = ["/tmp"],
            Calls = [.. Sources(hub).Select(source => new PeerCall(source.Service, ThanosWorkload.Grpc.Name)), .. authored.Endpoints.Select(OutsidePort).OfType<int>().Select(port => new OutsideCall(port))],
            Admits = querier.Exposure is { } exposed ? [new(PassthroughLowering.Caller(exposed.Way), ThanosWorkload.Grpc.Name)] : [],
        };
    }

    /// <summary>What everything that answers PromQL is told.</summary>
    public static IEnumerable<Argument> Arguments(BoundQuery query, IEnumerable<string> replicaLabels)
    {
        var said = query.Said;
        return
        [
            Argument.Of("--endpoint.sd-config-file", $"{EndpointsFolder}/{EndpointsFile}"),
            .. replicaLabels.Select(label => Argument.Of("--query.replica-label", label)),
            .. query.AutoDownsampling ? [new Argument("--query.auto-downsampling")] : Enumerable.Empty<Argument>(),
            Argument.Of("--query.timeout", query.Timeout),
            Argument.Of("--query.max-concurrent", query.MaxConcurrent),
            .. Argument.IfSaid("--query.max-concurrent-select", said.MaxConcurrentSelect),
            .. Argument.IfSaid("--deduplication.func", Word(said.Deduplication)),
            .. Argument.IfSaid("--query.promql-engine", Word(said.Engine)),
            .. Argument.IfSaid("--query.partial-response", said.PartialResponse),
            .. Argument.IfSaid("--query.lookback-delta", said.LookbackDelta),
            .. Argument.IfSaid("--store.response-timeout", said.ResponseTimeout),
            .. Argument.IfSaid("--store.limits.request-series", said.SeriesLimit),
            .. Argument.IfSaid("--store.limits.request-samples", said.SamplesLimit),
        ];
    }

    /// <summary>The file of endpoints. Thanos reads it again every five minutes.</summary>
    public static MountedFiles EndpointsOf(string configMap) => new("endpoints", EndpointsFolder, new ConfigMapFiles(configMap), Checksum: null);

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
