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
            Directory.EnumerateFiles(Folder, "BLV2*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Is.EqualTo(codes));
    }

    [TestCaseSource(nameof(OtherDescriptors))]
    public void A_page_of_the_lift_or_of_a_dashboards_query_fails_and_passes_likewise(PromDiagnosticDescriptor descriptor)
    {
        var page = File.ReadAllText(Path.Combine(Folder, descriptor.Id + ".md"));
        Assert.That(page, Does.StartWith($"# {descriptor.Id}: {descriptor.Title}\n"));
        Assert.That(page, Does.Contain("**Remedy.** "));
        if (!page.Contains("```promql fails", StringComparison.Ordinal))
            return;

        Assert.That(Found(Example(page, "fails").Text), Is.EqualTo(new[] { descriptor.Id }));
        Assert.That(Found(Example(page, "passes").Text), Is.Empty);

        static IEnumerable<string> Found(string text)
        {
            var query = GrafanaQuery.Parse(text, Dialect.Latest.With(PromQLFeatures.All));
            return query.Diagnostics.Concat(query.HasErrors ? [] : query.Expression?.Lift("cluster").Findings ?? []).Select(finding => finding.Id);
        }
    }

    static IEnumerable<PromDiagnosticDescriptor> OtherDescriptors => PromDiagnostics.All.Except(Descriptors);

    static IReadOnlyList<PromDiagnosticDescriptor> Descriptors => [.. PromDiagnostics.All.Where(descriptor => string.CompareOrdinal(descriptor.Id, "BLV2100") < 0)];

    static (string Text, Dialect Dialect) Example(string page, string kind)
    {
        var match = Regex.Match(page, $"```promql {kind}(?: (\\S+))?\n(.*?)\n```\n", RegexOptions.Singleline);
        Assert.That(match.Success, Is.True, $"no example that {kind}");
        if (!match.Groups[1].Success)
            return (match.Groups[2].Value, Dialect.Latest);

        Assert.That(Dialect.TryParse(match.Groups[1].Value, out var dialect), Is.True, match.Groups[1].Value);
        return (match.Groups[2].Value, dialect!);
    }

    [GeneratedRegex(@"^BLV2[01]\d\d$")]
    private static partial Regex Code();
}
