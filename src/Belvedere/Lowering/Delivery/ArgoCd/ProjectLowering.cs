using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>The AppProject: this repository, these clusters and namespaces, these kinds.</summary>
static class ProjectLowering
{
    public static AppProject Lower(BoundTopology topology, BoundArgoCd delivery, IReadOnlyList<Manifest> delivered) => new()
    {
        Metadata = new() { Name = topology.Name, Namespace = delivery.Namespace, Labels = Labels.Of(topology.Name) },
        Spec = new()
        {
            Description = $"Monitoring topology {topology.Name}.",
            SourceRepos = [delivery.Authored.Repository],
            Destinations = [.. Destinations(topology, delivery, delivered)],
            ClusterResourceWhitelist = [.. Kinds(delivered, namespaced: false).Select(kind => new ClusterResourceRestriction { Group = kind.Group, Kind = kind.Kind })],
            NamespaceResourceWhitelist =
            [
                .. Kinds(delivered, namespaced: true)
                    .Concat([("argoproj.io", "AppProject"), ("argoproj.io", "Application"), ("argoproj.io", "ApplicationSet")])
                    .Concat(FleetLowering.Lower(topology, delivery).Select(made => (made.Group, made.Kind)))
                    .Distinct()
                    .Order()
                    .Select(kind => new GroupKind { Group = kind.Item1, Kind = kind.Item2 }),
            ],
        },
    };

    static IEnumerable<(string Group, string Kind)> Kinds(IReadOnlyList<Manifest> delivered, bool namespaced) =>
        delivered.Select(manifest => manifest.Object)
            .Where(made => made.Namespace is not null == namespaced)
            .Select(made => (GroupOf(made.ApiVersion), made.Kind))
            .Distinct()
            .Order();

    static string GroupOf(string apiVersion) => apiVersion.IndexOf('/') is var slash and > 0 ? apiVersion[..slash] : "";

    static IEnumerable<ApplicationDestination> Destinations(BoundTopology topology, BoundArgoCd delivery, IReadOnlyList<Manifest> delivered)
    {
        foreach (var name in NamespacesOf(delivered.Where(manifest => manifest.Target is HubTarget { Regional: null })).Append(delivery.Namespace).Distinct().Order(StringComparer.Ordinal))
            yield return HubDestination.Of(topology.Hub, name);
        foreach (var hub in topology.Hubs.Where(hub => !hub.IsDelivering))
            foreach (var name in NamespacesOf(delivered.Where(manifest => manifest.Target is HubTarget target && ReferenceEquals(target.Regional, hub))).Order(StringComparer.Ordinal))
                yield return HubDestination.Of(hub, name);

        // Clusters come and go; the project follows the namespaces, which do not. Each application names the profile's own, also
        // where none of its objects is there.
        var homes = topology.Clusters.Where(cluster => topology.OwnerOf(cluster.Shape.Base) is Belvedere.ArgoCd).Select(cluster => cluster.Shape.Effective.Namespace);
        foreach (var name in NamespacesOf(delivered.Where(manifest => manifest.Target is BaseTarget)).Concat(homes).Distinct().Order(StringComparer.Ordinal))
        {
            if (topology.Clusters.Any(cluster => cluster.Authored.ApiServer is null))
                yield return new() { Name = "*", Namespace = name };
            if (topology.Clusters.Any(cluster => cluster.Authored.ApiServer is not null))
                yield return new() { Server = "*", Namespace = name };
        }
    }

    static IEnumerable<string> NamespacesOf(IEnumerable<Manifest> manifests) =>
        manifests.Select(manifest => manifest.Object.Namespace).OfType<string>().Distinct();
}
