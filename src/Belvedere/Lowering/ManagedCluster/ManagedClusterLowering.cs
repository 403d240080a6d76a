using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Rules;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>A profile → the base of its clusters: a Prometheus that scrapes, evaluates and sends.</summary>
static class ManagedClusterLowering
{
    /// <summary>The objects of a profile's base, as they are on clusters without an override.</summary>
    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundProfile profile) =>
        Objects(topology, profile).Select(made => new Manifest(made, new BaseTarget(profile), Origin.Of(profile.Authored)))
            .Concat(RuleLowering.Lower(topology, profile));

    /// <summary>What a shape changes of its base: the difference of the two, so that an override needs no code of its own.</summary>
    public static IReadOnlyList<ObjectPatch> Patches(BoundTopology topology, ClusterShape shape)
    {
        if (ReferenceEquals(shape.Base, shape.Effective))
            return [];

        return
        [
            .. Objects(topology, shape.Base).Zip(Objects(topology, shape.Effective))
                .Select(pair => Patch(pair.First, NodeDifference.Between(pair.First.ToNode(), pair.Second.ToNode())))
                .Where(patch => patch.Operations.Count > 0),
        ];
    }

    /// <summary>What makes a cluster itself: the external labels of its Prometheus.</summary>
    public static ObjectPatch Identity(BoundTopology topology, BoundCluster cluster) => new(
        "monitoring.coreos.com",
        "v1",
        "Prometheus",
        cluster.Shape.Effective.Namespace,
        topology.Name,
        [
            new PatchOperation(
                "add",
                "/spec/externalLabels",
                MapNode.Of(cluster.ExternalLabels.Select(label => (label.Key, (Node?)ScalarNode.String(label.Value))))),
        ]);

    static ObjectPatch Patch(KubernetesObject target, IReadOnlyList<PatchOperation> operations)
    {
        var slash = target.ApiVersion.IndexOf('/');
        return new ObjectPatch(
            slash < 0 ? "" : target.ApiVersion[..slash],
            target.ApiVersion[(slash + 1)..],
            target.Kind,
            target.Namespace,
            target.Name!,
            operations);
    }

    static IEnumerable<KubernetesObject> Objects(BoundTopology topology, BoundProfile profile) =>
    [
        new Namespace { Metadata = new() { Name = profile.Namespace, Labels = Labels.Of(topology.Name) } },
        .. PrometheusLowering.Lower(topology, profile),
    ];
}
