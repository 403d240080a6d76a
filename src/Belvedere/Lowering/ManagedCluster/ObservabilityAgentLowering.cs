using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;
using Rhobs = Belvedere.Kubernetes.Rhobs;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>An agent of the Cluster Observability Operator that reads the platform's Prometheus.</summary>
sealed class ObservabilityAgentLowering : CollectorLowering
{
    const string Program = "prometheus-agent";
    const string PlatformClass = "platform";
    const string Authority = "openshift-service-ca.crt";

    public override IEnumerable<KubernetesObject> Objects(Collector collector) =>
    [
        .. ObservabilityOperatorLowering.Lower(collector),
        collector.OwnNamespace,
        new ServiceAccount { Metadata = collector.Metadata(Program) },
        .. FederationLowering.Access(collector, Program),
        .. Discovery(collector),
        Agent(collector),
        .. FederationLowering.Lower(collector, scrape => scrape with { ScrapeClass = PlatformClass }),
        CollectorMonitorLowering.Service(collector, Program),
        new Rhobs.ServiceMonitor { Metadata = Selected(collector), Spec = CollectorMonitorLowering.Spec(collector, Program) },
    ];

    public override IEnumerable<KubernetesObject> Rules(Collector collector, BoundRules rules) => [];

    public override Func<LabelSet, IReadOnlyList<ObjectPatch>> Identity(Collector collector) =>
        IdentityIn(collector, new Rhobs.PrometheusAgent { Metadata = collector.Metadata(Program) }, "/spec", RemoteWriteLowering.Lower(collector));

    static Rhobs.PrometheusAgent Agent(Collector collector)
    {
        var profile = collector.Profile;
        var metadata = collector.Metadata(Program);
        var own = new LabelSelector { MatchLabels = new() { [Collector.CollectorLabel] = collector.Name } };
        return new Rhobs.PrometheusAgent
        {
            Metadata = metadata with { Labels = metadata.Labels!.With(ObservabilityOperatorLowering.ManagedBy, ObservabilityOperatorLowering.Operator) },
            Spec = new()
            {
                Replicas = profile.Replicas,
                ServiceAccountName = collector.Name,
                ScrapeInterval = profile.FederationInterval.ToString(),
                PrometheusExternalLabelName = "",
                ConfigMaps = [Authority],
                ScrapeConfigSelector = own,
                ServiceMonitorSelector = own,
                // The only way to the token in the pod: a scrape of its own may name Secrets, and no file.
                ScrapeClasses =
                [
                    new()
                    {
                        Name = PlatformClass,
                        Authorization = new() { CredentialsFile = "/var/run/secrets/kubernetes.io/serviceaccount/token" },
                        TlsConfig = new() { CaFile = $"/etc/prometheus/configmaps/{Authority}/service-ca.crt" },
                    },
                ],
                Resources = WorkloadLowering.Requirements(profile.Resources),
                Storage = PrometheusLowering.Storage(profile),
                RemoteWrite = RemoteWriteLowering.Lower(collector),
            },
        };
    }

    // It finds its own pods in its own namespace, and looks nowhere else.
    static IEnumerable<KubernetesObject> Discovery(Collector collector) =>
    [
        new Role
        {
            Metadata = collector.Metadata(Program),
            Rules =
            [
                new() { ApiGroups = [""], Resources = ["services", "endpoints", "pods"], Verbs = ["get", "list", "watch"] },
                new() { ApiGroups = ["discovery.k8s.io"], Resources = ["endpointslices"], Verbs = ["get", "list", "watch"] },
            ],
        },
        new RoleBinding
        {
            Metadata = collector.Metadata(Program),
            RoleRef = new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = collector.Name },
            Subjects = [new() { Kind = "ServiceAccount", Name = collector.Name, Namespace = collector.Namespace }],
        },
    ];

    static ObjectMeta Selected(Collector collector)
    {
        var metadata = collector.Metadata(Program);
        return metadata with { Labels = metadata.Labels!.With(Collector.CollectorLabel, collector.Name) };
    }
}
