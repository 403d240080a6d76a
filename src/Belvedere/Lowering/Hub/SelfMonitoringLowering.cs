using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>What observes the hub: a ServiceMonitor for each component, and a Prometheus where the model wants one of its own.</summary>
static class SelfMonitoringLowering
{
    /// <summary>The own Prometheus by the name that network policies use.</summary>
    public const string PeerName = "prometheus-hub";

    const string Name = "hub";

    /// <summary>The port of its HTTP.</summary>
    public static readonly WorkloadPort Web = new("web", 9090);

    /// <summary>The label by which the own Prometheus, and no other, takes monitors and rules.</summary>
    const string SelectionLabel = "belvedere.dev/hub";

    /// <summary>The own Prometheus inside the cluster.</summary>
    public static string Url(BoundHub hub) => FormattableString.Invariant($"http://prometheus-operated.{hub.Namespace}.svc:{Web.Number}");

    /// <summary>The labels that a monitor or rule about the hub carries, so that exactly one Prometheus takes it.</summary>
    public static Map<string> SelectionLabels(BoundTopology topology, BoundHub hub) => hub.SelfMonitoring switch
    {
        BoundOwnPrometheus => new() { [SelectionLabel] = topology.Name },
        BoundExistingPrometheus existing => [.. existing.Labels],
        _ => [],
    };

    /// <summary>An object of the operator's, in the group that whatever observes the hub reads.</summary>
    public static KubernetesObject Selected(KubernetesObject made, BoundHub hub) => hub.SelfMonitoring is BoundOwnPrometheus ? MonitoringGroup.Reconciled(made, hub) : made;

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub, IReadOnlyList<Workload> workloads) =>
    [
        .. workloads.Select(workload => new Manifest(Selected(Monitor(topology, hub, workload), hub), HubTarget.Observability, workload.Origin)),
        .. hub.Alertmanager is { } alertmanager ? [new Manifest(Selected(AlertmanagerMonitor(topology, hub), hub), HubTarget.Observability, Origin.Of(alertmanager.Authored))] : Enumerable.Empty<Manifest>(),
        .. hub.SelfMonitoring is BoundOwnPrometheus own ? Prometheus(topology, hub, own).Select(made => new Manifest(made, HubTarget.Observability, Origin.Of(hub.Authored))) : [],
    ];

    /// <summary>Who scrapes a workload, where it is none of the hub's own pods.</summary>
    public static IEnumerable<Admission> Scrapers(BoundHub hub, Workload workload) => workload.Scraped.SelectMany(port => Scrapers(hub, port));

    /// <summary>The own Prometheus as network policies see it.</summary>
    public static IEnumerable<NetworkPeer> Peers(BoundHub hub, IReadOnlyList<Workload> workloads)
    {
        if (hub.SelfMonitoring is not BoundOwnPrometheus)
            yield break;

        yield return new NetworkPeer
        {
            Name = PeerName,
            PodSelector = new() { ["app.kubernetes.io/name"] = "prometheus", ["operator.prometheus.io/name"] = Name },
            Ports = [Web],
            Calls =
            [
                .. workloads.SelectMany(workload => workload.Scraped.Select(port => new PeerCall(workload.Name, port))),
                .. hub.Alertmanager is null ? Enumerable.Empty<Call>() : [new PeerCall(AlertmanagerLowering.PeerName, AlertmanagerLowering.Web.Name)],
                // Service discovery asks the API server.
                new OutsideCall(443),
                new OutsideCall(6443),
            ],
            Origin = Origin.Of(hub.Authored),
        };
    }

    /// <summary>Who scrapes one port, where it is none of the hub's own pods.</summary>
    public static IEnumerable<Admission> Scrapers(BoundHub hub, string port) => hub.SelfMonitoring switch
    {
        BoundUserWorkloadMonitoring => [new(new PodsOfNamespace(new() { ["network.openshift.io/policy-group"] = "monitoring" }), port)],
        BoundExistingPrometheus existing => [new(new PodsOfNamespace([.. existing.Namespace]), port)],
        _ => [],
    };

    static ServiceMonitor Monitor(BoundTopology topology, BoundHub hub, Workload workload) => new()
    {
        Metadata = Metadata(topology, hub, workload.Name) with { Labels = [.. Labels.Of(workload.Program, workload.Component, topology.Name), .. SelectionLabels(topology, hub)] },
        Spec = new()
        {
            // The job is the program, as dashboards and alerts of Thanos expect.
            JobLabel = "app.kubernetes.io/name",
            Selector = new() { MatchLabels = workload.Selector },
            Endpoints =
            [
                .. workload.Scraped.Select(port => new Endpoint
                {
                    Port = port,
                    Interval = "30s",
                    Relabelings =
                    [
                        new() { SourceLabels = ["__meta_kubernetes_service_label_app_kubernetes_io_component"], TargetLabel = "component" },
                        .. workload.Distinction.Keys.Select(label => new RelabelConfig { SourceLabels = [$"__meta_kubernetes_service_label_{MetaLabel(label)}"], TargetLabel = label[(label.IndexOf('/') + 1)..] }),
                    ],
                }),
            ],
        },
    };

    static ServiceMonitor AlertmanagerMonitor(BoundTopology topology, BoundHub hub) => new()
    {
        Metadata = Metadata(topology, hub, AlertmanagerLowering.PeerName) with { Labels = [.. Labels.Of(topology.Name), .. SelectionLabels(topology, hub)] },
        Spec = new()
        {
            Selector = new() { MatchLabels = new() { ["operated-alertmanager"] = "true" } },
            Endpoints = [new() { Port = AlertmanagerLowering.Web.Name, Interval = "30s" }],
        },
    };

    static IEnumerable<KubernetesObject> Prometheus(BoundTopology topology, BoundHub hub, BoundOwnPrometheus own)
    {
        var metadata = Metadata(topology, hub, Name) with { Name = PeerName };
        yield return new ServiceAccount { Metadata = metadata };
        yield return new Role
        {
            Metadata = metadata,
            Rules =
            [
                new() { ApiGroups = [""], Resources = ["services", "endpoints", "pods"], Verbs = ["get", "list", "watch"] },
                new() { ApiGroups = ["discovery.k8s.io"], Resources = ["endpointslices"], Verbs = ["get", "list", "watch"] },
            ],
        };
        yield return new RoleBinding
        {
            Metadata = metadata,
            RoleRef = new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = PeerName },
            Subjects = [new() { Kind = "ServiceAccount", Name = PeerName, Namespace = hub.Namespace }],
        };

        var selector = new LabelSelector { MatchLabels = SelectionLabels(topology, hub) };
        yield return MonitoringGroup.Reconciled(
            new Prometheus
            {
                Metadata = Metadata(topology, hub, Name),
                Spec = new()
                {
                    Replicas = own.Replicas,
                    ServiceAccountName = PeerName,
                    Retention = own.Retention.ToString(),
                    ScrapeInterval = "30s",
                    EvaluationInterval = "30s",
                    ExternalLabels = new() { [HubBinding.HubLabel] = hub.Name },
                    // Of the hub's namespace alone.
                    ServiceMonitorSelector = selector,
                    RuleSelector = selector,
                    Resources = WorkloadLowering.Requirements(own.Resources),
                    Storage = Storage(own.Volume, own.StorageClass),
                    PriorityClassName = own.Scheduling.PriorityClass,
                    NodeSelector = own.Scheduling.NodeSelector.Count == 0 ? null : [.. own.Scheduling.NodeSelector],
                    Tolerations = own.Scheduling.Tolerations is [] ? null : own.Scheduling.Tolerations,
                    Affinity = own.Scheduling.Affinity,
                    SecurityContext = hub.IsOpenShift ? null : SecurityContext(1000),
                    Alerting = hub.Alertmanager is null ? null : new() { Alertmanagers = [new() { Name = "alertmanager-operated", Namespace = hub.Namespace, Port = AlertmanagerLowering.Web.Name }] },
                },
            },
            hub);
    }

    /// <summary>The disk of an operator's pods.</summary>
    public static StorageSpec Storage(ByteSize size, string? storageClass) => new()
    {
        VolumeClaimTemplate = new()
        {
            Spec = new() { StorageClassName = storageClass, Resources = new() { Requests = new() { ["storage"] = new(size.ToString()) } } },
        },
    };

    /// <summary>Ids of an operator's pods where the platform does not choose them.</summary>
    public static PodSecurityContext SecurityContext(int user) => new()
    {
        RunAsNonRoot = true,
        RunAsUser = user,
        FsGroup = 2000,
        SeccompProfile = new() { Type = "RuntimeDefault" },
    };

    static ObjectMeta Metadata(BoundTopology topology, BoundHub hub, string name) => new() { Name = name, Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) };

    static string MetaLabel(string label) => string.Create(label.Length, label, static (text, from) =>
    {
        for (var at = 0; at < text.Length; at++)
            text[at] = char.IsAsciiLetterOrDigit(from[at]) ? from[at] : '_';
    });
}
