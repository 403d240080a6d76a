using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;
using static Belvedere.Lowering.Text;

namespace Belvedere.Lowering.Hub;

/// <summary>The way to the Receive routers, on OpenShift with routers of its own where the model wants them.</summary>
static class WriteExposureLowering
{
    /// <summary>The Service that every way leads to.</summary>
    public const string ServiceName = "thanos-receive-write";

    const string ControllerLabel = "belvedere.dev/ingress-controller";

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub, BoundReceive receive, Map<string> selector)
    {
        var origin = Origin.Of(receive.Authored);
        var server = new PassedThrough(ServiceName, hub.Authored.WriteEndpoint, ReceiveLowering.RemoteWrite.Name, selector, 60.Seconds);
        var made = PassthroughLowering.Lower(topology, hub, receive.Exposure, server);
        if (receive.Exposure is RouteExposure { IngressController: { } controller })
            made = [.. made.Select(way => way is Route route ? Labelled(topology, route) : way), Controller(topology, controller)];
        return made.Select(one => new Manifest(one, HubTarget.Observability, origin));
    }

    static Route Labelled(BoundTopology topology, Route route) => route with { Metadata = route.Metadata with { Labels = route.Metadata.Labels!.With(ControllerLabel, topology.Name) } };

    // The platform's operator makes routers of it in openshift-ingress.
    static CustomObject Controller(BoundTopology topology, DedicatedIngressController controller) => new(
        "operator.openshift.io/v1",
        "IngressController",
        MapNode.Of(
            ("metadata", MapNode.Of(("name", Of($"{topology.Name}-write")), ("namespace", Of("openshift-ingress-operator")), ("labels", Strings(Labels.Of(topology.Name))))),
            ("spec", MapNode.Of(
                ("domain", Of(controller.Domain)),
                ("endpointPublishingStrategy", MapNode.Of(
                    ("loadBalancer", MapNode.Of(("dnsManagementPolicy", Of("Managed")), ("scope", Of(controller.IsInternal is true ? "Internal" : "External")))),
                    ("type", Of("LoadBalancerService")))),
                ("nodePlacement", controller.NodeSelector.Count == 0 ? null : MapNode.Of(("nodeSelector", MapNode.Of(("matchLabels", Of(controller.NodeSelector)))))),
                ("replicas", Of(controller.Replicas ?? 2)),
                ("routeSelector", MapNode.Of(("matchLabels", MapNode.Of((ControllerLabel, Of(topology.Name)))))),
                ("tuningOptions", MapNode.Of(("maxConnections", Of(controller.MaxConnections ?? 50_000))))))));

    static MapNode Strings(Map<string> map) => MapNode.Of(map.Select(entry => (entry.Key, Of(entry.Value))));
}
