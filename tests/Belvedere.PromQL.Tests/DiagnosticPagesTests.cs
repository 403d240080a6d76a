using System.Text.RegularExpressions;

namespace Belvedere.PromQL.Tests;

public sealed partial class DiagnosticPagesTests
{
    static string Folder => Checkout.Path("docs", "diagnostics");

    [TestCaseSource(nameof(Descriptors))]
    public void Page_s_failing_example_yields_the_code_and_its_passing_one_nothing(PromDiagnosticDescriptor descriptor)
    {
        var page = File.ReadAllText(Path.Combine(Folder, descriptor.Id + ".md"));
        Assert.That(page, Does.StartWith($"# {descriptor.Id}: {descriptor.Title}\n"));
        Assert.That(page, Does.Contain("**Remedy.** "));

        var (failing, dialect) = Example(page, "fails");
        var found = PromParser.Parse(failing, dialect).Diagnostics;
        Assert.That(found.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { descriptor.Id }), "one mistake, one finding");
        Assert.That(found[0].IsError, Is.EqualTo(descriptor.Severity == PromSeverity.Error));

        var (passing, passingDialect) = Example(page, "passes");
        Assert.That(PromParser.Parse(passing, passingDialect).Diagnostics, Is.Empty);
    }

    [Test]
    public void Codes_are_unique_and_each_has_its_page_and_no_other()
    {
        var codes = PromDiagnostics.All.Select(descriptor => descriptor.Id).ToList();
        Assert.That(codes, Is.Unique);
        Assert.That(codes, Is.Ordered);
        Assert.That(codes, Has.All.Match(Code().ToString()));
        Assert.That(
            Directory.EnumerateFiles(Folder, "BLV20*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Is.EqualTo(codes));
    }

    static IReadOnlyList<PromDiagnosticDescriptor> Descriptors => PromDiagnostics.All;

    static (string Text, Dialect Dialect) Example(string page, string kind)
    {
        var match = Regex.Match(page, $"```promql {kind}(?: (\\S+))?\n(.*?)\n```\n", RegexOptions.Singleline);
        Assert.That(match.Success, Is.True, $"no example that {kind}");
        if (!match.Groups[1].Success)
            return (match.Groups[2].Value, Dialect.Latest);

        Assert.That(Dialect.TryParse(match.Groups[1].Value, out var dialect), Is.True, match.Groups[1].Value);
        return (match.Groups[2].Value, dialect!);
    }

    [GeneratedRegex(@"^BLV20\d\d$")]
    private static partial Regex Code();
}
