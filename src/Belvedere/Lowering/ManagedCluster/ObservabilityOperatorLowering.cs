using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>The Cluster Observability Operator itself, installed by the Operator Lifecycle Manager.</summary>
static class ObservabilityOperatorLowering
{
    /// <summary>The label without which the operator ignores an object in silence.</summary>
    public const string ManagedBy = "app.kubernetes.io/managed-by";

    /// <summary>Its value.</summary>
    public const string Operator = "observability-operator";

    const string Package = "cluster-observability-operator";
    const string OperatorNamespace = "openshift-cluster-observability-operator";

    public static IEnumerable<KubernetesObject> Lower(Collector collector)
    {
        if (collector.Profile.OpenShift is not BoundObservabilityOperator { Install: true } made)
            return [];

        return
        [
            new Namespace { Metadata = new() { Name = OperatorNamespace, Labels = Labels.Of(collector.Topology.Name) } },
            // Without target namespaces it serves all, which is the only mode it has.
            Custom("operators.coreos.com/v1", "OperatorGroup", collector, MapNode.Empty),
            Custom("operators.coreos.com/v1alpha1", "Subscription", collector, MapNode.Of(
                ("channel", ScalarNode.String(made.Channel)),
                ("installPlanApproval", ScalarNode.String("Automatic")),
                ("name", ScalarNode.String(Package)),
                ("source", ScalarNode.String("redhat-operators")),
                ("sourceNamespace", ScalarNode.String("openshift-marketplace")))),
        ];
    }

    static CustomObject Custom(string apiVersion, string kind, Collector collector, MapNode spec) =>
        new(apiVersion, kind, MapNode.Of(
            ("metadata", new ObjectMeta { Name = Package, Namespace = OperatorNamespace, Labels = Labels.Of(collector.Topology.Name) }.ToNode()),
            ("spec", spec)));
}
