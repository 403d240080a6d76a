using System.Text;
using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>
/// Receive in two roles. Only routers know the hashring; an ingestor that knew it too would forward to itself without end.
/// </summary>
static class ReceiveLowering
{
    /// <summary>The label that tells an ingestor's copy from the others': the Querier removes it.</summary>
    public const string ReplicaLabel = "receive_replica";

    /// <summary>The ingestors' name, of their Service too.</summary>
    public const string Ingestor = "thanos-receive-ingestor";

    const string Router = "thanos-receive-router";
    const string HashringConfigMap = "thanos-receive-hashring";
    const string HashringFolder = "/etc/thanos/hashring";
    const string HashringFile = "hashrings.json";
    const string ServerCertificateFolder = "/etc/thanos/server-tls";
    const string DataFolder = "/var/thanos/receive";

    static readonly WorkloadPort[] Ports = [new("grpc", 10901), new("http", 10902), new("remote-write", 19291)];

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive is not { } receive)
            return [];

        var router = RouterWorkload(topology, hub, receive);
        return
        [
            HashringMap(topology, hub, receive),
            .. WorkloadLowering.Lower(IngestorWorkload(topology, hub, receive)),
            .. WorkloadLowering.Lower(router),
            WriteService(router),
        ];
    }

    static Workload IngestorWorkload(BoundTopology topology, BoundHub hub, BoundReceive receive) => new()
    {
        Namespace = hub.Namespace,
        Name = Ingestor,
        Program = "thanos-receive",
        Component = "ingestor",
        Topology = topology.Name,
        Origin = Origin.Of(receive.Authored),
        Image = receive.Ingestor.Image,
        Resources = receive.Ingestor.Resources,
        Replicas = receive.Ingestors,
        Arguments =
        [
            "receive",
            $"--label={ReplicaLabel}=\"$(NAME)\"",
            $"--tsdb.path={DataFolder}",
            $"--tsdb.retention={receive.Retention}",
            $"--tsdb.out-of-order.time-window={receive.OutOfOrderWindow}",
            .. hub.Storage is null ? Enumerable.Empty<string>() : [ObjectStorageLowering.Argument],
            .. receive.Authored.ExtraArguments,
        ],
        Environment =
        [
            new FieldValue("NAME", "metadata.name"),
            .. hub.Storage is { } storage ? ObjectStorageLowering.Environment(storage) : [],
        ],
        Files = hub.Storage is { } bucket ? [ObjectStorageLowering.Files(bucket)] : [],
        Disk = new Disk(DataFolder, receive.Volume, receive.Authored.StorageClass),
        Ports = Ports,
        // A start replays the WAL of up to two hours of every tenant.
        Probes = new Probes("http", ReadyFailures: 20, LiveFailures: 8, Startup: 30.Minutes),
        // On its way out an ingestor writes its head to a block and uploads it.
        Grace = 15.Minutes,
        FixedUser = !hub.Authored.Platform.IsOpenShift,
        NodeSelector = receive.Authored.NodeSelector,
        PriorityClass = receive.Authored.PriorityClass,
    };

    static Workload RouterWorkload(BoundTopology topology, BoundHub hub, BoundReceive receive) => new()
    {
        Namespace = hub.Namespace,
        Name = Router,
        Program = "thanos-receive",
        Component = "router",
        Topology = topology.Name,
        Origin = Origin.Of(receive.Authored),
        Image = receive.Router.Image,
        Resources = receive.Router.Resources,
        Replicas = receive.Routers,
        Arguments =
        [
            "receive",
            // Thanos refuses to start without a label, though a router stores nothing that would carry it.
            "--label=receive=\"true\"",
            $"--tsdb.path={DataFolder}",
            $"--receive.hashrings-file={HashringFolder}/{HashringFile}",
            // Thanos' own default moves almost every series when the ring grows.
            "--receive.hashrings-algorithm=ketama",
            FormattableString.Invariant($"--receive.replication-factor={receive.ReplicationFactor}"),
            $"--remote-write.server-tls-cert={ServerCertificateFolder}/tls.crt",
            $"--remote-write.server-tls-key={ServerCertificateFolder}/tls.key",
            $"--remote-write.server-tls-client-ca={ServerCertificateFolder}/ca.crt",
            .. receive.Authored.ExtraArguments,
        ],
        Files =
        [
            // Routers watch the file, so the ring changes without a restart.
            new MountedFiles("hashring", HashringFolder, new ConfigMapFiles(HashringConfigMap), Checksum: null),
            new MountedFiles("server-tls", ServerCertificateFolder, new SecretFiles(receive.ServerCertificate.Name), Checksum: null),
        ],
        Scratch = [DataFolder],
        Ports = Ports,
        Probes = new Probes("http", ReadyFailures: 20, LiveFailures: 8),
        Grace = 30.Seconds,
        FixedUser = !hub.Authored.Platform.IsOpenShift,
        NodeSelector = receive.Authored.NodeSelector,
        PriorityClass = receive.Authored.PriorityClass,
    };

    static Manifest HashringMap(BoundTopology topology, BoundHub hub, BoundReceive receive) => new(
        new ConfigMap
        {
            Metadata = new() { Name = HashringConfigMap, Namespace = hub.Namespace, Labels = Labels.Of("thanos-receive", "router", topology.Name) },
            Data = new() { [HashringFile] = Hashrings(hub, receive) },
        },
        HubTarget.Observability,
        Origin.Of(receive.Authored));

    static string Hashrings(BoundHub hub, BoundReceive receive) => Encoding.UTF8.GetString(JsonWriter.ToUtf8(new ListNode(
    [
        MapNode.Of(
            ("hashring", ScalarNode.String("default")),
            ("endpoints", new ListNode(Enumerable.Range(0, receive.Ingestors).Select(ordinal =>
                ScalarNode.String(FormattableString.Invariant($"{Ingestor}-{ordinal}.{Ingestor}.{hub.Namespace}.svc:10901")))))),
    ])));

    // TLS ends in the router, so whatever stands before it passes bytes through.
    static Manifest WriteService(Workload router) => WorkloadLowering.At(
        new Service
        {
            Metadata = WorkloadLowering.Metadata(router) with { Name = "thanos-receive-write" },
            Spec = new()
            {
                Type = "LoadBalancer",
                Selector = Labels.Selector(router.Program, router.Component),
                Ports = [new() { Name = "https", Port = 443, TargetPort = "remote-write" }],
            },
        },
        router);
}
