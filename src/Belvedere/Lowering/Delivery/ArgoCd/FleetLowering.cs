using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Delivery.Acm;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>
/// What has Advanced Cluster Management tell Argo CD of the clusters, and of hubs elsewhere, by their names. The ApplicationSets stay as they are: they
/// read the clusters from the repository, one listing for all, and Argo CD then knows each by its name.
/// </summary>
static class FleetLowering
{
    public static IEnumerable<KubernetesObject> Lower(BoundTopology topology, BoundArgoCd delivery)
    {
        if (delivery.ClusterSets is [])
            return [];

        var profiles = topology.Bases
            .Where(shared => topology.OwnerOf(shared) is Belvedere.ArgoCd)
            .Select(shared => shared.Profile.Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return
        [
            .. PlacementLowering.Bindings(topology.Name, delivery.Namespace, delivery.ClusterSets),
            WithHubs(topology, PlacementLowering.Placement(topology.Name, topology.Name, delivery.Namespace, delivery.ClusterSets, PlacementLowering.Has(PlacementLowering.ProfileLabel, [.. profiles]))),
            new GitOpsCluster
            {
                Metadata = new() { Name = topology.Name, Namespace = delivery.Namespace, Labels = Labels.Of(topology.Name) },
                Spec = new()
                {
                    ArgoServer = new() { ArgoNamespace = delivery.Namespace },
                    PlacementRef = new() { ApiVersion = "cluster.open-cluster-management.io/v1beta1", Kind = "Placement", Name = topology.Name, Namespace = delivery.Namespace },
                },
            },
        ];
    }

    // A hub elsewhere is a cluster that Argo CD must know too; one that fits any of the predicates is taken.
    static Kubernetes.ClusterManagement.Placement WithHubs(BoundTopology topology, Kubernetes.ClusterManagement.Placement placement)
    {
        var hubs = topology.Hubs.Where(hub => hub is { IsDelivering: false, Authored.ApiServer: null }).Select(hub => hub.Name).ToList();
        return hubs is []
            ? placement
            : placement with
            {
                Spec = placement.Spec! with
                {
                    Predicates = [.. placement.Spec.Predicates!, new() { RequiredClusterSelector = new() { LabelSelector = new() { MatchExpressions = [PlacementLowering.Has(PlacementLowering.RegionalHubLabel, hubs)] } } }],
                },
            };
    }
}
