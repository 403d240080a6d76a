using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Hub;

/// <summary>
/// The API group of what an operator of Prometheus reconciles on the hub. On OpenShift the platform's operators take no
/// Prometheus or Alertmanager but their own, so these are of <c>monitoring.rhobs</c> there, which takes the same fields.
/// </summary>
static class MonitoringGroup
{
    const string Upstream = "monitoring.coreos.com/";
    const string ObservabilityOperator = "monitoring.rhobs/";

    /// <summary>An object of <c>monitoring.coreos.com</c> in the group whose operator takes it on this hub.</summary>
    public static KubernetesObject Reconciled(KubernetesObject made, BoundHub hub)
    {
        if (!hub.IsOpenShift)
            return made;

        var moved = KubernetesObject.FromNode(MapNode.Of(made.ToNode().Select(entry => entry.Key.Text == "apiVersion"
            ? (entry.Key.Text, Text.Of(ObservabilityOperator + made.ApiVersion[Upstream.Length..]))
            : (entry.Key.Text, (Node?)entry.Value))));
        return moved.Kind is "Prometheus" or "Alertmanager"
            ? moved with { Metadata = moved.Metadata with { Labels = (moved.Metadata.Labels ?? []).With("app.kubernetes.io/managed-by", "observability-operator") } }
            : moved;
    }
}
