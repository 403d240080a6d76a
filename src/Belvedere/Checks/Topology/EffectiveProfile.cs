using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Profiles as clusters have them.</summary>
static class EffectiveProfile
{
    /// <summary>
    /// Each profile once, with the element to report at: the profile itself, or the first cluster of those that share an
    /// override.
    /// </summary>
    public static IEnumerable<(BoundProfile Profile, Element At)> All(BoundTopology topology)
    {
        foreach (var profile in topology.Profiles)
            yield return (profile, profile.Authored);
        foreach (var shape in topology.Shapes)
            if (shape.IsOverridden)
                yield return (shape.Effective, ElementOf(topology, shape));
    }

    /// <summary>The same, of profiles that have clusters which write to a hub.</summary>
    public static IEnumerable<(BoundProfile Profile, Element At)> Of(BoundTopology topology, BoundHub hub)
    {
        var used = topology.Shapes.Where(shape => shape.Writes.Include(hub)).Select(shape => shape.Effective).ToHashSet<BoundProfile>(ReferenceEqualityComparer.Instance);
        return All(topology).Where(entry => used.Contains(entry.Profile));
    }

    /// <summary>The same, of profiles that have clusters with a kind of collector.</summary>
    public static IEnumerable<(BoundProfile Profile, Element At)> OnCollector(BoundTopology topology, CollectorShape collector)
    {
        var used = topology.Shapes.Where(shape => shape.Base.Collector == collector).Select(shape => shape.Effective).ToHashSet<BoundProfile>(ReferenceEqualityComparer.Instance);
        return All(topology).Where(entry => used.Contains(entry.Profile));
    }

    /// <summary>Where a finding about the hubs of a shape is reported: the profile that names them, or the first cluster that does.</summary>
    public static Element WriterOf(BoundTopology topology, ClusterShape shape) =>
        shape.IsPlain ? shape.Base.Profile.Authored : topology.Clusters.First(cluster => ReferenceEquals(cluster.Shape, shape)).Authored;

    /// <summary>Where a finding about a shape is reported: its profile, or the first of its clusters where they override it.</summary>
    public static Element ElementOf(BoundTopology topology, ClusterShape shape) =>
        !shape.IsOverridden ? shape.Base.Profile.Authored : topology.Clusters.First(cluster => ReferenceEquals(cluster.Shape, shape)).Authored;
}
