using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Rules;
using Belvedere.Lowering.Workloads;
using Rhobs = Belvedere.Kubernetes.Rhobs;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>
/// A MonitoringStack of the Cluster Observability Operator: it reads the platform's Prometheus and evaluates local rules over
/// that. It scrapes itself without being asked.
/// </summary>
sealed class ObservabilityStackLowering : CollectorLowering
{
    const string Program = "prometheus";
    const string Token = "federation-token";

    public override IEnumerable<KubernetesObject> Objects(Collector collector) =>
    [
        .. ObservabilityOperatorLowering.Lower(collector),
        collector.OwnNamespace,
        new ServiceAccount { Metadata = collector.Metadata(Program) },
        TokenSecret(collector),
        .. FederationLowering.Access(collector, Program),
        Stack(collector),
        .. FederationLowering.Lower(collector, scrape => scrape with
        {
            Authorization = new() { Credentials = new() { Name = Token, Key = "token" } },
            TlsConfig = new() { Ca = new() { ConfigMap = new() { Name = "openshift-service-ca.crt", Key = "service-ca.crt" } } },
        }),
    ];

    public override IEnumerable<KubernetesObject> Rules(Collector collector, BoundRules rules) =>
    [
        new Rhobs.PrometheusRule { Metadata = Selected(collector, RuleLowering.Metadata(collector, rules, collector.Namespace)), Spec = RuleLowering.Spec(rules) },
    ];

    public override Func<LabelSet, IReadOnlyList<ObjectPatch>> Identity(Collector collector) =>
        IdentityIn(collector, new Rhobs.MonitoringStack { Metadata = collector.Metadata(Program) }, "/spec/prometheusConfig", Write(collector));

    static Rhobs.MonitoringStack Stack(Collector collector)
    {
        var profile = collector.Profile;
        return new Rhobs.MonitoringStack
        {
            Metadata = collector.Metadata(Program),
            Spec = new()
            {
                // Alerts go where the platform's own go, or to the hub; a third place would be looked at by nobody.
                AlertmanagerConfig = new() { Disabled = true },
                ResourceSelector = new() { MatchLabels = new() { [Collector.CollectorLabel] = collector.Name } },
                Resources = WorkloadLowering.Requirements(profile.Resources),
                Retention = profile.Retention.ToString(),
                PrometheusConfig = new()
                {
                    Replicas = profile.Replicas,
                    ScrapeInterval = profile.FederationInterval.ToString(),
                    PersistentVolumeClaim = PrometheusLowering.Storage(profile)?.VolumeClaimTemplate?.Spec,
                    RemoteWrite = Write(collector)?.Select(write => ManifestNode.FromNode<Rhobs.RemoteWriteSpec>(write.ToNode())).ToList(),
                },
            },
        };
    }

    static IReadOnlyList<RemoteWriteSpec>? Write(Collector collector) => RemoteWriteLowering.Lower(collector, RemoteWriteLowering.Lower(Relabeling.DropLabels("prometheus")));

    // A stack has no scrape classes, so its scrapes name a Secret, which the cluster fills.
    static Secret TokenSecret(Collector collector)
    {
        var metadata = collector.Metadata(Program, name: Token);
        return new Secret { Metadata = metadata with { Annotations = new() { ["kubernetes.io/service-account.name"] = collector.Name } }, Type = "kubernetes.io/service-account-token" };
    }

    static ObjectMeta Selected(Collector collector, ObjectMeta metadata) =>
        metadata with { Labels = metadata.Labels!.With(Collector.CollectorLabel, collector.Name) };
}
