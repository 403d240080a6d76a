using System.Text.Json;
using System.Text.RegularExpressions;

namespace Belvedere.PromQL.Tests;

/// <summary>
/// The independent parser and type check of Prometheus' web interface (lezer-promql and codemirror-promql, in node). They run
/// where BELVEDERE_LEZER names a folder into which <c>Oracles/package.json</c> was installed.
/// </summary>
public sealed partial class EditorOracleTests
{
    static readonly Dialect Everything = Dialect.Latest.With(PromQLFeatures.All);

    [Test]
    public void Verdict_on_the_corpus_is_that_of_the_web_interface_but_for_its_known_differences()
    {
        var texts = CorpusExpressions.All().Select(expression => expression.Text).Distinct().ToList();
        Compare(texts, minimum: 10_000);
    }

    [Test]
    public void Verdict_on_the_test_table_is_that_of_the_web_interface_but_for_its_known_differences()
    {
        var texts = CorpusExpressions.Cases().Select(row => row.Text).Distinct().Where(text => !text.Any(char.IsSurrogate)).ToList();
        Compare(texts, minimum: 1_000);
    }

    static void Compare(List<string> texts, int minimum)
    {
        var differences = new List<string>();
        var known = new Dictionary<string, int>();
        foreach (var (text, theirs) in texts.Zip(Judge(texts)))
        {
            var result = PromParser.Parse(text, Everything);
            if (result.HasErrors == theirs.Length > 0)
                continue;

            var reason = result.HasErrors ? MissedByEditor(result) : WronglyFoundByEditor(result, theirs);
            if (reason is null)
                differences.Add($"{text}\n  theirs: {string.Join("; ", theirs)}\n  ours: {RoundTrip.FirstMessage(result)}");
            else
                known[reason] = known.GetValueOrDefault(reason) + 1;
        }

        TestContext.Out.WriteLine($"{texts.Count} compared; known differences:\n" + string.Join("\n", known.Select(pair => $"{pair.Value} {pair.Key}")));
        Assert.That(texts, Has.Count.GreaterThan(minimum));
        Assert.That(differences, Is.Empty, () => $"{differences.Count} differences:\n" + string.Join("\n", differences.Take(40)));
    }

    /// <summary>What the editor does not look for. Source: comparison of both with Prometheus itself.</summary>
    static string? MissedByEditor(ParseResult result)
    {
        var message = result.Diagnostics[0].Message;
        string[] ignored =
        [
            "ranges only allowed for vector selectors", "offset modifier must be preceded", "@ modifier must be preceded",
            "no @ modifiers allowed before range", "timestamp out of bounds", "duration must be greater than 0", "out of range",
            "division by zero", "modulo by zero", "vector selector must contain at least one non-empty matcher",
            "expected label selectors only", "unknown escape sequence", "illegal character",
        ];
        return Array.Find(ignored, part => message.Contains(part, StringComparison.Ordinal)) is { } known ? "the editor does not look for: " + known : null;
    }

    /// <summary>What the editor takes for a mistake and Prometheus does not.</summary>
    static string? WronglyFoundByEditor(ParseResult result, string[] theirs)
    {
        bool Says(string part) => theirs.Any(message => message.Contains(part, StringComparison.Ordinal));

        return TrailingDot().IsMatch(result.Text) ? "a number that ends in a dot"
        : Says("metric name must not be set twice") ? "a second __name__ inside the braces"
        : Says("can only be used in specific functions") ? "functions of anchored and smoothed, which Prometheus checks at evaluation"
        : Says("is not meaningful") ? "advice on steps"
        : Says("at least one non-empty matcher") && result.Text.StartsWith("info(", StringComparison.Ordinal) ? "the second argument of info()"
        : Says("syntax error") && WordOfItsOwn().IsMatch(result.Text) ? "keywords as names, min_of() and max_of() as functions"
        : null;
    }

    static List<string[]> Judge(List<string> texts)
    {
        if (Environment.GetEnvironmentVariable("BELVEDERE_LEZER") is not { Length: > 0 } folder)
        {
            Assert.Ignore("BELVEDERE_LEZER names no folder with the parser of Prometheus' web interface; .ci/run installs it.");
            return [];
        }

        var answer = Tool.Require("node").Run(
            [Checkout.Path("tests", "Belvedere.PromQL.Tests", "Oracles", "editor.cjs")],
            input: string.Concat(texts.Select(text => JsonSerializer.Serialize(text) + "\n")),
            environment: new Dictionary<string, string?> { ["NODE_PATH"] = Path.Combine(folder, "node_modules") });
        Assert.That(answer.ExitCode, Is.Zero, answer.Everything);
        return [.. answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string[]>(line)!)];
    }

    [GeneratedRegex(@"^offset\{|STep\(\)|^(min|max)_of\(")]
    private static partial Regex WordOfItsOwn();

    [GeneratedRegex(@"\d\.(?!\d)")]
    private static partial Regex TrailingDot();
}
