using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;
using Belvedere.Testing;

namespace Belvedere.Kubernetes.Tests;

/// <summary>An object of the corpus, and the file that it stands in.</summary>
sealed record CorpusObject(string File, MapNode Manifest)
{
    public string ApiVersion => (Manifest["apiVersion"] as ScalarNode)?.Text ?? "";

    public string Kind => (Manifest["kind"] as ScalarNode)?.Text ?? "";

    public override string ToString() => $"{File}: {ApiVersion} {Kind}";
}

/// <summary>All Kubernetes objects that other projects publish: rules, monitors, operands, examples, CRDs.</summary>
static class CorpusObjects
{
    static IReadOnlyList<CorpusObject>? read;

    public static IReadOnlyList<CorpusObject> All => read ??= [.. Read()];

    static IEnumerable<CorpusObject> Read()
    {
        var root = Corpus.Path();
        foreach (var folder in (string[])["rules", "openshift", "acm-samples", "crds"])
            foreach (var file in Directory.EnumerateFiles(Corpus.Path(folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                foreach (var document in Documents(file))
                    foreach (var manifest in Manifests(document))
                        yield return new(Path.GetRelativePath(root, file), manifest);
    }

    static IReadOnlyList<Node> Documents(string file) => Path.GetExtension(file) switch
    {
        ".yaml" or ".yml" => YamlReader.Read(File.ReadAllBytes(file)).Documents,
        ".json" => JsonReader.Read(File.ReadAllBytes(file)).Documents,
        _ => [],
    };

    static IEnumerable<MapNode> Manifests(Node document) => document switch
    {
        MapNode map when map["items"] is ListNode items && (map["kind"] as ScalarNode)?.Text.EndsWith("List", StringComparison.Ordinal) is true => items.SelectMany(Manifests),
        MapNode map when map["apiVersion"] is ScalarNode { Kind: ScalarKind.String } && map["kind"] is ScalarNode { Kind: ScalarKind.String } => [map],
        _ => [],
    };
}
