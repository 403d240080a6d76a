using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>
/// The objects by which Argo CD finds the rest: a project that allows what is emitted and nothing else, an application for each
/// area of each hub, and an ApplicationSet for each ring. One application, applied by hand, brings them all.
/// </summary>
static class ArgoCdLowering
{
    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundArgoCd delivery, IReadOnlyList<Manifest> delivered)
    {
        var origin = Origin.Of(delivery.Authored);
        var own = delivered.Where(manifest => manifest.Target is not BaseTarget target || topology.OwnerOf(target.Base) is Belvedere.ArgoCd).ToList();
        yield return new Manifest(ProjectLowering.Lower(topology, delivery, own), HubTarget.Bootstrap, origin);
        yield return new Manifest(Application(topology, delivery, topology.Name, HubTarget.Delivery, HubDestination.Of(topology.Hub, delivery.Namespace), createsNamespace: false), HubTarget.Bootstrap, origin);

        // What was applied by hand follows from then on: a kind that is new must be permitted before it comes.
        yield return new Manifest(
            Application(topology, delivery, NameOf(topology, HubTarget.Bootstrap), HubTarget.Bootstrap, HubDestination.Of(topology.Hub, delivery.Namespace), createsNamespace: false),
            HubTarget.Delivery,
            origin);
        foreach (var area in delivered.Select(manifest => manifest.Target).OfType<HubTarget>().Distinct().OrderBy(area => NameOf(topology, area), StringComparer.Ordinal))
            if ((area.Regional ?? topology.Hub) is { } hub)
                yield return new Manifest(Application(topology, delivery, NameOf(topology, area), area, HubDestination.Of(hub, hub.Namespace), NeedsNamespace(delivered, area, hub)), HubTarget.Delivery, origin);

        foreach (var fleet in FleetLowering.Lower(topology, delivery))
            yield return new Manifest(fleet, HubTarget.Delivery, origin);
        foreach (var ring in topology.Rings.Where(ring => topology.Clusters.Any(cluster => ReferenceEquals(cluster.Ring, ring) && topology.OwnerOf(cluster.Shape.Base) is Belvedere.ArgoCd)))
            yield return new Manifest(RingLowering.Lower(topology, delivery, ring), HubTarget.Delivery, origin);
    }

    /// <summary>The name of the application of an area.</summary>
    public static string NameOf(BoundTopology topology, HubTarget area) =>
        area.Regional is { } hub ? $"{topology.Name}-{hub.Name}-{area.Area}" : $"{topology.Name}-{area.Area}";

    // Applications do not wait for each other: on a new hub, rules may arrive before the components that bring their namespace.
    static bool NeedsNamespace(IReadOnlyList<Manifest> delivered, HubTarget area, BoundHub hub)
    {
        var own = delivered.Where(manifest => manifest.Target == area).Select(manifest => manifest.Object).ToList();
        return own.Exists(made => made.Namespace == hub.Namespace) && !own.Exists(made => made is Namespace && made.Name == hub.Namespace);
    }

    static Application Application(BoundTopology topology, BoundArgoCd delivery, string name, HubTarget area, ApplicationDestination destination, bool createsNamespace) => new()
    {
        Metadata = new()
        {
            Name = name,
            Namespace = delivery.Namespace,
            Labels = Labels.Of(topology.Name),
            // Nothing outside the folder: a commit elsewhere in the repository does not render it again.
            Annotations = new() { [SyncDefaults.GeneratePaths] = "." },
        },
        Spec = new()
        {
            Project = topology.Name,
            Destination = destination,
            Source = new()
            {
                RepoURL = delivery.Authored.Repository,
                TargetRevision = SyncDefaults.Qualified(delivery.Revision),
                Path = RepositoryPaths.In(delivery, area.Folder),
            },
            RevisionHistoryLimit = SyncDefaults.History,
            SyncPolicy = SyncDefaults.PolicyOf(createsNamespace),
        },
    };
}
