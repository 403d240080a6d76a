namespace Belvedere;

/// <summary>What observes the hub's own components. The Ruler cannot: what stops the hub stops it too.</summary>
public abstract record SelfMonitoring
{
    private protected SelfMonitoring()
    {
    }

    /// <summary>
    /// OpenShift's monitoring of user workloads. It takes monitors and rules of the hub's namespace by itself where
    /// <c>enableUserWorkload</c> is set.
    /// </summary>
    public static UserWorkloadMonitoring UserWorkload { get; } = new();

    /// <summary>A Prometheus that the compiler makes beside the components (<c>Prometheus</c> of the Prometheus operator).</summary>
    public static OwnPrometheus Prometheus { get; } = new();

    /// <summary>A Prometheus that is on the hub's cluster already.</summary>
    /// <param name="labels">The labels by which it selects monitors and rules.</param>
    public static ExistingPrometheus Existing(LabelSet labels) => new() { Labels = labels };
}

/// <summary>OpenShift's monitoring of user workloads.</summary>
public sealed record UserWorkloadMonitoring : SelfMonitoring;

/// <summary>
/// A Prometheus of the hub's own. On OpenShift it is one of the Cluster Observability Operator (<c>monitoring.rhobs</c>): no
/// other operator there would take it.
/// </summary>
public sealed record OwnPrometheus : SelfMonitoring
{
    /// <summary>Pods. Default 2; each evaluates every rule, and Alertmanager removes the duplicates.</summary>
    public int? Replicas { get; init; }

    /// <summary>How long samples are kept (<c>retention</c>). Default 7 days.</summary>
    public Duration? Retention { get; init; }

    /// <summary>The disk of each pod. Default 20 GiB.</summary>
    public ByteSize? Volume { get; init; }

    /// <summary>The storage class of the disks; the cluster's default when null.</summary>
    public string? StorageClass { get; init; }

    /// <summary>What each pod asks for. Default 200 millicores and 1 GiB.</summary>
    public Resources? Resources { get; init; }
}

/// <summary>A Prometheus that is on the hub's cluster already.</summary>
public sealed record ExistingPrometheus : SelfMonitoring
{
    /// <summary>The labels by which it selects ServiceMonitors and PrometheusRules.</summary>
    public LabelSet Labels { get; init; } = LabelSet.Empty;

    /// <summary>
    /// Labels of the namespace that its pods run in, which the components' network policies admit. Default
    /// <c>kubernetes.io/metadata.name: monitoring</c>.
    /// </summary>
    public LabelSet? Namespace { get; init; }
}
