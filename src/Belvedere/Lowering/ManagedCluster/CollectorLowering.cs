using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>The objects of one kind of collector.</summary>
abstract class CollectorLowering
{
    /// <summary>The collector and what it needs, without what tells its cluster from others.</summary>
    public abstract IEnumerable<KubernetesObject> Objects(Collector collector);

    /// <summary>The namespaces of what writes to the hub: the client's certificate must be in each.</summary>
    public virtual IEnumerable<string> WritingNamespaces(Collector collector) => [collector.Namespace];

    /// <summary>A group of local rules, in the kinds that this collector evaluates.</summary>
    public abstract IEnumerable<KubernetesObject> Rules(Collector collector, BoundRules rules);

    /// <summary>What makes a cluster itself.</summary>
    public abstract IEnumerable<ObjectPatch> Identity(Collector collector, LabelSet labels);

    /// <summary>The lowering of a shape. A new shape is one more line here.</summary>
    public static CollectorLowering Of(CollectorShape shape) => shape switch
    {
        CollectorShape.Prometheus => new PrometheusLowering(),
        CollectorShape.Agent => new AgentLowering(),
        CollectorShape.ClusterMonitoring => new ClusterMonitoringLowering(),
        CollectorShape.ObservabilityAgent => new ObservabilityAgentLowering(),
        CollectorShape.ObservabilityStack => new ObservabilityStackLowering(),
        CollectorShape.AcmManaged => new AcmManagedLowering(),
        CollectorShape.DedicatedPrometheus => new DedicatedPrometheusLowering(),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "No such collector."),
    };
}
