using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Rules;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>
/// A Prometheus of our own among OpenShift's. The platform scrapes and evaluates everything in that namespace, so monitors and
/// rules for it are in a namespace of ours that user workload monitoring leaves alone.
/// </summary>
sealed class DedicatedPrometheusLowering : CollectorLowering
{
    const string Program = "prometheus";
    const string PlatformNamespace = "openshift-user-workload-monitoring";
    const string NotMonitored = "openshift.io/user-monitoring";

    public override IEnumerable<KubernetesObject> Objects(Collector collector) =>
    [
        new Namespace { Metadata = collector.OwnNamespace.Metadata with { Labels = collector.OwnNamespace.Metadata.Labels!.With(NotMonitored, "false") } },
        .. DiscoveryLowering.Lower(collector, Program, PlatformNamespace),
        Prometheus(collector),
    ];

    public override IEnumerable<string> WritingNamespaces(Collector collector) => [PlatformNamespace];

    public override IEnumerable<KubernetesObject> Rules(Collector collector, BoundRules rules) =>
    [
        new PrometheusRule { Metadata = RuleLowering.Metadata(collector, rules, collector.Namespace), Spec = RuleLowering.Spec(rules) },
    ];

    public override Func<LabelSet, IReadOnlyList<ObjectPatch>> Identity(Collector collector) =>
        IdentityIn(collector, new Prometheus { Metadata = collector.Metadata(Program, PlatformNamespace) }, "/spec", RemoteWriteLowering.Lower(collector));

    static Prometheus Prometheus(Collector collector)
    {
        var profile = collector.Profile;
        var own = new LabelSelector { MatchLabels = new() { ["kubernetes.io/metadata.name"] = collector.Namespace } };
        var monitors = PrometheusLowering.MonitorSelector(profile);
        return new Prometheus
        {
            Metadata = collector.Metadata(Program, PlatformNamespace),
            Spec = new()
            {
                Replicas = profile.Replicas,
                ServiceAccountName = collector.Name,
                ScrapeInterval = profile.ScrapeInterval.ToString(),
                EvaluationInterval = profile.ScrapeInterval.ToString(),
                Retention = profile.Retention.ToString(),
                PrometheusExternalLabelName = "",
                ServiceMonitorSelector = monitors,
                ServiceMonitorNamespaceSelector = own,
                PodMonitorSelector = monitors,
                PodMonitorNamespaceSelector = own,
                ProbeSelector = monitors,
                ProbeNamespaceSelector = own,
                RuleSelector = new() { MatchLabels = new() { [Collector.RulesLabel] = collector.Name } },
                RuleNamespaceSelector = own,
                Resources = WorkloadLowering.Requirements(profile.Resources),
                Storage = PrometheusLowering.Storage(profile),
                RemoteWrite = RemoteWriteLowering.Lower(collector),
            },
        };
    }
}
