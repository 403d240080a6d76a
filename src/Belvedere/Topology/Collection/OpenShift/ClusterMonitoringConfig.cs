namespace Belvedere;

/// <summary>
/// The platform's own Prometheus writes to the hub: the ConfigMaps <c>cluster-monitoring-config</c> and
/// <c>user-workload-monitoring-config</c>, whole. Whatever else stands in them now must be imported, because afterwards they are
/// as the repository says. Full resolution and no further Prometheus; recording rules over platform metrics have no home here.
/// Not on OpenShift Dedicated and ROSA, where the service owns the first ConfigMap, unless <see cref="Platform"/> is false.
/// </summary>
public sealed record ClusterMonitoringConfig : OpenShiftCollection
{
    /// <summary>Whether the platform's own metrics are sent (<c>prometheusK8s.remoteWrite</c>). Default: true.</summary>
    public bool? Platform { get; init; }

    /// <summary>
    /// Whether user workloads are monitored (<c>enableUserWorkload</c>) and their metrics sent (<c>prometheus.remoteWrite</c> of
    /// the second ConfigMap). Default: true.
    /// </summary>
    public bool? UserWorkloads { get; init; }

    /// <summary>
    /// The files that hold the ConfigMaps as they are now, from <c>kubectl get configmap -o yaml</c>, relative to the project's
    /// folder; <c>*</c> and <c>**</c> name several. Their settings are kept; a <c>remoteWrite</c> entry named <c>hub</c> is replaced.
    /// </summary>
    public string? Imported { get; init; }

    /// <summary>Says that the clusters' present ConfigMaps hold nothing that is worth keeping, so that none needs to be imported.</summary>
    public bool? AcknowledgeReplace { get; init; }

    /// <summary>How series tell which cluster they are from. Default: <see cref="WriteIdentity.BuildTime"/>.</summary>
    public WriteIdentity? Identity { get; init; }
}

/// <summary>When series get the labels that tell which cluster they are from.</summary>
public enum WriteIdentity
{
    /// <summary>The overlay of each cluster holds its name and other external labels.</summary>
    BuildTime = 1,

    /// <summary>
    /// The platform sets <c>cluster_id</c> while it runs, and nothing else: all clusters of a profile get the same objects. The
    /// hub joins the name by <c>belvedere:cluster_info</c>.
    /// </summary>
    RunTime = 2,
}
