using Belvedere.Binding;
using Belvedere.Documents;
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

    /// <summary>What makes a cluster itself, by its labels. What its like have in common is made once, not for each of them.</summary>
    public abstract Func<LabelSet, IReadOnlyList<ObjectPatch>> Identity(Collector collector);

    /// <summary>A cluster's labels as external labels of what collects there, and as the last step on the way to each hub.</summary>
    /// <param name="collector">The collector.</param>
    /// <param name="target">The object that collects.</param>
    /// <param name="spec">Where it has its settings.</param>
    /// <param name="entries">Its ways to the hubs; null for none.</param>
    protected static Func<LabelSet, IReadOnlyList<ObjectPatch>> IdentityIn(Collector collector, KubernetesObject target, string spec, IReadOnlyList<RemoteWriteSpec>? entries) => labels =>
    [
        ObjectPatch.Of(
            target,
            [
                new PatchOperation("add", $"{spec}/externalLabels", MapNode.Of(labels.Select(label => (label.Key, (Node?)ScalarNode.String(label.Value))))),
                .. RemoteWriteLowering.Identity(collector, entries, $"{spec}/remoteWrite", labels),
            ]),
    ];

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
