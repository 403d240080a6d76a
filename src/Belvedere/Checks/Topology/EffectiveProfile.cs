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
            if (!shape.IsPlain)
                yield return (shape.Effective, topology.Clusters.First(cluster => ReferenceEquals(cluster.Shape, shape)).Authored);
    }
}
