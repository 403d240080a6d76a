using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>Pods that end TLS themselves, as what is outside sees them.</summary>
/// <param name="Service">The Service that every way leads to.</param>
/// <param name="Host">The host name.</param>
/// <param name="TargetPort">The name of the pods' port.</param>
/// <param name="Selector">The pods.</param>
/// <param name="Silence">How long a connection may be silent.</param>
sealed record PassedThrough(string Service, string? Host, string TargetPort, Map<string> Selector, Duration Silence);

/// <summary>The ways to pods that end TLS themselves: whatever stands before them passes bytes through.</summary>
static class PassthroughLowering
{
    const string PortName = "https";

    /// <summary>The port of every way.</summary>
    public const int Port = 443;

    /// <summary>Who calls the pods.</summary>
    public static Caller Caller(WriteExposure exposure) => exposure is RouteExposure ? new OpenShiftRouters() : new Anyone();

    public static IEnumerable<KubernetesObject> Lower(BoundTopology topology, BoundHub hub, WriteExposure exposure, PassedThrough server) => exposure switch
    {
        LoadBalancerExposure balancer => [Balanced(topology, hub, balancer, server)],
        RouteExposure route => [Service(topology, hub, server), Route(topology, hub, route, server)],
        TlsRouteExposure route => [Service(topology, hub, server), TlsRoute(topology, hub, route, server)],
        _ => [Service(topology, hub, server)],
    };

    static Service Service(BoundTopology topology, BoundHub hub, PassedThrough server) => new()
    {
        Metadata = Metadata(topology, hub, server),
        Spec = new()
        {
            Selector = server.Selector,
            Ports = [new() { Name = PortName, Port = Port, TargetPort = server.TargetPort }],
        },
    };

    static Service Balanced(BoundTopology topology, BoundHub hub, LoadBalancerExposure balancer, PassedThrough server)
    {
        var service = Service(topology, hub, server);
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

    static Route Route(BoundTopology topology, BoundHub hub, RouteExposure route, PassedThrough server) => new()
    {
        Metadata = Metadata(topology, hub, server) with
        {
            Annotations = new()
            {
                // The default of passthrough sends all of one source to one pod, and a thousand clusters stand behind few sources.
                ["haproxy.router.openshift.io/balance"] = "leastconn",
                ["haproxy.router.openshift.io/timeout"] = (route.Timeout ?? server.Silence).ToString(),
            },
        },
        Spec = new()
        {
            Host = server.Host,
            To = new() { Kind = "Service", Name = server.Service, Weight = 100 },
            Port = new() { TargetPort = PortName },
            Tls = new() { Termination = "passthrough", InsecureEdgeTerminationPolicy = "None" },
            WildcardPolicy = "None",
        },
    };

    static TLSRoute TlsRoute(BoundTopology topology, BoundHub hub, TlsRouteExposure route, PassedThrough server) => new()
    {
        Metadata = Metadata(topology, hub, server),
        Spec = new()
        {
            Hostnames = server.Host is { } host ? [host] : null,
            ParentRefs = [new() { Name = route.Gateway, Namespace = route.GatewayNamespace, SectionName = route.Listener }],
            Rules = [new() { BackendRefs = [new() { Name = server.Service, Port = Port }] }],
        },
    };

    static ObjectMeta Metadata(BoundTopology topology, BoundHub hub, PassedThrough server) => new() { Name = server.Service, Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) };
}
