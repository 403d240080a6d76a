using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

/// <summary>A thousand clusters with the rules and dashboards that kube-prometheus ships.</summary>
public class RealInputTests
{
    [Test]
    public void A_thousand_clusters_with_the_content_of_kube_prometheus_compile_to_a_valid_repository()
    {
        using var project = new TemporaryFolder();
        project.Write("clusters.yaml", Fleets.Inventory(Enumerable.Range(0, 1000)));
        var rules = CopyKubePrometheus("rules", "*.yaml", project);
        var dashboards = CopyKubePrometheus("dashboards", "*.json", project);
        Assert.That(rules, Is.GreaterThanOrEqualTo(5));
        Assert.That(dashboards, Is.GreaterThanOrEqualTo(10));

        var repository = Compiled.Repository(
            Fleets.OfInventory("clusters.yaml", [new RuleFiles("rules/*.yaml")], [new DashboardFiles("dashboards/*.json")]),
            project.Root);

        Assert.That(repository.Files.Count(file => file.Path.EndsWith("/cluster.json", StringComparison.Ordinal)), Is.EqualTo(1000));
        OutputJudges.EveryObjectIsValid(repository);
        // Overlays differ in their names and labels only; ten of them stand for all.
        OutputJudges.EveryKustomizationBuilds(repository, folder => !folder.StartsWith("clusters/", StringComparison.Ordinal) || folder.Contains("/cluster-000", StringComparison.Ordinal));
    }

    static int CopyKubePrometheus(string kind, string pattern, TemporaryFolder project)
    {
        var folder = Directory.EnumerateDirectories(Corpus.Path(kind)).Single(name => Path.GetFileName(name) == "prometheus-operator+kube-prometheus");
        var files = Directory.EnumerateFiles(folder, pattern).ToList();
        foreach (var file in files)
            project.Write($"{kind}/{Path.GetFileName(file)}", File.ReadAllText(file));
        return files.Count;
    }
}
