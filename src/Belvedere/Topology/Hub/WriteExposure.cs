namespace Belvedere;

/// <summary>
/// How what is outside reaches pods of the hub that end TLS themselves: managed clusters the Receive routers, other hubs the
/// Querier. Only there a client's certificate says who it is.
/// </summary>
public abstract record WriteExposure
{
    private protected WriteExposure()
    {
    }

    /// <summary>The way that a platform has by itself.</summary>
    internal static WriteExposure DefaultOn(Platform platform) => platform.IsOpenShift ? Route : LoadBalancer;

    /// <summary>A Service of type <c>LoadBalancer</c>.</summary>
    public static LoadBalancerExposure LoadBalancer { get; } = new();

    /// <summary>A passthrough Route of OpenShift.</summary>
    public static RouteExposure Route { get; } = new();

    /// <summary>A TLSRoute of the Gateway API.</summary>
    /// <param name="gateway">The Gateway, with a listener of mode <c>Passthrough</c>.</param>
    /// <param name="gatewayNamespace">Its namespace.</param>
    public static TlsRouteExposure TlsRoute(string gateway, string gatewayNamespace) => new() { Gateway = gateway, GatewayNamespace = gatewayNamespace };

    /// <summary>Nothing more is made: something of the user's own leads to the Service <c>thanos-receive-write</c> or <c>thanos-query-grpc</c>.</summary>
    public static ClusterInternalExposure Internal { get; } = new();
}

/// <summary>Exposure by a load balancer.</summary>
public sealed record LoadBalancerExposure : WriteExposure
{
    /// <summary>Annotations that the cloud reads.</summary>
    public LabelSet Annotations { get; init; } = LabelSet.Empty;

    /// <summary>Networks that may connect (<c>loadBalancerSourceRanges</c>); all by default.</summary>
    public IReadOnlyList<string> SourceRanges { get; init; } = [];

    /// <summary>The implementation (<c>loadBalancerClass</c>); the cluster's default when null.</summary>
    public string? Class { get; init; }
}

/// <summary>Exposure by a passthrough Route.</summary>
public sealed record RouteExposure : WriteExposure
{
    /// <summary>
    /// How long a connection may be silent (<c>haproxy.router.openshift.io/timeout</c>). Default 60 seconds for writes, as long as
    /// a query for the Querier.
    /// </summary>
    public Duration? Timeout { get; init; }

    /// <summary>
    /// Routers of its own. Without them, the storm of a thousand clusters that write again after an outage takes the hub's
    /// console and API with it. For writes alone.
    /// </summary>
    public DedicatedIngressController? IngressController { get; init; }
}

/// <summary>OpenShift routers for the write path alone (<c>IngressController</c>).</summary>
public sealed record DedicatedIngressController
{
    /// <summary>Names the domain.</summary>
    /// <param name="domain">The domain of its routes, for example <c>write.example.com</c>; <see cref="Hub.WriteEndpoint"/> lies in it.</param>
    public DedicatedIngressController(string domain) => Domain = domain;

    /// <summary>The domain of its routes.</summary>
    public string Domain { get; init; }

    /// <summary>Pods. Default 2.</summary>
    public int? Replicas { get; init; }

    /// <summary>Connections that each pod takes (<c>tuningOptions.maxConnections</c>). Default 50,000.</summary>
    public int? MaxConnections { get; init; }

    /// <summary>Labels of the nodes that its pods run on; the platform's choice when empty.</summary>
    public LabelSet NodeSelector { get; init; } = LabelSet.Empty;

    /// <summary>Whether the load balancer has an address inside the network only. Default false.</summary>
    public bool? IsInternal { get; init; }
}

/// <summary>Exposure by the Gateway API.</summary>
public sealed record TlsRouteExposure : WriteExposure
{
    /// <summary>The Gateway.</summary>
    public required string Gateway { get; init; }

    /// <summary>Its namespace.</summary>
    public required string GatewayNamespace { get; init; }

    /// <summary>The listener of the Gateway (<c>sectionName</c>); every one that fits when null.</summary>
    public string? Listener { get; init; }
}

/// <summary>No exposure.</summary>
public sealed record ClusterInternalExposure : WriteExposure;
