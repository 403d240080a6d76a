namespace Belvedere.Verifier.Sites;

/// <summary>A port of a Service and where it leads.</summary>
sealed record ServicePort(string Name, int Number, string Target, string Protocol);

/// <summary>A Service, emitted or made by the Prometheus operator.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Selector">Labels of the pods behind it.</param>
/// <param name="Labels">Its own labels, by which monitors choose it.</param>
/// <param name="Ports">Its ports.</param>
/// <param name="IsHeadless">Whether DNS answers with the pods themselves.</param>
/// <param name="Emitted">The object; null where an operator makes it.</param>
sealed record ServiceView(string Namespace, string Name, IReadOnlyDictionary<string, string> Selector, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<ServicePort> Ports, bool IsHeadless, Resource? Emitted)
{
    public ServicePort? Port(string nameOrNumber) => Ports.FirstOrDefault(port => port.Name == nameOrNumber || port.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == nameOrNumber);

    public bool Leads(PodSet pods) => pods.Namespace == Namespace && Selector.Count > 0 && (Sites.Selector.Has(pods.Labels, Selector) || LeadsToOne(pods));

    // A Service for a single pod of a StatefulSet.
    bool LeadsToOne(PodSet pods) => Selector.TryGetValue("statefulset.kubernetes.io/pod-name", out var name) && pods.Names.Contains(name);

    public static ServiceView Of(Resource service) => new(
        service.Namespace,
        service.Name,
        service.Spec["selector"].Strings,
        service.Labels,
        [.. service.Spec["ports"].Items.Select(port => new ServicePort(port["name"].Text ?? "", port["port"].Number ?? 0, port["targetPort"].Text ?? port["port"].Text ?? "", port["protocol"].Text ?? "TCP"))],
        service.Spec["clusterIP"].Text == "None",
        service);

    /// <summary>The governing Services that the operator makes for its StatefulSets: one for each kind in a namespace.</summary>
    public static ServiceView? MadeFor(PodSet pods) => pods.Owner.Kind switch
    {
        "Prometheus" => Governing(pods, "prometheus-operated", "prometheus", "operated-prometheus", [new("web", 9090, "web", "TCP")]),
        "PrometheusAgent" => Governing(pods, "prometheus-agent-operated", "prometheus-agent", "operated-prometheus", [new("web", 9090, "web", "TCP")]),
        "Alertmanager" => Governing(pods, "alertmanager-operated", "alertmanager", "operated-alertmanager", [new("web", 9093, "web", "TCP"), new("tcp-mesh", 9094, "mesh-tcp", "TCP"), new("udp-mesh", 9094, "mesh-udp", "UDP")]),
        "MonitoringStack" => new(pods.Namespace, $"{pods.Owner.Name}-prometheus", new Dictionary<string, string> { ["app.kubernetes.io/name"] = "prometheus" }, new Dictionary<string, string>(), [new("web", 9090, "web", "TCP")], true, null),
        _ => null,
    };

    static ServiceView Governing(PodSet pods, string name, string app, string label, ServicePort[] ports) => new(
        pods.Namespace,
        name,
        new Dictionary<string, string> { ["app.kubernetes.io/name"] = app },
        new Dictionary<string, string> { [label] = "true", ["managed-by"] = "prometheus-operator" },
        ports,
        true,
        null);
}
