namespace Belvedere.Lowering.ManagedCluster;

/// <summary>A cluster's patches, one for each object.</summary>
static class OverlayPatches
{
    /// <summary>Joins patches of one object, in their order.</summary>
    public static IEnumerable<ObjectPatch> Merge(IReadOnlyList<ObjectPatch> patches) => patches
        .GroupBy(patch => (patch.Group, patch.Version, patch.Kind, patch.Namespace, patch.Name))
        .Select(same => same.First() with { Operations = [.. same.SelectMany(patch => patch.Operations)] });
}
