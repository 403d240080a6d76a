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

    /// <summary>Files beside the objects.</summary>
    public IReadOnlyList<LoweredFile> Files { get; init; } = [];

    public required IReadOnlyDictionary<ClusterShape, IReadOnlyList<ObjectPatch>> ShapePatches { get; init; }

    /// <summary>What makes a cluster of a shape itself, by its labels.</summary>
    public required IReadOnlyDictionary<ClusterShape, Func<LabelSet, IReadOnlyList<ObjectPatch>>> ShapeIdentities { get; init; }

    /// <summary>
    /// The clusters that have an overlay: not those that others collect from, whose base is empty, and not those whose delivery
    /// fills in names while it runs.
    /// </summary>
    public IReadOnlyList<BoundCluster> DeliveredClusters
    {
        get
        {
            var filled = Manifests.Select(manifest => (manifest.Target as BaseTarget)?.Base).OfType<BoundBase>().ToHashSet<BoundBase>(ReferenceEqualityComparer.Instance);
            return [.. Topology.Clusters.Where(cluster => cluster.IsDelivered && filled.Contains(cluster.Shape.Base) && Topology.HasOverlays(cluster.Shape.Base))];
        }
    }

    /// <summary>Objects on all clusters: those of the hub once, those of a base once for each of its clusters.</summary>
    public int ObjectCount
    {
        get
        {
            var clusters = Topology.Clusters.Where(cluster => cluster.IsDelivered).CountBy(cluster => cluster.Shape.Base.Folder).ToDictionary(StringComparer.Ordinal);
            return Manifests.Sum(manifest => manifest.Target is BaseTarget target ? clusters.GetValueOrDefault(target.Base.Folder) : 1);
        }
    }
}
