using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>The platform's ConfigMap of a managed service is left to the service.</summary>
sealed class ManagedServiceCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1084", "A managed service owns the platform's ConfigMap", DiagnosticSeverity.Error)
    {
        Sources = ["openshift/managed-cluster-config: SelectorSyncSets own cluster-monitoring-config"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from cluster in subject.Clusters
        where cluster.Authored.Platform.IsManagedService && cluster.Shape.Effective.OpenShift is BoundClusterMonitoring { EmitsClusterMap: true }
        select Descriptor.On(
            cluster.Authored,
            $"{cluster.Authored.Designation} runs on {cluster.Authored.Platform}, whose service owns ConfigMap cluster-monitoring-config and undoes every change. Use ObservabilityOperator, or set ClusterMonitoringConfig.Platform to false and import nothing for it.",
            nameof(ManagedCluster.Platform));
}
