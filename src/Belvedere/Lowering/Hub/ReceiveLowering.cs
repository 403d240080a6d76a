using Belvedere.Binding;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>
/// Receive. Split, only routers know the hashring: an ingestor that knew it too would forward to itself without end. Combined,
/// each pod is told which node of the ring it is.
/// </summary>
static class ReceiveLowering
{
    const string Router = "thanos-receive-router";
    const string RouterRole = "router";
    const string IngestorRole = "ingestor";
    const string HashringConfigMap = "thanos-receive-hashring";
    const string HashringFolder = "/etc/thanos/hashring";
    const string HashringFile = "hashrings.json";
    const string LimitsConfigMap = "thanos-receive-limits";
    const string LimitsFolder = "/etc/thanos/limits";
    const string LimitsFile = "limits.yaml";
    const string AuthorityConfigMap = "thanos-receive-client-ca";
    const string DataFolder = "/var/thanos/receive";

    /// <summary>The label of everything that belongs to one ring.</summary>
    public const string HashringLabel = "belvedere.dev/hashring";

    /// <summary>The port that samples arrive at.</summary>
    public static readonly WorkloadPort RemoteWrite = new("remote-write", 19291);

    static readonly WorkloadPort[] Ports = [ThanosWorkload.Grpc, ThanosWorkload.Http, RemoteWrite];

    // Zones of a ring roll one after another: each has a copy of every sample, and a write needs a quorum of them. The ring must
    // not name pods before they are there, and routers that start must find the ring.
    static int RingWave(BoundReceive receive) => receive.Rings.Max(ring => ring.Groups.Count);

    static int RouterWave(BoundReceive receive) => RingWave(receive) + 1;

    public static IEnumerable<Workload> Workloads(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive is not { } receive)
            return [];

        var ingestors = receive.Rings.SelectMany(ring => ring.Groups.Select((group, wave) => IngestorWorkload(topology, hub, receive, ring, group) with { Wave = wave }));
        return receive.Mode is ReceiveMode.Combined ? ingestors : [.. ingestors, RouterWorkload(topology, hub, receive)];
    }

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive is not { } receive)
            return [];

        return
        [
            ThanosWorkload.ConfigMap(topology, hub, HashringConfigMap, receive.Authored, new() { [HashringFile] = Hashrings.Json(hub, receive) })
                with { Wave = receive.Mode is ReceiveMode.Combined ? 0 : RingWave(receive) },
            .. receive.Authored.Limits is { } limits
                ? [ThanosWorkload.ConfigMap(topology, hub, LimitsConfigMap, receive.Authored, new() { [LimitsFile] = ReceiveLimitsFile.Yaml(hub, limits) })]
                : Enumerable.Empty<Manifest>(),
            .. ServerTls.Lower(topology, hub, receive.ClientAuthority, AuthorityConfigMap, receive.Authored),
            .. CertificateLowering.Lower(topology, hub, receive.Certificate, receive.Authored, "receive-server", DnsNames(hub)),
            .. receive.Rings.Where(ring => ring.Ingestors > 1).Select(ring => DisruptionBudget(topology, hub, receive, ring)),
            .. WriteExposureLowering.Lower(topology, hub, receive, Labels.Selector("thanos-receive", receive.Mode is ReceiveMode.Combined ? IngestorRole : RouterRole)),
        ];
    }

    static Workload IngestorWorkload(BoundTopology topology, BoundHub hub, BoundReceive receive, BoundHashring ring, BoundIngestors group)
    {
        var isCombined = receive.Mode is ReceiveMode.Combined;
        var authored = receive.Authored;
        var storage = ObjectStorageLowering.For(hub, StorageRole.Writer);
        var workload = ThanosWorkload.Of(
            topology,
            hub,
            group.Component,
            "receive",
            group.Name,
            IngestorRole,
            group.Count + group.Retiring,
            // A start replays the WAL of up to two hours of every tenant.
            new Probes("http", ReadyFailures: 20, LiveFailures: 8, Startup: 30.Minutes),
            // On its way out an ingestor writes its head to a block and uploads it.
            15.Minutes,
            [
                Argument.Of("--label", $"{ReceiveBinding.ReplicaLabel}=\"{hub.ReplicaPrefix}$(NAME)\""),
                Argument.Of("--tsdb.path", DataFolder),
                Argument.Of("--tsdb.retention", ring.Retention),
                Argument.Of("--tsdb.out-of-order.time-window", receive.OutOfOrderWindow),
                .. Argument.IfSaid("--tsdb.out-of-order.cap-max", authored.OutOfOrderCapacity),
                Argument.Of("--tsdb.too-far-in-future.time-window", receive.FutureWindow).UnlessSaid(authored.FutureWindow),
                .. Argument.IfSaid("--tsdb.max-exemplars", authored.MaxExemplars),
                .. Tenants(receive),
                .. isCombined
                    ? [
                        .. Ring(receive),
                        Argument.Of("--receive.local-endpoint", FormattableString.Invariant($"$(NAME).{group.Name}.{hub.Namespace}.svc:{ThanosWorkload.Grpc.Number}")),
                        .. Entry(receive),
                    ]
                    : Enumerable.Empty<Argument>(),
                .. storage.Arguments,
            ]);
        return workload with
        {
            Ports = Ports,
            Distinction = group.Zone is { } zone
                ? new() { [HashringLabel] = ring.Name, ["belvedere.dev/zone"] = zone }
                : new() { [HashringLabel] = ring.Name },
            Environment = [new FieldValue("NAME", "metadata.name"), .. storage.Environment],
            Files = [.. isCombined ? EntryFiles(receive) : [], .. storage.Files],
            Disk = new Disk(DataFolder, group.Volume, group.StorageClass),
            // Queries and the next restart need an ingestor that has caught up, not one that has just begun to answer.
            MinReady = 2.Minutes,
            // The ring has one budget over all of its pods.
            Evictable = null,
            AccountAnnotations = storage.AccountAnnotations,
            Calls = [.. isCombined ? EntryCalls(hub, receive) : [], .. storage.Calls],
            Admits = isCombined ? [new(PassthroughLowering.Caller(receive.Exposure), RemoteWrite.Name)] : [],
        };
    }

    static Workload RouterWorkload(BoundTopology topology, BoundHub hub, BoundReceive receive)
    {
        var workload = ThanosWorkload.Of(
            topology,
            hub,
            receive.Router,
            "receive",
            Router,
            RouterRole,
            receive.Routers,
            new Probes("http", ReadyFailures: 20, LiveFailures: 8),
            30.Seconds,
            [
                // Thanos refuses to start without a label, though a router stores nothing that would carry it.
                Argument.Of("--label", "receive=\"true\""),
                Argument.Of("--tsdb.path", DataFolder),
                .. Tenants(receive),
                .. Ring(receive),
                .. Entry(receive),
            ]);
        return workload with
        {
            Ports = Ports,
            Files = EntryFiles(receive),
            Scratch = [DataFolder],
            Calls = EntryCalls(hub, receive),
            Admits = [new(PassthroughLowering.Caller(receive.Exposure), RemoteWrite.Name)],
            Wave = RouterWave(receive),
        };
    }

    static IEnumerable<Argument> Tenants(BoundReceive receive) =>
    [
        Argument.Of("--receive.default-tenant-id", receive.DefaultTenant),
        Argument.Of("--receive.tenant-label-name", receive.TenantLabel),
    ];

    static IEnumerable<Argument> Ring(BoundReceive receive) =>
    [
        Argument.Of("--receive.hashrings-file", $"{HashringFolder}/{HashringFile}"),
        // Thanos' own default moves almost every series when the ring grows.
        Argument.Of("--receive.hashrings-algorithm", "ketama"),
        Argument.Of("--receive.replication-factor", receive.ReplicationFactor),
        Argument.Of("--receive.forward.async-workers", receive.ForwardWorkers).UnlessSaid(receive.AuthoredRouter.ForwardWorkers),
    ];

    // Where samples enter: TLS ends here, and here it is decided whose they are and whether there are too many.
    static IEnumerable<Argument> Entry(BoundReceive receive) =>
    [
        Argument.Of("--remote-write.server-tls-cert", ServerTls.Certificate),
        Argument.Of("--remote-write.server-tls-key", ServerTls.Key),
        Argument.Of("--remote-write.server-tls-client-ca", ServerTls.ClientAuthority),
        .. Argument.IfSaid("--receive.tenant-certificate-field", receive.Tenancy switch
        {
            GroupTenancy => "organizationalUnit",
            ClusterTenancy => "commonName",
            _ => (string?)null,
        }),
        .. receive.Authored.Limits is null ? Enumerable.Empty<Argument>() : [Argument.Of("--receive.limits-config-file", $"{LimitsFolder}/{LimitsFile}")],
    ];

    static IReadOnlyList<MountedFiles> EntryFiles(BoundReceive receive) =>
    [
        // Receive watches the ring and the limits, so they change without a restart.
        new("hashring", HashringFolder, new ConfigMapFiles(HashringConfigMap), Checksum: null),
        .. receive.Authored.Limits is null ? Enumerable.Empty<MountedFiles>() : [new("limits", LimitsFolder, new ConfigMapFiles(LimitsConfigMap), Checksum: null)],
        .. ServerTls.Files(receive.Certificate, receive.ClientAuthority, AuthorityConfigMap),
    ];

    static IReadOnlyList<Call> EntryCalls(BoundHub hub, BoundReceive receive) =>
    [
        .. receive.Rings.SelectMany(ring => ring.Groups).Select(group => new PeerCall(group.Name, ThanosWorkload.Grpc.Name)),
        .. ReceiveLimitsFile.Calls(hub, receive.Authored.Limits),
    ];

    // The name that managed clusters write to, and the Service's own for what is inside.
    static IReadOnlyList<string> DnsNames(BoundHub hub)
    {
        var inside = $"{WriteExposureLowering.ServiceName}.{hub.Namespace}.svc";
        return hub.Authored.WriteEndpoint is { } endpoint ? [endpoint, inside] : [inside];
    }

    static Manifest DisruptionBudget(BoundTopology topology, BoundHub hub, BoundReceive receive, BoundHashring ring) => new(
        WorkloadLowering.DisruptionBudget(
            new() { Name = $"thanos-receive-ring-{ring.Name}", Namespace = hub.Namespace, Labels = Labels.Of("thanos-receive", IngestorRole, topology.Name) },
            Quorum.Spare(receive.ReplicationFactor),
            [.. Labels.Selector("thanos-receive", IngestorRole), new(HashringLabel, ring.Name)]),
        HubTarget.Observability,
        Origin.Of(ring.Authored ?? (Diagnostics.Element)receive.Authored));
}
