using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;
using static Belvedere.Lowering.Text;

namespace Belvedere.Lowering.Hub;

/// <summary>Alertmanager as its operator's resource, with the way to each replica from outside.</summary>
static class AlertmanagerLowering
{
    /// <summary>Its pods by the name that network policies use; they are <c>alertmanager-hub-0</c> and on.</summary>
    public const string PeerName = "alertmanager-hub";

    const string Name = "hub";
    const string ProxyFolder = "/etc/proxy";
    const string ProxyConfigMap = "alertmanager-proxy";

    /// <summary>The port of its HTTP.</summary>
    public static readonly WorkloadPort Web = new("web", 9093);

    static readonly WorkloadPort Mesh = new("mesh-tcp", 9094);
    static readonly WorkloadPort MeshUdp = new("mesh-udp", 9094, IsUdp: true);
    static readonly WorkloadPort Proxy = new("alerts", 9095);

    static Map<string> Selector => new() { ["alertmanager"] = Name, ["app.kubernetes.io/name"] = "alertmanager" };

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        if (hub.Alertmanager is not { } alertmanager)
            return [];

        var origin = Origin.Of(alertmanager.Authored);
        return
        [
            new(MonitoringGroup.Reconciled(Made(topology, hub, alertmanager), hub), HubTarget.Observability, origin),
            new(MonitoringGroup.Reconciled(AlertRouting.Configuration(topology, hub, alertmanager), hub), HubTarget.Observability, origin),
            .. alertmanager.Replicas > 1
                ? [new(WorkloadLowering.DisruptionBudget(Metadata(topology, hub, PeerName), evictable: 1, Selector), HubTarget.Observability, origin)]
                : Enumerable.Empty<Manifest>(),
            .. alertmanager.Exposure is { } exposure ? Exposed(topology, hub, alertmanager, exposure) : [],
        ];
    }

    /// <summary>Its pods as network policies see them.</summary>
    public static IEnumerable<NetworkPeer> Peers(BoundHub hub)
    {
        if (hub.Alertmanager is not { } alertmanager)
            yield break;

        yield return new NetworkPeer
        {
            Name = PeerName,
            PodSelector = Selector,
            Ports = alertmanager.Exposure is null ? [Web, Mesh, MeshUdp] : [Web, Mesh, MeshUdp, Proxy],
            Calls =
            [
                // The replicas agree with each other on who notifies.
                new PeerCall(PeerName, Mesh.Name),
                new PeerCall(PeerName, MeshUdp.Name),
                .. AlertRouting.Ports(alertmanager.Authored).Select(port => new OutsideCall(port)),
                // The proxy asks the API server who calls.
                .. alertmanager.Exposure is null ? Enumerable.Empty<Call>() : [new OutsideCall(443), new OutsideCall(6443)],
            ],
            Admits =
            [
                .. SelfMonitoringLowering.Scrapers(hub, Web.Name),
                .. alertmanager.Exposure is null ? Enumerable.Empty<Admission>() : [new(hub.IsOpenShift ? new OpenShiftRouters() : new Anyone(), Proxy.Name)],
            ],
            Origin = Origin.Of(alertmanager.Authored),
        };
    }

    static Alertmanager Made(BoundTopology topology, BoundHub hub, BoundAlertmanager alertmanager)
    {
        var scheduling = alertmanager.Component.Scheduling;
        var spread = new LabelSelector { MatchLabels = Selector };
        return new()
        {
            Metadata = Metadata(topology, hub, Name),
            Spec = new()
            {
                Replicas = alertmanager.Replicas,
                Image = alertmanager.Component.Image,
                Retention = Hours(alertmanager.Retention),
                ExternalUrl = alertmanager.Authored.ExternalUrl,
                Resources = WorkloadLowering.Requirements(alertmanager.Component.Resources),
                Storage = SelfMonitoringLowering.Storage(alertmanager.Volume, alertmanager.Authored.StorageClass),
                // The whole configuration, as it stands: a selected one would only take alerts of its own namespace.
                AlertmanagerConfiguration = new() { Name = Name },
                PriorityClassName = scheduling.PriorityClass,
                NodeSelector = scheduling.NodeSelector.Count == 0 ? null : [.. scheduling.NodeSelector],
                Tolerations = scheduling.Tolerations is [] ? null : scheduling.Tolerations,
                Affinity = scheduling.Affinity,
                TopologySpreadConstraints = alertmanager.Replicas == 1 ? null :
                [
                    new() { MaxSkew = 1, TopologyKey = "topology.kubernetes.io/zone", WhenUnsatisfiable = "ScheduleAnyway", LabelSelector = spread },
                    new() { MaxSkew = 1, TopologyKey = "kubernetes.io/hostname", WhenUnsatisfiable = "ScheduleAnyway", LabelSelector = spread },
                ],
                SecurityContext = hub.IsOpenShift ? null : SelfMonitoringLowering.SecurityContext(1000),
                PodMetadata = alertmanager.Exposure?.ClientAuthorityRevision is { } revision ? new() { Annotations = new() { ["checksum.belvedere.dev/client-ca"] = revision } } : null,
                Containers = alertmanager.Exposure is { } exposure ? [ProxyContainer(exposure)] : null,
                Volumes = alertmanager.Exposure is { } exposed ? ProxyVolumes(exposed) : null,
            },
        };
    }

    // Alertmanager itself asks nobody who they are: whoever reaches it can silence anything. The proxy asks for a certificate,
    // and lets nothing through but new alerts.
    static Container ProxyContainer(BoundAlertmanagerExposure exposure) => new()
    {
        Name = "proxy",
        Image = exposure.ProxyImage,
        Args =
        [
            FormattableString.Invariant($"--secure-listen-address=0.0.0.0:{Proxy.Number}"),
            FormattableString.Invariant($"--upstream=http://127.0.0.1:{Web.Number}/"),
            $"--tls-cert-file={ProxyFolder}/tls/tls.crt",
            $"--tls-private-key-file={ProxyFolder}/tls/tls.key",
            $"--client-ca-file={ProxyFolder}/client-ca/ca.crt",
            $"--config-file={ProxyFolder}/config/config.yaml",
        ],
        Ports = [new() { Name = Proxy.Name, Port = Proxy.Number }],
        Resources = WorkloadLowering.Requirements(new() { Cpu = 10.Millicores, Memory = 32.MiB }),
        SecurityContext = new() { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true, Capabilities = new() { Drop = ["ALL"] } },
        VolumeMounts =
        [
            new() { Name = "proxy-tls", MountPath = $"{ProxyFolder}/tls", ReadOnly = true },
            new() { Name = "proxy-client-ca", MountPath = $"{ProxyFolder}/client-ca", ReadOnly = true },
            new() { Name = "proxy-config", MountPath = $"{ProxyFolder}/config", ReadOnly = true },
        ],
    };

    static Volume[] ProxyVolumes(BoundAlertmanagerExposure exposure) =>
    [
        new() { Name = "proxy-tls", Secret = new() { SecretName = exposure.Certificate.Secret.Name } },
        new() { Name = "proxy-client-ca", Secret = new() { SecretName = exposure.ClientAuthority.Secret.Name, Items = [new() { Key = exposure.ClientAuthority.Key, Path = "ca.crt" }] } },
        new() { Name = "proxy-config", ConfigMap = new() { Name = ProxyConfigMap } },
    ];

    // One Service and one name for each replica: who sends an alert must send it to all.
    static IEnumerable<Manifest> Exposed(BoundTopology topology, BoundHub hub, BoundAlertmanager alertmanager, BoundAlertmanagerExposure exposure)
    {
        var origin = Origin.Of(alertmanager.Authored);
        var hosts = Enumerable.Range(0, Math.Max(0, alertmanager.Replicas)).Select(ordinal => (Pod: FormattableString.Invariant($"{PeerName}-{ordinal}"), Host: FormattableString.Invariant($"alertmanager-{ordinal}.{exposure.Domain}"))).ToList();
        yield return ThanosWorkload.ConfigMap(topology, hub, ProxyConfigMap, alertmanager.Authored, new()
        {
            ["config.yaml"] = Yaml(MapNode.Of(("authorization", MapNode.Of(("static", new ListNode(
            [
                MapNode.Of(("path", Of("/api/v2/alerts")), ("resourceRequest", ScalarNode.False), ("verb", Of("create"))),
            ])))))),
        });
        foreach (var made in CertificateLowering.Lower(topology, hub, exposure.Certificate, alertmanager.Authored, "alertmanager-server", [.. hosts.Select(host => host.Host)]))
            yield return made;

        foreach (var (pod, host) in hosts)
        {
            yield return new Manifest(ReplicaService(topology, hub, pod), HubTarget.Observability, origin);
            if (hub.IsOpenShift)
                yield return new Manifest(ReplicaRoute(topology, hub, pod, host), HubTarget.Observability, origin);
        }
    }

    static Service ReplicaService(BoundTopology topology, BoundHub hub, string pod) => new()
    {
        Metadata = Metadata(topology, hub, pod),
        Spec = new()
        {
            Type = hub.IsOpenShift ? null : "LoadBalancer",
            Selector = new() { ["statefulset.kubernetes.io/pod-name"] = pod },
            Ports = [new() { Name = Proxy.Name, Port = 443, TargetPort = Proxy.Name }],
        },
    };

    static Route ReplicaRoute(BoundTopology topology, BoundHub hub, string pod, string host) => new()
    {
        Metadata = Metadata(topology, hub, pod),
        Spec = new()
        {
            Host = host,
            To = new() { Kind = "Service", Name = pod, Weight = 100 },
            Port = new() { TargetPort = Proxy.Name },
            Tls = new() { Termination = "passthrough", InsecureEdgeTerminationPolicy = "None" },
            WildcardPolicy = "None",
        },
    };

    // The operator takes Go's durations here, which know no days.
    static string Hours(Duration length) => FormattableString.Invariant($"{length.Milliseconds / 3_600_000}h");

    static ObjectMeta Metadata(BoundTopology topology, BoundHub hub, string name) => new() { Name = name, Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) };
}
