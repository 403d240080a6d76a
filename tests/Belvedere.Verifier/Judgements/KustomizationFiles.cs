using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Every kustomization renders, lists every file of its folder once, and every folder that holds objects has one.</summary>
sealed class KustomizationFiles : Judgement
{
    public override IEnumerable<Finding> Judge(Estate estate)
    {
        foreach (var folder in estate.Kustomizations.Folders)
        {
            var rendering = estate.Kustomizations.Render(folder);
            foreach (var problem in rendering.Problems)
                yield return new(Name, "", folder, problem);

            var listed = estate.Repository.Documents.Of(estate.Repository.Files[$"{folder}/kustomization.yaml"])[0]["resources"].Texts.ToList();
            foreach (var twice in listed.GroupBy(entry => entry).Where(same => same.Skip(1).Any()))
                yield return new(Name, "", folder, $"'{twice.Key}' is listed twice.");
            foreach (var file in FilesOf(estate, folder).Except(listed, StringComparer.Ordinal))
                yield return new(Name, "", folder, $"'{file}' is listed nowhere: nothing applies it.");
        }

        foreach (var folder in estate.Repository.Files.Keys.Where(path => path.EndsWith(".yaml", StringComparison.Ordinal)).Select(path => path[..Math.Max(0, path.LastIndexOf('/'))]).Distinct().Except(estate.Kustomizations.Folders, StringComparer.Ordinal))
            yield return new(Name, "", folder, "It holds objects and no kustomization.");

        var used = estate.Sites.SelectMany(site => site.Resources).Select(made => made.File[..made.File.LastIndexOf('/')]).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in estate.Kustomizations.Folders.Where(folder => folder.StartsWith("base/", StringComparison.Ordinal) && estate.Kustomizations.Render(folder).Resources.Count > 0).Except(used, StringComparer.Ordinal))
            yield return new(Name, "", folder, "No cluster gets it.");
    }

    static IEnumerable<string> FilesOf(Estate estate, string folder) =>
        from path in estate.Repository.Files.Keys
        where path.StartsWith($"{folder}/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal)
        let name = path[(folder.Length + 1)..]
        where !name.Contains('/', StringComparison.Ordinal) && name != "kustomization.yaml"
        select name;
}
