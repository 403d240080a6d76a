using Belvedere.Binding;
using Belvedere.Knowledge;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>The platforms that an object of a base meets.</summary>
static class BasePlatforms
{
    /// <summary>
    /// Each object of a base with each platform of its clusters. Where objects of the Cluster Observability Operator are
    /// emitted it is there, in its newest release unless another is declared.
    /// </summary>
    public static IEnumerable<(Manifest Manifest, Platform Platform)> Of(ManifestSet set)
    {
        var platforms = set.Topology.Shapes.ToLookup<ClusterShape, BoundBase, Platform>(shape => shape.Base, WithOperator, ReferenceEqualityComparer.Instance);
        return
            from manifest in set.Manifests
            where manifest.Target is BaseTarget
            from platform in platforms[((BaseTarget)manifest.Target).Base].Distinct()
            select (manifest, platform);
    }

    static Platform WithOperator(ClusterShape shape) =>
        shape.Base.Collector is CollectorShape.ObservabilityAgent or CollectorShape.ObservabilityStack && shape.Platform.ObservabilityOperator is null
            ? shape.Platform with { ObservabilityOperator = Coverage.Of("observability-operator").Newest.Line }
            : shape.Platform;
}
