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

    [Test]
    public void Regular_expressions_compile_where_they_compile_in_Prometheus()
    {
        // Prometheus 2.42 puts the expression into a group before it compiles it, so those whose parentheses or
        // brackets do not match by themselves differ; its Go is older than (?<name>).
        string[] pieces =
        [
            "a", "b", "é", "0", "1", "-", ".", "*", "+", "?", "|", "(", ")", "(?:", "(?i)", "(?P<n>", "(?s-i:", "[", "]", "[^", "a-z", "[:alpha:]", "{",
            "}", "{2}", "{2,}", "{1,3}", "{1000}", ",", "^", "$", "\\d", "\\w", "\\b", "\\B", "\\A", "\\z", "\\pL", "\\p{Greek}", "\\x41", "\\x{e9}", "\\.", "\\1", "\\n", "\\Qa\\E", "",
        ];
        using var server = PrometheusServer.Start();
        var random = new Random(1);
        var differences = new List<string>();
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 6000; i++)
        {
            var regex = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (regex.EndsWith("(?", StringComparison.Ordinal))
                continue;

            var text = $"{{a=~`{regex}`}}";
            var theirs = Kind(server.Format(text).Error);
            var ours = Kind(PromParser.Parse(text, Dialect242) is { HasErrors: true } result ? result.Diagnostics[0].Message : null);
            counts[theirs] = counts.GetValueOrDefault(theirs) + 1;
            if (theirs != ours && ours is not ("unexpected )" or "missing closing )" or "missing closing ]"))
                differences.Add($"{regex}\n  theirs: {server.Format(text).Error ?? "valid"}\n  ours: {RoundTrip.FirstMessage(PromParser.Parse(text, Dialect242))}");
        }

        TestContext.Out.WriteLine(string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.That(counts["valid"], Is.GreaterThan(500));
        Assert.That(differences, Is.Empty, () => $"{differences.Count} differences:\n" + string.Join("\n", differences.Take(20)));

        static string Kind(string? message)
        {
            const string prefix = "error parsing regexp: ";
            if (message is null)
                return "valid";
            var start = message.IndexOf(prefix, StringComparison.Ordinal);
            return start < 0 ? "matches nothing" : message[(start + prefix.Length)..].Split(": `")[0];
        }
    }
}
