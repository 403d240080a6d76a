using Belvedere.Binding;
using Belvedere.Lowering.ManagedCluster;

namespace Belvedere.Lowering;

/// <summary>
/// Everything that is emitted, before it has paths and bytes: the objects of the hub and of each base, and what each shape
/// changes of its base. A cluster's own identity is laid over that when its overlay is rendered.
/// </summary>
sealed record ManifestSet
{
    public required BoundTopology Topology { get; init; }

    public required IReadOnlyList<Manifest> Manifests { get; init; }

    public required IReadOnlyDictionary<ClusterShape, IReadOnlyList<ObjectPatch>> ShapePatches { get; init; }
}
