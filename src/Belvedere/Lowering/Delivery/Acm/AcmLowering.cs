using Belvedere.Binding;
using Belvedere.Lowering.ManagedCluster;

namespace Belvedere.Lowering.Delivery.Acm;

/// <summary>What Advanced Cluster Management delivers by. A namespace or binding that two deliveries share is made once.</summary>
static class AcmLowering
{
    public static IEnumerable<Manifest> Lower(BoundTopology topology, IReadOnlyList<Manifest> manifests) => ((IEnumerable<Manifest>)
    [
        .. topology.Deliveries.AddOn is { } addOn ? AddOnLowering.Lower(topology, addOn, manifests) : [],
        .. topology.Deliveries.Subscription is { } subscription ? SubscriptionLowering.Lower(topology, subscription) : [],
    ]).DistinctBy(manifest => ObjectIdentity.Of(manifest.Object));
}
