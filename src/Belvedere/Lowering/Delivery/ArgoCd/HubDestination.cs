using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>Where Argo CD applies the objects of a hub: the one that it runs on is inside, the others are clusters that it knows.</summary>
static class HubDestination
{
    const string InCluster = "https://kubernetes.default.svc";

    /// <summary>A namespace on a hub; null is the one that deliveries run on.</summary>
    public static ApplicationDestination Of(BoundHub? hub, string @namespace) => hub switch
    {
        null or { IsDelivering: true } => new() { Server = InCluster, Namespace = @namespace },
        { Authored.ApiServer: { } server } => new() { Server = server, Namespace = @namespace },
        _ => new() { Name = hub.Name, Namespace = @namespace },
    };
}
