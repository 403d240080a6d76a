namespace Belvedere;

/// <summary>
/// A Prometheus of our own in a namespace of our own, run by the Cluster Observability Operator. It federates from the
/// platform's Prometheus and owns nothing that others own; so it is what OpenShift clusters use by default, also on OpenShift
/// Dedicated and ROSA. With local rules it is a <c>MonitoringStack</c>, otherwise a <c>PrometheusAgent</c>.
/// </summary>
public sealed record ObservabilityOperator : OpenShiftCollection
{
    /// <summary>Whether the operator is installed too (<c>Subscription</c>). Default: true; false where the cluster has it.</summary>
    public bool? Install { get; init; }

    /// <summary>The channel of the operator's package. Default <c>stable</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Whether metrics of user workloads are federated too. Default: false.</summary>
    public bool? UserWorkloads { get; init; }
}
