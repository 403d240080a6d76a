using System.Text.RegularExpressions;
using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Sites;
using YamlDotNet.Core;

namespace Belvedere.Verifier.Rendering;

/// <summary>What a folder's kustomization makes.</summary>
/// <param name="Resources">Its objects, in the order in which it lists them.</param>
/// <param name="Folders">Every folder that it reads, itself first.</param>
/// <param name="Problems">Why Kustomize would refuse it, or would do something else than is meant.</param>
sealed record Rendering(IReadOnlyList<Resource> Resources, IReadOnlyList<string> Folders, IReadOnlyList<string> Problems);

/// <summary>
/// Kustomize's resources, components and JSON patches, without a process. Another field is a problem: this renderer, and with
/// it every judgement, would not know what it does.
/// </summary>
sealed class Kustomizations(Repository repository)
{
    const string FileName = "kustomization.yaml";

    readonly Dictionary<string, Rendering> rendered = new(StringComparer.Ordinal);

    /// <summary>Every folder that has a kustomization.</summary>
    public IReadOnlyList<string> Folders { get; } =
        [.. repository.Files.Keys.Where(path => path.EndsWith($"/{FileName}", StringComparison.Ordinal)).Select(path => path[..^(FileName.Length + 1)]).Order(StringComparer.Ordinal)];

    public Rendering Render(string folder)
    {
        if (rendered.TryGetValue(folder, out var known))
            return known;

        // A folder that leads to itself finds this, and adds nothing.
        rendered[folder] = new([], [folder], [$"{folder} leads to itself."]);
        return rendered[folder] = Make(folder);
    }

    Rendering Make(string folder)
    {
        var problems = new List<string>();
        if (ReadOne($"{folder}/{FileName}", problems.Add) is not { } file)
            return new([], [folder], problems);

        var isComponent = file["kind"].Text == "Component";
        foreach (var field in file.Entries.Select(entry => entry.Key).Except(["apiVersion", "kind", "resources", "components", "patches"], StringComparer.Ordinal))
            problems.Add($"The field '{field}' is not rendered.");

        var (resources, folders) = (new List<Resource>(), new List<string> { folder });
        foreach (var entry in file["resources"].Texts)
            Add(folder, entry, resources, folders, problems);
        foreach (var entry in file["components"].Texts)
            resources = AddComponent(folder, entry, resources, folders, problems);
        if (!isComponent)
            resources = Patch(file, resources, problems);
        foreach (var twin in resources.GroupBy(made => made.Id).Where(same => same.Skip(1).Any()))
            problems.Add($"{twin.Key} is there twice.");
        return new([.. resources.Select(made => made with { Unit = folder })], [.. folders.Distinct(StringComparer.Ordinal)], problems);
    }

    void Add(string folder, string entry, List<Resource> resources, List<string> folders, List<string> problems)
    {
        if (Resolve(folder, entry) is not { } path)
            problems.Add($"'{entry}' leads out of the repository.");
        else if (repository.Files.TryGetValue(path, out var text))
        {
            if (!path.StartsWith($"{folder}/", StringComparison.Ordinal))
                problems.Add($"'{entry}' is a file outside of the folder.");
            foreach (var tree in Read(path, text, problems.Add))
                resources.Add(new(tree, path, folder));
        }
        else if (!repository.Files.ContainsKey($"{path}/{FileName}"))
            problems.Add($"'{entry}' is not there.");
        else if (ReadOne($"{path}/{FileName}", problems.Add)?["kind"].Text == "Component")
            problems.Add($"'{entry}' is a component, not a resource.");
        else
        {
            var below = Render(path);
            resources.AddRange(below.Resources);
            folders.AddRange(below.Folders);
            problems.AddRange(below.Problems);
        }
    }

    // A component's patches see what was there before it.
    List<Resource> AddComponent(string folder, string entry, List<Resource> resources, List<string> folders, List<string> problems)
    {
        if (Resolve(folder, entry) is not { } path || ReadOne($"{path}/{FileName}", problems.Add) is not { } file)
            return resources;
        if (file["kind"].Text != "Component")
            problems.Add($"'{entry}' is no component.");

        var own = Render(path);
        folders.AddRange(own.Folders);
        problems.AddRange(own.Problems);
        return Patch(file, [.. resources, .. own.Resources], problems);
    }

    List<Resource> Patch(Node file, List<Resource> resources, List<string> problems)
    {
        foreach (var patch in file["patches"].Items)
        {
            var target = patch["target"];
            // Kustomize takes the white space at the end from a patch, and with it the last line's end from a block of text.
            if (patch["patch"].Text?.Trim() is not { } text || !target.Exists || repository.Documents.Of(text) is not [{ IsList: true } operations])
            {
                problems.Add("A patch is no list of JSON operations with a target.");
                continue;
            }

            var fitting = resources.Where(made => Fits(made, target)).ToList();
            if (fitting.Count != 1)
                problems.Add($"The patch of {target["kind"].Text} {target["name"].Text} fits {fitting.Count} objects.");
            foreach (var made in fitting)
                resources[resources.IndexOf(made)] = made with { Tree = JsonPatch.Apply(made.Tree, operations, reason => problems.Add($"Patch of {made}: {reason}")) };
        }

        return resources;
    }

    static bool Fits(Resource made, Node target) =>
        (target["group"].Text ?? "") == made.Group
        && (target["version"].Text ?? made.Version) == made.Version
        && (target["kind"].Text ?? made.Kind) == made.Kind
        && IsMatch(target["namespace"].Text, made.Namespace)
        && IsMatch(target["name"].Text, made.Name);

    static bool IsMatch(string? pattern, string text) => pattern is null || Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    Node? ReadOne(string path, Action<string> problem)
    {
        if (repository.Files.TryGetValue(path, out var text))
            return Read(path, text, problem) is [var only] ? only : null;

        problem($"{path} is not there.");
        return null;
    }

    IReadOnlyList<Node> Read(string path, string text, Action<string> problem)
    {
        try
        {
            return repository.Documents.Of(text);
        }
        catch (YamlException exception)
        {
            problem($"{path} is no YAML: {exception.Message}");
            return [];
        }
    }

    static string? Resolve(string folder, string entry)
    {
        var parts = folder.Split('/').ToList();
        foreach (var part in entry.Split('/'))
            if (part == "..")
            {
                if (parts.Count == 0)
                    return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
                parts.Add(part);
        return string.Join('/', parts);
    }
}
