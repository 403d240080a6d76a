using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>A base → its objects; a shape and a cluster → what they change of it.</summary>
static class ManagedClusterLowering
{
    /// <summary>The objects of a base, as they are on clusters without an override.</summary>
    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundBase shared)
    {
        var collector = Collector.Of(topology, shared);
        var lowering = CollectorLowering.Of(shared.Collector);
        var target = new BaseTarget(shared);
        return
        [
            .. Objects(collector).Select(made => new Manifest(made, target, Origin.Of(shared.Profile.Authored))),
            .. from rules in collector.Rules
               from made in lowering.Rules(collector, rules)
               select new Manifest(made, target, new Origin(rules.Source.Designation, rules.Location)),
        ];
    }

    /// <summary>What a shape changes of its base: the difference of the two, so that an override needs no code of its own.</summary>
    public static IReadOnlyList<ObjectPatch> Patches(BoundTopology topology, ClusterShape shape)
    {
        if (shape.IsPlain)
            return [];

        var before = Objects(Collector.Of(topology, shape.Base)).ToDictionary(ObjectIdentity.Of);
        return
        [
            .. from after in Objects(Collector.Of(topology, shape))
               where before.ContainsKey(ObjectIdentity.Of(after))
               let operations = NodeDifference.Between(before[ObjectIdentity.Of(after)].ToNode(), after.ToNode())
               where operations.Count > 0
               select ObjectPatch.Of(after, operations),
        ];
    }

    /// <summary>Whether a shape has the objects of its base and no others: patches change objects, and neither add nor remove them.</summary>
    public static bool HasObjectsOfBase(BoundTopology topology, ClusterShape shape) =>
        Objects(Collector.Of(topology, shape.Base)).Select(ObjectIdentity.Of).ToHashSet()
            .SetEquals(Objects(Collector.Of(topology, shape)).Select(ObjectIdentity.Of));

    // The collector, and its certificates where a store has them.
    static IEnumerable<KubernetesObject> Objects(Collector collector)
    {
        var lowering = CollectorLowering.Of(collector.Base.Collector);
        return
        [
            .. lowering.Objects(collector),
            .. from secret in RemoteWriteLowering.Certificates(collector)
               where secret.Store is not null
               from name in lowering.WritingNamespaces(collector)
               select ExternalSecrets.Of(collector.Topology.Name, name, secret.Name, secret.Store!),
        ];
    }

    /// <summary>What makes a cluster of a shape itself, by its labels.</summary>
    public static Func<LabelSet, IReadOnlyList<ObjectPatch>> Identity(BoundTopology topology, ClusterShape shape) =>
        CollectorLowering.Of(shape.Base.Collector).Identity(Collector.Of(topology, shape));
}
