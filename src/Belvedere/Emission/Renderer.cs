using System.Text;
using Belvedere.Binding;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;
using Belvedere.Lowering;
using Belvedere.Lowering.ManagedCluster;

namespace Belvedere.Emission;

/// <summary>
/// Manifests → files. Each folder gets one file per object and a kustomization that lists them; each cluster a thin overlay.
/// Overlays become bytes at once and in parallel: with thousands of clusters their trees are never all in memory.
/// </summary>
static class Renderer
{
    public static Repository Render(ManifestSet set)
    {
        var files = new List<RepositoryFile>();
        foreach (var folder in set.Manifests.Where(manifest => !IsInTemplate(set, manifest)).GroupBy(manifest => Layout.FolderOf(manifest.Target)))
            files.AddRange(RenderFolder(folder.Key, [.. folder]));

        files.AddRange(set.Files.Select(file => new RepositoryFile(file.Path, Encoding.UTF8.GetBytes(file.Text))));

        var clusters = set.DeliveredClusters;
        var overlays = new RepositoryFile[clusters.Count * 2];
        Parallel.For(0, clusters.Count, at => RenderOverlay(set, clusters[at], overlays.AsSpan(at * 2, 2)));
        files.AddRange(overlays);
        return new Repository(files);
    }

    static IEnumerable<RepositoryFile> RenderFolder(string folder, IReadOnlyList<Manifest> manifests)
    {
        // A file's name depends on what else is in the folder only where two objects would share it.
        var shared = manifests.GroupBy(manifest => Layout.FileOf(manifest.Object, withNamespace: false)).Where(same => same.Skip(1).Any()).Select(same => same.Key).ToHashSet();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var manifest in manifests)
        {
            var name = Layout.FileOf(manifest.Object, withNamespace: shared.Contains(Layout.FileOf(manifest.Object, withNamespace: false)));
            names.Add(name);
            yield return new RepositoryFile($"{folder}/{name}", YamlWriter.ToUtf8(manifest.Tree));
        }

        yield return new RepositoryFile($"{folder}/kustomization.yaml", YamlWriter.ToUtf8(Kustomization.Of(names)));
    }

    // What an add-on brings stands in its template, and nowhere else.
    static bool IsInTemplate(ManifestSet set, Manifest manifest) => manifest.Target is BaseTarget target && set.Topology.OwnerOf(target.Base) is AcmAddOn;

    static void RenderOverlay(ManifestSet set, BoundCluster cluster, Span<RepositoryFile> files)
    {
        var folder = Layout.FolderOf(cluster);
        var patches = OverlayPatches.Of(set, cluster);
        files[0] = new RepositoryFile($"{folder}/cluster.json", JsonWriter.ToUtf8(ClusterParameters.Of(set.Topology, cluster)));
        files[1] = new RepositoryFile($"{folder}/kustomization.yaml", YamlWriter.ToUtf8(Kustomization.Of([$"../../../{Layout.FolderOf(new BaseTarget(cluster.Shape.Base))}"], patches)));
    }
}
