using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>A port that a container declares.</summary>
sealed record PodPort(string Name, int Number, string Protocol);

/// <summary>Pods of one kind, from a workload's template or as an operator makes them.</summary>
/// <param name="Owner">The workload or custom resource.</param>
/// <param name="Labels">Labels of each pod.</param>
/// <param name="Spec">The pod's specification, or what the custom resource says in its place.</param>
/// <param name="Ports">The ports of all containers.</param>
/// <param name="Replicas">How many there are.</param>
/// <param name="Names">Their names, where they have steady ones.</param>
sealed record PodSet(Resource Owner, IReadOnlyDictionary<string, string> Labels, Node Spec, IReadOnlyList<PodPort> Ports, int Replicas, IReadOnlyList<string> Names)
{
    public string Namespace => Owner.Namespace;

    public IReadOnlyList<Node> Containers { get; } = [.. Spec["initContainers"].Items, .. Spec["containers"].Items];

    public PodPort? Port(string nameOrNumber) => Ports.FirstOrDefault(port => port.Name == nameOrNumber || port.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == nameOrNumber);

    /// <summary>The pods of a workload, of a custom resource of the Prometheus operator, or null where an object makes none.</summary>
    public static PodSet? Of(Resource owner) => owner switch
    {
        { Group: "apps", Kind: "Deployment" or "StatefulSet" or "DaemonSet" } => OfTemplate(owner),
        { Group: "monitoring.coreos.com" or "monitoring.rhobs", Kind: "Prometheus" } => OfOperator(owner, "prometheus", [new("web", 9090, "TCP"), new("reloader-web", 8080, "TCP")]),
        { Group: "monitoring.coreos.com" or "monitoring.rhobs", Kind: "PrometheusAgent" } => OfOperator(owner, "prometheus-agent", [new("web", 9090, "TCP"), new("reloader-web", 8080, "TCP")]),
        { Group: "monitoring.coreos.com" or "monitoring.rhobs", Kind: "Alertmanager" } => OfOperator(owner, "alertmanager", [new("web", 9093, "TCP"), new("mesh-tcp", 9094, "TCP"), new("mesh-udp", 9094, "UDP"), new("reloader-web", 8080, "TCP")]),
        { Group: "monitoring.rhobs", Kind: "MonitoringStack" } => OfOperator(owner, "prometheus", [new("web", 9090, "TCP")]),
        _ => null,
    };

    static PodSet OfTemplate(Resource owner)
    {
        var template = owner.Spec["template"];
        var replicas = owner.Spec["replicas"].Number ?? 1;
        return new(
            owner,
            template.At("metadata", "labels").Strings,
            template["spec"],
            [.. PortsOf(template["spec"])],
            replicas,
            owner.Kind == "StatefulSet" ? [.. Enumerable.Range(0, replicas).Select(ordinal => $"{owner.Name}-{ordinal}")] : []);
    }

    static PodSet OfOperator(Resource owner, string name, PodPort[] own)
    {
        var replicas = owner.Spec["replicas"].Number ?? owner.Spec.At("prometheusConfig", "replicas").Number ?? 1;
        // The operator names its StatefulSets after itself: alertmanager-hub, prometheus-hub, prom-agent-hub.
        var prefix = name == "prometheus-agent" ? "prom-agent" : name;
        var labels = new Dictionary<string, string>(owner.Spec.At("podMetadata", "labels").Strings, StringComparer.Ordinal)
        {
            ["app.kubernetes.io/name"] = name,
            ["app.kubernetes.io/instance"] = owner.Name,
            ["app.kubernetes.io/managed-by"] = "prometheus-operator",
        };
        if (name == "alertmanager")
            labels["alertmanager"] = owner.Name;
        else
        {
            labels["operator.prometheus.io/name"] = owner.Name;
            labels["operator.prometheus.io/shard"] = "0";
            if (name == "prometheus")
                labels["prometheus"] = owner.Name;
        }

        return new(owner, labels, owner.Spec, [.. own, .. PortsOf(owner.Spec)], replicas, [.. Enumerable.Range(0, replicas).Select(ordinal => $"{prefix}-{owner.Name}-{ordinal}")]);
    }

    static IEnumerable<PodPort> PortsOf(Node spec) =>
        from container in spec["containers"].Items
        from port in container["ports"].Items
        select new PodPort(port["name"].Text ?? "", port["containerPort"].Number ?? 0, port["protocol"].Text ?? "TCP");
}
