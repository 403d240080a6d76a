using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Rules;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>A Prometheus of the Prometheus operator, with what it may read and where it writes.</summary>
sealed class PrometheusLowering : CollectorLowering
{
    const string Program = "prometheus";

    public override IEnumerable<KubernetesObject> Objects(Collector collector) =>
    [
        collector.OwnNamespace,
        .. DiscoveryLowering.Lower(collector, Program),
        Prometheus(collector),
        .. CollectorMonitorLowering.Lower(collector, Program),
    ];

    public override IEnumerable<KubernetesObject> Rules(Collector collector, BoundRules rules) =>
    [
        new PrometheusRule { Metadata = RuleLowering.Metadata(collector, rules, collector.Namespace), Spec = RuleLowering.Spec(rules) },
    ];

    public override Func<LabelSet, IReadOnlyList<ObjectPatch>> Identity(Collector collector) =>
        IdentityIn(collector, new Prometheus { Metadata = collector.Metadata(Program) }, "/spec", RemoteWriteLowering.Lower(collector));

    static Prometheus Prometheus(Collector collector)
    {
        var profile = collector.Profile;
        var monitors = MonitorSelector(profile);
        return new Prometheus
        {
            Metadata = collector.Metadata(Program),
            Spec = new()
            {
                Replicas = profile.Replicas,
                ServiceAccountName = collector.Name,
                ScrapeInterval = profile.ScrapeInterval.ToString(),
                EvaluationInterval = profile.ScrapeInterval.ToString(),
                Retention = profile.Retention.ToString(),
                // The label 'prometheus' names this object, which is the same on every cluster and tells nothing.
                PrometheusExternalLabelName = "",
                ServiceMonitorSelector = monitors,
                ServiceMonitorNamespaceSelector = new(),
                PodMonitorSelector = monitors,
                PodMonitorNamespaceSelector = new(),
                ProbeSelector = monitors,
                ProbeNamespaceSelector = new(),
                RuleSelector = new() { MatchLabels = new() { [Collector.RulesLabel] = collector.Name } },
                Resources = WorkloadLowering.Requirements(profile.Resources),
                SecurityContext = FixedUser,
                Storage = Storage(profile),
                RemoteWrite = RemoteWriteLowering.Lower(collector),
            },
        };
    }

    /// <summary>What a monitor must have to be scraped.</summary>
    public static LabelSelector MonitorSelector(BoundProfile profile) => new() { MatchLabels = profile.MonitorLabels.Count == 0 ? null : [.. profile.MonitorLabels] };

    /// <summary>The user of Prometheus' image. Not for OpenShift, which chooses its own and refuses others.</summary>
    public static PodSecurityContext FixedUser => new() { RunAsNonRoot = true, RunAsUser = 1000, FsGroup = 2000, SeccompProfile = new() { Type = "RuntimeDefault" } };

    /// <summary>The disk; none unless the profile has one.</summary>
    public static StorageSpec? Storage(BoundProfile profile) => profile.Volume is not { } size ? null : new()
    {
        VolumeClaimTemplate = new()
        {
            Spec = new()
            {
                StorageClassName = profile.StorageClass,
                Resources = new() { Requests = new() { ["storage"] = new(size.ToString()) } },
            },
        },
    };
}
