using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Delivery.Acm;

/// <summary>A channel, and for each base a placement and a subscription of its folder.</summary>
static class SubscriptionLowering
{
    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundAcmSubscription delivery)
    {
        var bases = topology.Bases.Where(shared => ReferenceEquals(topology.OwnerOf(shared), delivery.Authored) && shared.Collector is not CollectorShape.AcmManaged).ToList();
        if (bases is [])
            return [];

        return ((IEnumerable<KubernetesObject>)
        [
            new Namespace { Metadata = new() { Name = delivery.Namespace, Labels = Labels.Of(topology.Name) } },
            .. PlacementLowering.Bindings(topology.Name, delivery.Namespace, delivery.ClusterSets),
            new Channel
            {
                Metadata = new() { Name = topology.Name, Namespace = delivery.Namespace, Labels = Labels.Of(topology.Name) },
                Spec = new()
                {
                    Type = "Git",
                    Pathname = delivery.Authored.Repository,
                    SecretRef = delivery.Authored.Credentials is { } credentials ? new() { Name = credentials.Name } : null,
                },
            },
            .. bases.SelectMany(shared => Of(topology, delivery, shared)),
        ]).Select(made => new Manifest(made, HubTarget.Acm, Origin.Of(delivery.Authored)));
    }

    /// <summary>The name of a base's subscription and placement.</summary>
    public static string NameOf(BoundTopology topology, BoundBase shared) => $"{topology.Name}-{shared.Folder.Replace('.', '-')}";

    static IEnumerable<KubernetesObject> Of(BoundTopology topology, BoundAcmSubscription delivery, BoundBase shared)
    {
        var name = NameOf(topology, shared);
        yield return PlacementLowering.Placement(topology.Name, name, delivery.Namespace, delivery.ClusterSets, [.. PlacementLowering.Of(shared)]);
        yield return new Subscription
        {
            Metadata = new()
            {
                Name = name,
                Namespace = delivery.Namespace,
                Labels = Labels.Of(topology.Name),
                Annotations = new()
                {
                    ["apps.open-cluster-management.io/git-branch"] = delivery.Branch,
                    ["apps.open-cluster-management.io/git-path"] = delivery.Folder.Length == 0 ? $"base/{shared.Folder}" : $"{delivery.Folder}/base/{shared.Folder}",
                    // What is removed from the repository is removed from the clusters, as with every other delivery.
                    ["apps.open-cluster-management.io/reconcile-option"] = "replace",
                },
            },
            Spec = new()
            {
                Channel = $"{delivery.Namespace}/{topology.Name}",
                Placement = new() { PlacementRef = new() { Kind = "Placement", Name = name } },
            },
        };
    }
}
