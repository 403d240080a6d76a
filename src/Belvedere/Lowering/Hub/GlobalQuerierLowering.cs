using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Knowledge.Products;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>
/// The Global Querier, told of the Querier of every hub. It is a workload of its own: the hub's Querier goes on to answer the
/// Ruler from the hub's own clusters, and TLS to other hubs does not reach what is inside.
/// </summary>
static class GlobalQuerierLowering
{
    /// <summary>The Deployment and its Service.</summary>
    public const string Name = "thanos-query-global";

    const string EndpointsConfigMap = "thanos-query-global-endpoints";
    const string CertificateFolder = "/etc/thanos/client-tls";
    const string AuthorityFolder = "/etc/thanos/server-ca";
    const string AuthorityFile = "ca.crt";
    const string Certificate = $"{CertificateFolder}/tls.crt";
    const string Key = $"{CertificateFolder}/tls.key";
    const string Authority = $"{AuthorityFolder}/{AuthorityFile}";

    static readonly Argument[] TlsArguments =
    [
        new("--grpc-client-tls-secure"),
        Argument.Of("--grpc-client-tls-cert", Certificate),
        Argument.Of("--grpc-client-tls-key", Key),
        Argument.Of("--grpc-client-tls-ca", Authority),
    ];

    /// <summary>Its HTTP inside the cluster.</summary>
    public static string Url(BoundHub hub) => FormattableString.Invariant($"http://{Host(hub)}:{ThanosWorkload.Http.Number}");

    /// <summary>Whether each endpoint may have TLS of its own; before that, one setting is for all.</summary>
    public static bool HasClientOfEachEndpoint(BoundHub hub) => Features.Has("thanos", "query.endpoint-client-config", hub.Thanos);

    public static IEnumerable<Workload> Workloads(BoundTopology topology, BoundHub hub) =>
        hub.GlobalQuerier is { } global ? [Workload(topology, hub, global)] : [];

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        if (hub.GlobalQuerier is not { } global)
            return [];

        var endpoints = Text.Yaml(MapNode.Of(("endpoints", new ListNode(Endpoints(topology, hub)))));
        return
        [
            ThanosWorkload.ConfigMap(topology, hub, EndpointsConfigMap, global.Authored, new() { [QuerierLowering.EndpointsFile] = endpoints }),
            .. CertificateLowering.LowerClient(topology, hub, global.ClientCertificate, global.Authored, "query-client", [Host(hub)]),
        ];
    }

    static Workload Workload(BoundTopology topology, BoundHub hub, BoundGlobalQuerier global)
    {
        var workload = ThanosWorkload.Of(
            topology,
            hub,
            global.Component,
            "query",
            Name,
            "query-global",
            global.Replicas,
            new Probes("http", ReadyFailures: 20, LiveFailures: 4),
            2.Minutes,
            [.. QuerierLowering.Arguments(global, ReplicaLabels(topology, global)), .. HasClientOfEachEndpoint(hub) ? [] : TlsArguments]);
        return workload with
        {
            // A job of its own: what is expected of the hub's Querier, such as a connection to every ingestor, is not expected of it.
            Program = Name,
            Files =
            [
                QuerierLowering.EndpointsOf(EndpointsConfigMap),
                new("client-tls", CertificateFolder, new SecretFiles(global.ClientCertificate.Secret.Name), Checksum: null),
                new("server-ca", AuthorityFolder, new SecretItem(global.ServerAuthority.Secret.Name, global.ServerAuthority.Key, AuthorityFile), global.ServerAuthorityRevision),
            ],
            // The log of active queries.
            Scratch = ["/tmp"],
            Calls =
            [
                .. hub.Querier is null ? Enumerable.Empty<Call>() : [new PeerCall(QuerierLowering.Name, ThanosWorkload.Grpc.Name)],
                new OutsideCall(PassthroughLowering.Port),
            ],
        };
    }

    // What any of the hubs tells replicas by.
    static IEnumerable<string> ReplicaLabels(BoundTopology topology, BoundGlobalQuerier global) =>
        topology.Hubs.SelectMany(hub => hub.ReplicaLabels).Concat(global.Authored.ReplicaLabels).Distinct(StringComparer.Ordinal);

    static IEnumerable<Node> Endpoints(BoundTopology topology, BoundHub hub)
    {
        if (hub.Querier is { } own)
            yield return Endpoint(hub, FormattableString.Invariant($"{QuerierLowering.Host(hub)}:{ThanosWorkload.Grpc.Number}"), own.Exposure);
        foreach (var other in topology.Hubs)
            if (!ReferenceEquals(other, hub) && other.Querier?.Exposure is { } exposure)
                yield return Endpoint(hub, FormattableString.Invariant($"{exposure.Host}:{PassthroughLowering.Port}"), exposure);
    }

    // Strict: an endpoint that does not answer stays, so that answers without it say so. By default it would be forgotten, and a
    // whole hub would be missing without a word. The name goes with TLS, for whatever stands before the pods chooses by it.
    static MapNode Endpoint(BoundHub hub, string address, BoundQuerierExposure? exposure) => MapNode.Of(
        ("address", Text.Of(address)),
        ("strict", ScalarNode.True),
        ("client_config", exposure is null || !HasClientOfEachEndpoint(hub) ? null : MapNode.Of(
            ("tls_config", MapNode.Of(
                ("enabled", ScalarNode.True),
                ("cert_file", Text.Of(Certificate)),
                ("key_file", Text.Of(Key)),
                ("ca_file", Text.Of(Authority)))),
            ("server_name", Text.Of(exposure.Host)))));

    static string Host(BoundHub hub) => $"{Name}.{hub.Namespace}.svc";
}
