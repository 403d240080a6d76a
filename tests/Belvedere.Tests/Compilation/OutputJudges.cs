using Belvedere.Emission;
using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

/// <summary>Judges of a whole output that nobody here wrote.</summary>
static class OutputJudges
{
    /// <summary>Every kustomization builds with kubectl; one build stands for all overlays that differ in their names only.</summary>
    public static void EveryKustomizationBuilds(Repository repository, Func<string, bool>? which = null)
    {
        var kubectl = Tool.Require("kubectl");
        using var folder = new TemporaryFolder();
        var outcome = RepositoryOnDisk.Write(repository, folder.Root, "test");
        Assert.That(outcome.Diagnostics, Is.Empty);

        var folders = repository.Files
            .Where(file => file.Path.EndsWith("/kustomization.yaml", StringComparison.Ordinal))
            .Select(file => file.Path[..^"/kustomization.yaml".Length])
            .Where(which ?? (_ => true))
            .ToList();
        Assert.That(folders, Is.Not.Empty);

        var failures = folders.AsParallel().Select(path => (path, Result: kubectl.Run(["kustomize", folder.Path(path)]))).Where(built => built.Result.ExitCode != 0).ToList();
        Assert.That(failures, Is.Empty, () => string.Join("\n", failures.Select(failure => $"{failure.path}: {failure.Result.Everything}")));
    }

    /// <summary>
    /// Every object of the hub and the bases is valid by the schema of its own project, strictly; with a platform, by what that
    /// release serves.
    /// </summary>
    /// <param name="repository">The output.</param>
    /// <param name="platform">The platform; null for the newest of everything.</param>
    /// <param name="unpublished">API versions whose schema the corpus does not have.</param>
    public static void EveryObjectIsValid(Repository repository, Platform? platform = null, params string[] unpublished)
    {
        var schemas = new UpstreamSchemas(platform is { IsOpenShift: true, Version: var release } ? release.ToString() : null);
        var wrong = Compiled.Texts(repository)
            .Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal) && !file.Key.EndsWith("/kustomization.yaml", StringComparison.Ordinal))
            .SelectMany(file => YamlAsJson.Read(file.Value).Where(made => !unpublished.Contains((string?)made["apiVersion"])).SelectMany(schemas.Judge).Select(problem => $"{file.Key}: {problem}"))
            .ToList();
        Assert.That(wrong, Is.Empty, () => string.Join("\n", wrong.Take(20)));
    }

    /// <summary>Every rule of an output is one that Prometheus takes.</summary>
    /// <returns>How many files it judged.</returns>
    public static int EveryRuleIsValid(Repository repository)
    {
        var promtool = Tool.Require("promtool");
        using var folder = new TemporaryFolder();
        var files = EmittedRules.Write(repository, folder);
        if (files is [])
            return 0;

        var judged = promtool.Run(["check", "rules", .. files]);
        Assert.That(judged.ExitCode, Is.Zero, judged.Everything);
        return files.Count;
    }
}
