using Belvedere.Documents;

namespace Belvedere.Binding;

/// <summary>What collects on the OpenShift clusters of a profile, with defaults.</summary>
abstract record BoundOpenShift;

/// <summary>The platform's own Prometheus.</summary>
/// <param name="Authored">What the user wrote.</param>
/// <param name="Platform">Whether platform metrics are sent.</param>
/// <param name="UserWorkloads">Whether user workloads are monitored and sent.</param>
/// <param name="Identity">When series get their identity.</param>
/// <param name="Cluster">The imported settings of <c>cluster-monitoring-config</c>; null: none were imported.</param>
/// <param name="UserWorkload">Those of <c>user-workload-monitoring-config</c>.</param>
sealed record BoundClusterMonitoring(
    ClusterMonitoringConfig Authored, bool Platform, bool UserWorkloads, WriteIdentity Identity, MapNode? Cluster, MapNode? UserWorkload) : BoundOpenShift
{
    /// <summary>Whether a ConfigMap may be written whole: its present content is known, or said to be of no worth.</summary>
    public bool MayReplace(bool imported) => imported || Authored.AcknowledgeReplace == true;

    /// <summary>Whether the first ConfigMap is emitted: it sends platform metrics, and it alone switches user workloads on.</summary>
    public bool EmitsClusterMap => Platform || Cluster is not null;
}

/// <summary>The Cluster Observability Operator.</summary>
sealed record BoundObservabilityOperator(bool Install, string Channel, bool UserWorkloads) : BoundOpenShift;

/// <summary>The collectors of Advanced Cluster Management.</summary>
sealed record BoundAcmManaged(IReadOnlyList<string> ClusterSets) : BoundOpenShift;

/// <summary>A Prometheus among the platform's.</summary>
sealed record BoundDedicatedPrometheus : BoundOpenShift;
