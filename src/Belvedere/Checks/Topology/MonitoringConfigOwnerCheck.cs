using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Knowledge.Platforms;

namespace Belvedere.Checks.Topology;

/// <summary>A ConfigMap of cluster monitoring is replaced only by somebody who knows what stands in it.</summary>
sealed class MonitoringConfigOwnerCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1083", "A ConfigMap of cluster monitoring would be replaced unseen", DiagnosticSeverity.Error)
    {
        Sources = ["cluster-monitoring-operator: one ConfigMap holds disks, retention, placement and remote write"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        foreach (var (profile, at) in EffectiveProfile.OnCollector(subject, CollectorShape.ClusterMonitoring))
        {
            if (profile.OpenShift is not BoundClusterMonitoring settings)
                continue;
            if (settings.Platform && !settings.MayReplace(settings.Cluster is not null))
                yield return Unseen(at, PlatformConfiguration.ClusterMap);
            if (settings.UserWorkloads && !settings.MayReplace(settings.UserWorkload is not null))
                yield return Unseen(at, PlatformConfiguration.UserWorkloadMap);
        }
    }

    Diagnostic Unseen(Element at, string map) => Descriptor.On(
        at,
        $"The clusters of {at.Designation} would get {map} as a whole, and what stands in theirs now is not known: disks, retention and other settings would be lost. Import it with ClusterMonitoringConfig.Imported, or set AcknowledgeReplace.",
        nameof(Profile.OpenShift));
}
