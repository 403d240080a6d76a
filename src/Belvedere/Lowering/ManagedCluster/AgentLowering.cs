using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>A Prometheus in agent mode, of the Prometheus operator. It evaluates no rules.</summary>
sealed class AgentLowering : CollectorLowering
{
    const string Program = "prometheus-agent";

    public override IEnumerable<KubernetesObject> Objects(Collector collector) =>
    [
        collector.OwnNamespace,
        .. DiscoveryLowering.Lower(collector, Program),
        Agent(collector),
        .. CollectorMonitorLowering.Lower(collector, Program),
    ];

    public override IEnumerable<KubernetesObject> Rules(Collector collector, BoundRules rules) => [];

    public override Func<LabelSet, IReadOnlyList<ObjectPatch>> Identity(Collector collector) =>
        IdentityIn(collector, new PrometheusAgent { Metadata = collector.Metadata(Program) }, "/spec", RemoteWriteLowering.Lower(collector));

    static PrometheusAgent Agent(Collector collector)
    {
        var profile = collector.Profile;
        var monitors = PrometheusLowering.MonitorSelector(profile);
        return new PrometheusAgent
        {
            Metadata = collector.Metadata(Program),
            Spec = new()
            {
                Replicas = profile.Replicas,
                ServiceAccountName = collector.Name,
                ScrapeInterval = profile.ScrapeInterval.ToString(),
                PrometheusExternalLabelName = "",
                ServiceMonitorSelector = monitors,
                ServiceMonitorNamespaceSelector = new(),
                PodMonitorSelector = monitors,
                PodMonitorNamespaceSelector = new(),
                ProbeSelector = monitors,
                ProbeNamespaceSelector = new(),
                Resources = WorkloadLowering.Requirements(profile.Resources),
                SecurityContext = PrometheusLowering.FixedUser,
                Storage = PrometheusLowering.Storage(profile),
                RemoteWrite = RemoteWriteLowering.Lower(collector),
            },
        };
    }
}
