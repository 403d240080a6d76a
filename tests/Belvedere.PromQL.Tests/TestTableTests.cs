using System.Text.RegularExpressions;

namespace Belvedere.PromQL.Tests;

/// <summary>The table of expressions from the tests of Prometheus, its web editor and another parser.</summary>
public sealed partial class TestTableTests
{
    const string Editor = "codemirror-promql/src/parser/parser.test.ts";
    const string Greptime = "GreptimeTeam/promql-parser";

    /// <summary>Rows whose verdict is not that of Prometheus' own parser, and why.</summary>
    static readonly (string Source, string Text, string Reason)[] WrongRows =
    [
        (Editor, "some_metric[1h:range()]", "The editor's own advice; the parser takes any duration as a step."),
        (Editor, "histogram_fraction( ", "The row was cut off at its first line end."),
        (Editor, "histogram_count( ", "The row was cut off at its first line end."),
        (Editor, "histogram_avg( ", "The row was cut off at its first line end."),
        (Editor, "histogram_stddev( ", "The row was cut off at its first line end."),
        (Editor, "sum (rate(foo[5m])) @ 456", "The editor checks no targets of @."),
        (Editor, "{a=\"b\",\"foo\",c~=\"d\"}", "The editor's recovery goes over a bad operator."),
        (Editor, "{\"foo\",\"this is \"bar\" label\"=\"val\"}", "The editor's recovery goes over quotes in quotes."),
        (Editor, "{\"foo\", __name__=\"bar\"}", "Only a name before the braces may not be repeated."),
        (Editor, "{\"foo\", \"__name__\"=\"bar\"}", "Only a name before the braces may not be repeated."),
        (Greptime, "double-quoted raw string", "A piece of Rust, not an expression."),
        (Greptime, "exp(", "That parser takes scalars for vectors."),
        (Greptime, "ln(", "That parser takes scalars for vectors."),
        (Greptime, "log10(", "That parser takes scalars for vectors."),
        (Greptime, "label_replace(a, `b`, `c\\xff`, `d`, `.*`)", "Strings in backticks have no escapes."),
        (Greptime, "foo{label1=\"1\" OR ", "MetricsQL's `or` inside braces."),
        (Greptime, "foo{label1=\"1\" Or ", "MetricsQL's `or` inside braces."),
        (Greptime, "foo{label1=\"1\" oR ", "MetricsQL's `or` inside braces."),
        (Greptime, "foo{label1=\"1\" or ", "MetricsQL's `or` inside braces."),
        (Greptime, "foo{label1=\"1\", label2=\"2\" or ", "MetricsQL's `or` inside braces."),
    ];

    /// <summary>Mistakes that newer versions notice at another place than 2.42, and why.</summary>
    static readonly Dictionary<string, string> MovedErrors = new()
    {
        ["2.5."] = "Since 2.54 the whole number is reported, not the character after it.",
        ["100..4"] = "Since 2.54 the whole number is reported, not the character after it.",
        ["foo offset (4d/0)"] = "2.42 has no arithmetic in durations.",
        ["info(http_request_counter_total{namespace=\"zzz\"}, {foo=\"bar\"} == 1)"] = "2.42 has no info().",
        ["info(rate(http_request_counter_total[5m]), target_info{service_version=~\".+\"})"] = "2.42 has no info().",
    };

    [Test]
    public void Every_row_with_a_verdict_gets_it()
    {
        var used = new HashSet<string>();
        var differences = new List<string>();
        foreach (var row in CorpusExpressions.Cases())
        {
            var result = Parse(row);
            if (row.Valid is not { } valid || valid == !result.HasErrors)
                continue;

            var known = WrongRows.FirstOrDefault(wrong => row.Source.Contains(wrong.Source, StringComparison.Ordinal) && row.Text.StartsWith(wrong.Text, StringComparison.Ordinal));
            if (known.Text is null)
                differences.Add($"{row.Text}\n  should be {(valid ? "valid" : "invalid: " + row.Error)} ({row.Source}); ours: {RoundTrip.FirstMessage(result)}");
            else
                used.Add(known.Text);
        }

        Assert.That(differences, Is.Empty, () => string.Join("\n", differences));
        Assert.That(WrongRows.Select(row => row.Text).Except(used), Is.Empty, "rows listed as wrong that are not");
    }

    [Test]
    public void First_error_has_the_words_of_Prometheus()
    {
        var rows = CorpusExpressions.Cases()
            .Where(row => row is { Valid: false, Error.Length: > 0 } && !row.Source.Contains(Editor, StringComparison.Ordinal) && !row.Source.Contains(Greptime, StringComparison.Ordinal))
            .ToList();
        var differences = rows
            .Select(row => (row.Text, Theirs: row.Error.Split(" || ")[0], Ours: RoundTrip.FirstMessage(Parse(row))))
            .Where(pair => pair.Ours != pair.Theirs)
            .Select(pair => $"{pair.Text}\n  theirs: {pair.Theirs}\n  ours:   {pair.Ours}")
            .ToList();

        Assert.That(rows, Has.Count.GreaterThan(80));
        Assert.That(differences, Is.Empty, () => string.Join("\n", differences));
    }

    [Test]
    public void First_error_stands_where_Prometheus_says()
    {
        var compared = 0;
        var differences = new List<string>();
        foreach (var row in CorpusExpressions.Cases())
        {
            if (row.Valid is not false || Position().Match(row.Error242) is not { Success: true } theirs || Parse(row) is not { HasErrors: true } result)
                continue;

            compared++;
            var (line, column) = result.Diagnostics[0].Span.LineAndColumn(row.Text);
            if (theirs.Value != $"{line}:{column}:" && !MovedErrors.ContainsKey(row.Text))
                differences.Add($"{row.Text}\n  theirs: {row.Error242}\n  ours:   {line}:{column} {result.Diagnostics[0].Message}");
        }

        Assert.That(compared, Is.GreaterThan(150));
        Assert.That(differences, Is.Empty, () => string.Join("\n", differences));
    }

    [Test]
    public void Printed_form_of_every_valid_row_means_the_same()
    {
        var differences = CorpusExpressions.Cases()
            .Select(Parse)
            .Where(result => !result.HasErrors)
            .Select(result => RoundTrip.Difference(result.Expression!, result.Dialect.With(PromQLFeatures.All)))
            .OfType<string>()
            .ToList();

        Assert.That(differences, Is.Empty, () => string.Join("\n", differences));
    }

    [Test]
    public void Format_pairs_match_to_the_byte()
    {
        // The rows of the prettier were made at a width of 10.
        var differences = CorpusExpressions.FormatPairs()
            .Select(pair => (pair, Result: PromParser.Parse(pair.Input, Dialect.Latest.With(PromQLFeatures.All))))
            .Select(row => (row.pair, Ours: row.Result.HasErrors ? row.Result.Diagnostics[0].Message
                : row.pair.Source.Contains("prettier", StringComparison.Ordinal) ? PromPrinter.Format(row.Result.Expression!, 10)
                : PromPrinter.Print(row.Result.Expression!)))
            .Where(row => row.Ours != row.pair.Output)
            .Select(row => $"{row.pair.Input}\n--- theirs\n{row.pair.Output}\n--- ours\n{row.Ours}")
            .ToList();

        Assert.That(differences, Is.Empty, () => string.Join("\n", differences));
    }

    static ParseResult Parse(TestRow row)
    {
        // Prometheus' own parse tests run without the fill modifiers.
        var features = row.Source.Contains("parse_test.go", StringComparison.Ordinal) ? PromQLFeatures.All & ~PromQLFeatures.FillModifiers : PromQLFeatures.All;
        return PromParser.Parse(row.Text, Dialect.Latest.With(features));
    }

    [GeneratedRegex(@"^\d+:\d+:")]
    private static partial Regex Position();
}
