using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>Clusters whose collectors Advanced Cluster Management brings: the hub configures them, and they get nothing from us.</summary>
sealed class AcmManagedLowering : CollectorLowering
{
    public override IEnumerable<KubernetesObject> Objects(Collector collector) => [];

    public override IEnumerable<string> WritingNamespaces(Collector collector) => [];

    public override IEnumerable<KubernetesObject> Rules(Collector collector, BoundRules rules) => [];

    public override Func<LabelSet, IReadOnlyList<ObjectPatch>> Identity(Collector collector) => _ => [];
}
