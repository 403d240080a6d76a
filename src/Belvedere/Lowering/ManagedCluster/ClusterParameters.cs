using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Lowering.Delivery.ArgoCd;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>A cluster's <c>cluster.json</c>: what a delivery must know of it. All values are text.</summary>
static class ClusterParameters
{
    public static MapNode Of(BoundTopology topology, BoundCluster cluster)
    {
        (string, Node?)[] always =
        [
            ("cluster", Text(cluster.Name)),
            ("hub", topology.Hubs.Count > 1 && cluster.Shape.Writes.Home is { } home ? Text(home.Name) : null),
            ("id", cluster.Authored.ClusterId is { } id ? Text(id) : null),
            ("namespace", Text(cluster.Shape.Effective.Namespace)),
            ("owner", cluster.Authored.Owner is { } owner ? Text(owner) : null),
            ("platform", Text(cluster.Authored.Platform.ToString())),
            ("profile", Text(cluster.Shape.Base.Profile.Name)),
            ("region", cluster.Authored.Region is { } region ? Text(region) : null),
            ("ring", Text(cluster.Ring.Name)),
            // Argo CD's selectors take what is not written for any other state.
            ("state", cluster.State is ClusterState.Active ? null : Text(ClusterStates.Text(cluster.State))),
        ];
        return MapNode.Of(topology.ArgoCd is { } delivery && topology.OwnerOf(cluster.Shape.Base) is ArgoCd ? [.. always, .. ForArgoCd(topology, cluster, delivery)] : always);
    }

    static IEnumerable<(string, Node?)> ForArgoCd(BoundTopology topology, BoundCluster cluster, BoundArgoCd delivery)
    {
        yield return ("destination", Text(cluster.Authored.ApiServer is null ? cluster.Name : ""));
        if (RingLowering.ByServer(topology))
            yield return ("server", Text(cluster.Authored.ApiServer ?? ""));
        yield return ("generatePaths", Text(RepositoryPaths.Closure(delivery, cluster.Shape.Base)));
    }

    static ScalarNode Text(string value) => ScalarNode.String(value);
}
