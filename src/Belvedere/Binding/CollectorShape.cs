namespace Belvedere.Binding;

/// <summary>What collects on a cluster, as profile, platform and rules together decide it.</summary>
enum CollectorShape
{
    /// <summary>A Prometheus of the Prometheus operator, on Kubernetes.</summary>
    Prometheus,

    /// <summary>An agent of the Prometheus operator, on Kubernetes.</summary>
    Agent,

    /// <summary>The platform's own Prometheus, by its ConfigMaps.</summary>
    ClusterMonitoring,

    /// <summary>An agent of the Cluster Observability Operator.</summary>
    ObservabilityAgent,

    /// <summary>A MonitoringStack of the Cluster Observability Operator.</summary>
    ObservabilityStack,

    /// <summary>The collectors of Advanced Cluster Management.</summary>
    AcmManaged,

    /// <summary>A Prometheus in the platform's namespace for user workloads.</summary>
    DedicatedPrometheus,
}

/// <summary>The choice of a shape.</summary>
static class CollectorShapes
{
    public static CollectorShape Of(BoundProfile profile, Platform platform)
    {
        var agent = profile.Authored.Collector is CollectorKind.Agent;
        if (!platform.IsOpenShift)
            return agent ? CollectorShape.Agent : CollectorShape.Prometheus;

        return profile.OpenShift switch
        {
            BoundClusterMonitoring => CollectorShape.ClusterMonitoring,
            BoundAcmManaged => CollectorShape.AcmManaged,
            BoundDedicatedPrometheus => CollectorShape.DedicatedPrometheus,
            _ when profile.Authored.Collector is null => profile.Rules.Any(rules => rules.IsLocal) ? CollectorShape.ObservabilityStack : CollectorShape.ObservabilityAgent,
            _ => agent ? CollectorShape.ObservabilityAgent : CollectorShape.ObservabilityStack,
        };
    }

    /// <summary>Whether it evaluates rules of users.</summary>
    public static bool EvaluatesRules(this CollectorShape shape) => shape is not (CollectorShape.Agent or CollectorShape.ObservabilityAgent);
}
