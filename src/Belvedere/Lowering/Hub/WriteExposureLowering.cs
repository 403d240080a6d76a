using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;
using static Belvedere.Lowering.Text;

namespace Belvedere.Lowering.Hub;

/// <summary>The way to the Receive routers. Whatever stands before them passes bytes through: TLS ends in the routers.</summary>
static class WriteExposureLowering
{
    /// <summary>The Service that every way leads to.</summary>
    public const string ServiceName = "thanos-receive-write";

    const string PortName = "https";
    const string ControllerLabel = "belvedere.dev/ingress-controller";

    /// <summary>Who calls the routers.</summary>
    public static Caller Caller(BoundReceive receive) => receive.Exposure is RouteExposure ? new OpenShiftRouters() : new Anyone();

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub, BoundReceive receive, Map<string> selector)
    {
        var origin = Origin.Of(receive.Authored);
        return from made in Objects(topology, hub, receive.Exposure, selector) select new Manifest(made, HubTarget.Observability, origin);
    }

    static IEnumerable<KubernetesObject> Objects(BoundTopology topology, BoundHub hub, WriteExposure exposure, Map<string> selector) => exposure switch
    {
        LoadBalancerExposure balancer => [Balanced(topology, hub, balancer, selector)],
        RouteExposure { IngressController: { } controller } route => [Service(topology, hub, selector), Route(topology, hub, route), Controller(topology, controller)],
        RouteExposure route => [Service(topology, hub, selector), Route(topology, hub, route)],
        TlsRouteExposure route => [Service(topology, hub, selector), TlsRoute(topology, hub, route)],
        _ => [Service(topology, hub, selector)],
    };

    static Service Service(BoundTopology topology, BoundHub hub, Map<string> selector) => new()
    {
        Metadata = Metadata(topology, hub),
        Spec = new()
        {
            Selector = selector,
            Ports = [new() { Name = PortName, Port = 443, TargetPort = ReceiveLowering.RemoteWrite.Name }],
        },
    };

    static Service Balanced(BoundTopology topology, BoundHub hub, LoadBalancerExposure balancer, Map<string> selector)
    {
        var service = Service(topology, hub, selector);
        return service with
        {
            Metadata = service.Metadata with { Annotations = balancer.Annotations.Count == 0 ? null : [.. balancer.Annotations] },
            Spec = service.Spec! with
            {
                Type = "LoadBalancer",
                LoadBalancerClass = balancer.Class,
                LoadBalancerSourceRanges = balancer.SourceRanges is [] ? null : balancer.SourceRanges,
            },
        };
    }

    static Route Route(BoundTopology topology, BoundHub hub, RouteExposure route) => new()
    {
        Metadata = Metadata(topology, hub) with
        {
            Labels = route.IngressController is null ? Labels.Of(topology.Name) : Labels.Of(topology.Name).With(ControllerLabel, topology.Name),
            Annotations = new()
            {
                // The default of passthrough sends all of one source to one router, and a thousand clusters stand behind few sources.
                ["haproxy.router.openshift.io/balance"] = "leastconn",
                ["haproxy.router.openshift.io/timeout"] = (route.Timeout ?? 60.Seconds).ToString(),
            },
        },
        Spec = new()
        {
            Host = hub.Authored.WriteEndpoint,
            To = new() { Kind = "Service", Name = ServiceName, Weight = 100 },
            Port = new() { TargetPort = PortName },
            Tls = new() { Termination = "passthrough", InsecureEdgeTerminationPolicy = "None" },
            WildcardPolicy = "None",
        },
    };

    static TLSRoute TlsRoute(BoundTopology topology, BoundHub hub, TlsRouteExposure route) => new()
    {
        Metadata = Metadata(topology, hub),
        Spec = new()
        {
            Hostnames = hub.Authored.WriteEndpoint is { } endpoint ? [endpoint] : null,
            ParentRefs = [new() { Name = route.Gateway, Namespace = route.GatewayNamespace, SectionName = route.Listener }],
            Rules = [new() { BackendRefs = [new() { Name = ServiceName, Port = 443 }] }],
        },
    };

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

    static ObjectMeta Metadata(BoundTopology topology, BoundHub hub) => new() { Name = ServiceName, Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) };
}
