using System.Xml.Linq;
using Belvedere.Testing;

namespace Belvedere.Verifier.Tests;

/// <summary>A judge that shares code with the accused shares its mistakes.</summary>
public class ArchitectureTests
{
    [Test]
    public void Verifier_references_nothing_of_the_compiler()
    {
        var project = XDocument.Load(Checkout.Path("tests", "Belvedere.Verifier", "Belvedere.Verifier.csproj"));
        Assert.That(project.Descendants("ProjectReference"), Is.Empty);
        Assert.That(project.Descendants("Compile"), Is.Empty);

        var referenced = typeof(RepositoryVerifier).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.That(referenced.Where(name => name.StartsWith("Belvedere", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_judgement_is_registered_and_has_its_tests()
    {
        var judgements = Directory.EnumerateFiles(Checkout.Path("tests", "Belvedere.Verifier", "Judgements"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name is not ("Judgement" or "JudgementRegistry")).ToList();
        Assert.That(RepositoryVerifier.Judgements, Is.EquivalentTo(judgements));
        Assert.That(judgements.Where(name => !File.Exists(Checkout.Path("tests", "Belvedere.Verifier.Tests", "Judgements", $"{name}Tests.cs"))), Is.Empty);
    }
}
