using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Belvedere.Emission;
using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

/// <summary>
/// Folders of an output as Kustomize renders them, in memory: a list of resources, and JSON patches, which is all that the output
/// uses. <see cref="RenderedTests"/> compares it with kubectl.
/// </summary>
sealed class Rendered
{
    const string File = "kustomization.yaml";

    readonly Dictionary<string, string> texts;

    public Rendered(Repository repository) => texts = Compiled.Texts(repository);

    /// <summary>The folders that have a kustomization.</summary>
    public IEnumerable<string> Folders => texts.Keys.Where(path => path.EndsWith("/" + File, StringComparison.Ordinal)).Select(path => path[..^(File.Length + 1)]).Order(StringComparer.Ordinal);

    /// <summary>The text of a file.</summary>
    public string Text(string path) => texts[path];

    /// <summary>The files.</summary>
    public IEnumerable<string> Paths => texts.Keys;

    /// <summary>The folder of a cluster's overlay.</summary>
    public string OverlayOf(string cluster) => Folders.Single(folder => folder.StartsWith("clusters/", StringComparison.Ordinal) && folder.EndsWith("/" + cluster, StringComparison.Ordinal));

    /// <summary>The objects of a folder.</summary>
    public IReadOnlyList<JsonObject> Objects(string folder)
    {
        var kustomization = Read($"{folder}/{File}").Single();
        List<JsonObject> objects = [.. kustomization["resources"]!.AsArray().SelectMany(resource => Resource(folder, (string)resource!))];
        foreach (var patch in kustomization["patches"]?.AsArray() ?? [])
        {
            var targets = objects.Where(made => Fits(made, patch!["target"]!)).ToList();
            if (targets is [])
                throw new InvalidOperationException($"A patch of {folder} fits no object.");
            foreach (var made in targets)
                JsonPatch.Apply(made, YamlAsJson.Read((string)patch!["patch"]!).Single().AsArray());
        }

        return objects;
    }

    IEnumerable<JsonObject> Resource(string folder, string resource)
    {
        var path = Normal($"{folder}/{resource}");
        return texts.ContainsKey(path) ? Read(path) : Objects(path);
    }

    IEnumerable<JsonObject> Read(string path) => YamlAsJson.Read(texts[path]).Select(document => document.AsObject());

    static bool Fits(JsonObject made, JsonNode target)
    {
        var apiVersion = (string)made["apiVersion"]!;
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return Same(target["group"], slash < 0 ? "" : apiVersion[..slash])
            && Same(target["version"], apiVersion[(slash + 1)..])
            && Same(target["kind"], (string)made["kind"]!)
            && Same(target["namespace"], (string?)made["metadata"]!["namespace"] ?? "")
            && Same(target["name"], (string)made["metadata"]!["name"]!);
    }

    static bool Same(JsonNode? pattern, string text) => pattern is null || Regex.IsMatch(text, $"^(?:{(string)pattern!})$");

    static string Normal(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
            if (part == "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        return new StringBuilder().AppendJoin('/', parts).ToString();
    }
}
