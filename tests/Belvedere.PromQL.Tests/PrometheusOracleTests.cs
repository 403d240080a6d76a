using Belvedere.PromQL.Tests.Oracles;

namespace Belvedere.PromQL.Tests;

public sealed class PrometheusOracleTests
{
    static readonly Dialect Dialect242 = Dialect.Prometheus(new(2, 42));

    [Test]
    public void Verdict_and_layout_are_those_of_Prometheus_2_42_for_the_whole_corpus()
    {
        using var server = PrometheusServer.Start();
        var differences = new List<string>();
        var compared = 0;
        foreach (var text in CorpusExpressions.All().Select(expression => expression.Text).Distinct())
        {
            var theirs = server.Format(text);
            var result = PromParser.Parse(text, Dialect242);
            compared++;
            if (result.HasErrors != (theirs.Error is not null))
                differences.Add($"verdict: {text}\n  theirs: {theirs.Error ?? "valid"}\n  ours: {(result.HasErrors ? result.Diagnostics[0].Message : "valid")}");
            else if (!result.HasErrors && PromPrinter.Format(result.Expression!, PromPrinter.DefaultWidth, Dialect242) is var ours && ours != theirs.Formatted)
                differences.Add($"layout: {text}\n--- theirs\n{theirs.Formatted}\n--- ours\n{ours}");
        }

        TestContext.Out.WriteLine($"{compared} expressions compared");
        Assert.That(compared, Is.GreaterThan(10_000));
        Assert.That(differences, Is.Empty, () => $"{differences.Count} differences:\n" + string.Join("\n\n", differences.Take(15)));
    }
}
