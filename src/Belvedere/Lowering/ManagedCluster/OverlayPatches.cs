using Belvedere.Binding;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>A cluster's patches, one for each object.</summary>
static class OverlayPatches
{
    /// <summary>What a cluster's overlay changes of its base: what its shape does, then what makes it itself.</summary>
    public static IReadOnlyList<ObjectPatch> Of(ManifestSet set, BoundCluster cluster) =>
        [.. Merge([.. set.ShapePatches[cluster.Shape], .. set.ShapeIdentities[cluster.Shape](cluster.ExternalLabels)])];

    /// <summary>Joins patches of one object, in their order. Of several operations at one path only the last is kept, which replaces the others' result; what is appended to a list stays.</summary>
    static IEnumerable<ObjectPatch> Merge(IReadOnlyList<ObjectPatch> patches) => patches
        .GroupBy(patch => (patch.Group, patch.Version, patch.Kind, patch.Namespace, patch.Name))
        .Select(same => same.First() with { Operations = [.. LastOfEachPath([.. same.SelectMany(patch => patch.Operations)])] });

    static IEnumerable<PatchOperation> LastOfEachPath(IReadOnlyList<PatchOperation> operations) =>
        operations.Where((operation, at) => operation.IsAppended || !operations.Skip(at + 1).Any(later => later.Path == operation.Path));
}
