using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>
/// The objects by which Argo CD finds the rest: a project that allows what is emitted and nothing else, an application for each
/// area of the hub, and an ApplicationSet for each ring. One application, applied by hand, brings them all.
/// </summary>
static class ArgoCdLowering
{
    const string InCluster = "https://kubernetes.default.svc";

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundArgoCd delivery, IReadOnlyList<Manifest> delivered)
    {
        var origin = Origin.Of(delivery.Authored);
        var own = delivered.Where(manifest => manifest.Target is not BaseTarget target || topology.OwnerOf(target.Base) is Belvedere.ArgoCd).ToList();
        yield return new Manifest(ProjectLowering.Lower(topology, delivery, own), HubTarget.Bootstrap, origin);
        yield return new Manifest(Application(topology, delivery, topology.Name, HubTarget.Delivery, delivery.Namespace), HubTarget.Bootstrap, origin);

        if (topology.Hub is { } hub)
            foreach (var area in delivered.Select(manifest => manifest.Target).OfType<HubTarget>().Distinct().OrderBy(area => area.Area, StringComparer.Ordinal))
                yield return new Manifest(Application(topology, delivery, $"{topology.Name}-{area.Area}", area, hub.Namespace), HubTarget.Delivery, origin);

        foreach (var fleet in FleetLowering.Lower(topology, delivery))
            yield return new Manifest(fleet, HubTarget.Delivery, origin);
        foreach (var ring in topology.Rings.Where(ring => topology.Clusters.Any(cluster => ReferenceEquals(cluster.Ring, ring) && topology.OwnerOf(cluster.Shape.Base) is Belvedere.ArgoCd)))
            yield return new Manifest(RingLowering.Lower(topology, delivery, ring), HubTarget.Delivery, origin);
    }

    static Application Application(BoundTopology topology, BoundArgoCd delivery, string name, HubTarget area, string @namespace) => new()
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
            Destination = new() { Server = InCluster, Namespace = @namespace },
            Source = new()
            {
                RepoURL = delivery.Authored.Repository,
                TargetRevision = SyncDefaults.Qualified(delivery.Revision),
                Path = RepositoryPaths.In(delivery, $"hub/{area.Area}"),
            },
            RevisionHistoryLimit = SyncDefaults.History,
            SyncPolicy = SyncDefaults.Policy,
        },
    };
}
