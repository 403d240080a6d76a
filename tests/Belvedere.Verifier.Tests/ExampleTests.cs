using Belvedere.Testing;

namespace Belvedere.Verifier.Tests;

/// <summary>Nothing is wrong in what the examples generate.</summary>
public class ExampleTests
{
    [TestCaseSource(typeof(Examples), nameof(Examples.Names))]
    public void Example_has_no_findings(string name)
    {
        using var output = new TemporaryFolder();
        Examples.Generate(name, output);
        var findings = RepositoryVerifier.Judge(Repository.FromFolder(output.Root));
        Assert.That(findings, Is.Empty, () => string.Join("\n", findings.Take(40)));
    }
}
