namespace Belvedere.Distill;

/// <summary>
/// The reviewed names. Upstream's CRDs do not say what their nested types are called; the names here are those that the
/// field's people know. Everything else is named by its place.
/// </summary>
static class NameTable
{
    /// <summary>Types of Kubernetes whose own name is another's.</summary>
    public static readonly IReadOnlyDictionary<string, string> BuiltIn = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Probe is a kind of the Prometheus Operator.
        ["io.k8s.api.core.v1.Probe"] = "ContainerProbe",
        ["io.k8s.api.discovery.v1.EndpointPort"] = "EndpointSlicePort",
        ["io.k8s.api.core.v1.EndpointPort"] = "EndpointsPort",
        ["io.k8s.api.discovery.v1.Endpoint"] = "EndpointSliceEndpoint",
        ["io.k8s.api.admissionregistration.v1.WebhookClientConfig"] = "AdmissionWebhookClientConfig",
        ["io.k8s.api.admissionregistration.v1.ServiceReference"] = "AdmissionServiceReference",
        ["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig"] = "ConversionWebhookClientConfig",
        ["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference"] = "ConversionServiceReference",
        ["io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference"] = "APIServiceReference",
    };

    /// <summary>By group: the name, and one place where the type stands.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Nested = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
    {
        ["monitoring.coreos.com"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RelabelConfig"] = "ServiceMonitor.spec.endpoints[].relabelings[]",
        },
        ["grafana.integreatly.org"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GrafanaServiceAccountTemplate"] = "Grafana.spec.serviceAccount",
            ["GrafanaNotificationPolicyRootRoute"] = "GrafanaNotificationPolicy.spec.route",
        },
    };
}
