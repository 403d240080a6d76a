using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Lowering.Dashboards;
using Belvedere.Lowering.Delivery.Acm;
using Belvedere.Lowering.Delivery.ArgoCd;
using Belvedere.Lowering.Hub;
using Belvedere.Lowering.ManagedCluster;
using Belvedere.Lowering.Rules;

namespace Belvedere.Lowering;

/// <summary>Bound → manifests, with the user's own objects and adjustments.</summary>
static class Lowerer
{
    public static ManifestSet Lower(BoundTopology topology, DiagnosticBag found)
    {
        List<Manifest> manifests =
        [
            .. topology.Hubs.SelectMany(hub => OfHub(topology, hub).Select(manifest => manifest.On(hub))),
            .. AcmManagedHubLowering.Lower(topology),
            .. topology.Bases.SelectMany(shared => ManagedClusterLowering.Lower(topology, shared)),
            .. topology.Objects.SelectMany(made => Extra(topology, made)),
        ];
        var adjusted = AdjustmentLowering.Apply(topology.Authored.Adjustments, manifests, found);
        adjusted.AddRange([.. AcmLowering.Lower(topology, adjusted)]);
        if (topology.ArgoCd is { } delivery)
            adjusted.AddRange([.. ArgoCdLowering.Lower(topology, delivery, adjusted)]);

        return new ManifestSet
        {
            Topology = topology,
            Manifests = topology.ArgoCd is null ? adjusted : [.. adjusted.Select(DeletionGuard.Apply).Select(SyncWaves.Apply)],
            Files = [.. topology.Hubs.SelectMany(StoragePolicies.Lower), .. RunbookLowering.Lower(topology)],
            ShapePatches = topology.Shapes.ToDictionary(shape => shape, shape => ManagedClusterLowering.Patches(topology, shape)),
            ShapeIdentities = topology.Shapes.ToDictionary(shape => shape, shape => ManagedClusterLowering.Identity(topology, shape)),
        };
    }

    static IEnumerable<Manifest> OfHub(BoundTopology topology, BoundHub hub) =>
    [
        .. HubLowering.Lower(topology, hub),
        .. DashboardLowering.Lower(topology, hub),
        .. HubRuleLowering.Lower(topology, hub),
        .. InventoryRuleLowering.Lower(topology, hub),
    ];

    static IEnumerable<Manifest> Extra(BoundTopology topology, BoundObject made)
    {
        var origin = new Origin(made.Source.Designation, made.Location);
        if (made.Source.Profile is not { } profile)
            return [made.Hub is { } hub ? new Manifest(made.Object, HubTarget.Observability, origin).On(hub) : new Manifest(made.Object, HubTarget.Observability, origin)];

        return topology.Bases
            .Where(candidate => ReferenceEquals(candidate.Profile.Authored, profile))
            .Select(shared => new Manifest(made.Object, new BaseTarget(shared), origin));
    }
}
