using Belvedere.Emission;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.Examples;

/// <summary>Every example generates a repository that the judges take.</summary>
public class ExampleTests
{
    static IEnumerable<string> Names() => Directory.EnumerateDirectories(Checkout.Path("examples")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void An_example_generates_a_repository_of_valid_objects_that_Kustomize_builds(string name)
    {
        var repository = Generate(name);
        // The ingress operator's definitions are not among the schemas.
        OutputJudges.EveryObjectIsValid(repository, platform: null, "operator.openshift.io/v1");
        // Of a thousand overlays, a sixteenth: they differ in names.
        var isLarge = repository.Files.Count(file => file.Path.StartsWith("clusters/", StringComparison.Ordinal)) > 200;
        OutputJudges.EveryKustomizationBuilds(repository, path => !isLarge || !path.StartsWith("clusters/", StringComparison.Ordinal) || path.StartsWith("clusters/0/", StringComparison.Ordinal));
    }

    [TestCaseSource(nameof(Names))]
    public void Rules_of_an_example_are_ones_that_Prometheus_takes(string name) => Assert.That(OutputJudges.EveryRuleIsValid(Generate(name)), Is.Positive);

    [TestCaseSource(nameof(Names))]
    public void An_example_generates_the_same_twice(string name)
    {
        var first = Compiled.Texts(Generate(name));
        Assert.That(Compiled.Texts(Generate(name)), Is.EqualTo(first));
    }

    // The program that the solution's build made, in the configuration of the tests.
    static Repository Generate(string name)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        using var output = new TemporaryFolder();
        var run = Tool.Require("dotnet").Run(
        [
            Checkout.Path("examples", name, "bin", configuration, "net10.0", $"{name}.dll"), "generate",
            "--project-directory", Checkout.Path("examples", name), "--output", output.Root,
        ]);
        Assert.That(run.ExitCode, Is.Zero, run.Everything);
        return new Repository(
            from file in Directory.EnumerateFiles(output.Root, "*", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(output.Root, file).Replace('\\', '/')
            where !path.StartsWith(".belvedere/", StringComparison.Ordinal)
            select new RepositoryFile(path, File.ReadAllBytes(file)));
    }
}
