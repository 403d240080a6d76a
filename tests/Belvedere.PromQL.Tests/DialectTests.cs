using System.Text;

namespace Belvedere.PromQL.Tests;

public sealed class DialectTests
{
    static readonly (string Title, Dialect Dialect)[] Columns =
    [
        ("2.39", Dialect.Prometheus(new(2, 39))), ("2.42", Dialect.Prometheus(new(2, 42))), ("2.46", Dialect.Prometheus(new(2, 46))),
        ("2.52", Dialect.Prometheus(new(2, 52))), ("2.55", Dialect.Prometheus(new(2, 55))), ("3.0", Dialect.Prometheus(new(3, 0))),
        ("3.5", Dialect.Prometheus(new(3, 5))), ("Thanos 0.42", Dialect.Thanos()), ("3.14", Dialect.Latest),
    ];

    [Test]
    public void Table_in_the_docs_is_the_one_that_the_parser_uses()
    {
        var path = Checkout.Path("docs", "promql-dialects.md");
        if (Environment.GetEnvironmentVariable("BELVEDERE_ACCEPT") is "1")
            File.WriteAllText(path, Render());

        Assert.That(File.ReadAllText(path), Is.EqualTo(Render()), "read the difference, then accept with BELVEDERE_ACCEPT=1");
    }

    [TestCase("3.14", "prometheus-3.14")]
    [TestCase("v2.42.0", "prometheus-2.42")]
    [TestCase("prometheus-2.39", "prometheus-2.39")]
    [TestCase("thanos", "thanos-0.42")]
    [TestCase("thanos-0.42+promql-experimental-functions", "thanos-0.42+promql-experimental-functions")]
    [TestCase("3.10+promql-binop-fill-modifiers+promql-duration-expr", "prometheus-3.10+promql-duration-expr+promql-binop-fill-modifiers")]
    public void Dialect_reads_its_own_name(string text, string name)
    {
        Assert.That(Dialect.TryParse(text, out var dialect), Is.True);
        Assert.That(dialect!.ToString(), Is.EqualTo(name));
        Assert.That(Dialect.TryParse(name, out _), Is.True);
    }

    [TestCase("")]
    [TestCase("2.38")]
    [TestCase("3.15")]
    [TestCase("3")]
    [TestCase("3.x")]
    [TestCase("loki")]
    [TestCase("3.14+nothing")]
    [TestCase("thanos-0.30")]
    public void Dialect_that_is_not_known_is_refused(string text) => Assert.That(Dialect.TryParse(text, out _), Is.False);

    [TestCase("2.42", "foo[300]", "Prometheus 2.42 does not accept numbers as durations: it needs Prometheus 3.0 or later")]
    [TestCase("2.42", "5m", "Prometheus 2.42 does not accept durations as numbers: it needs Prometheus 3.0 or later")]
    [TestCase("2.53", "1_000", "Prometheus 2.53 does not accept underscores in numbers: it needs Prometheus 2.54 or later")]
    [TestCase("2.55", "{\"a.b\"}", "Prometheus 2.55 does not accept quoted metric and label names: it needs Prometheus 3.0 or later")]
    [TestCase("2.46", "mad_over_time(a[5m])", "Prometheus 2.46 does not accept mad_over_time(): it needs Prometheus 2.49 or later with --enable-feature=promql-experimental-functions")]
    [TestCase("3.6", "first_over_time(a[5m])", "Prometheus 3.6 does not accept first_over_time(): it needs Prometheus 3.7 or later with --enable-feature=promql-experimental-functions, or 3.14 without")]
    [TestCase("3.7", "first_over_time(a[5m])", "function \"first_over_time\" is not enabled")]
    [TestCase("3.0", "holt_winters(a[5m], 0.5, 0.5)", "Prometheus 3.0 does not accept holt_winters(): removed in Prometheus 3.0; use double_exponential_smoothing")]
    [TestCase("3.9", "a + fill (0) b", "Prometheus 3.9 does not accept `fill`, `fill_left` and `fill_right`: it needs Prometheus 3.10 or later with --enable-feature=promql-binop-fill-modifiers")]
    [TestCase("3.14", "a + fill (0) b", "binop fill modifiers are experimental and not enabled")]
    [TestCase("3.10", "a </ b", "Prometheus 3.10 does not accept the operators `</` and `>/`: it needs Prometheus 3.11 or later")]
    [TestCase("3.13", "a[5m + 5m]", "experimental duration expression is not enabled")]
    [TestCase("3.14", "a[min(5m, 10m)]", "Prometheus 3.14 does not accept `min()` and `max()` in durations: removed in Prometheus 3.13; use `min_of()` and `max_of()`")]
    [TestCase("3.14", "a[5m] smoothed", "smoothed modifier is experimental and not enabled")]
    [TestCase("3.14", "limitk(1, a)", "limitk() is experimental and must be enabled with --enable-feature=promql-experimental-functions")]
    [TestCase("3.0", "a @ start() [5m]", "no @ modifiers allowed before range")]
    [TestCase("thanos", "a >/ b", "Thanos 0.42 does not accept the operators `</` and `>/`: it needs Prometheus 3.11 or later")]
    [TestCase("thanos", "histogram_quantiles(a, \"q\", 0.5)", "Thanos 0.42 does not accept histogram_quantiles(): it needs Prometheus 3.11 or later with --enable-feature=promql-experimental-functions")]
    [TestCase("thanos+all", "a - fill (1) b", "Thanos 0.42 does not accept `fill`, `fill_left` and `fill_right`: it needs Prometheus 3.10 or later with --enable-feature=promql-binop-fill-modifiers")]
    public void Error_for_what_the_dialect_lacks_says_who_has_it(string name, string text, string message)
    {
        var result = PromParser.Parse(text, Read(name));
        Assert.That(result.Diagnostics.Select(diagnostic => diagnostic.Message), Is.EqualTo(new[] { message }));
    }

    [TestCase("2.42", "foo @ start() [5m]")]
    [TestCase("2.42", "holt_winters(a[5m], 0.5, 0.5)")]
    [TestCase("3.7+promql-experimental-functions", "first_over_time(a[5m])")]
    [TestCase("3.14", "first_over_time(a[5m])")]
    [TestCase("3.12+promql-duration-expr", "a[min(5m, 10m)]")]
    [TestCase("3.13+promql-duration-expr", "a[min_of(5m, 10m)]")]
    [TestCase("3.14", "a[min_of(5m, range()) * 2:step()] offset -(1h)")]
    [TestCase("3.10+all", "a + on (x) group_left (y) fill_left (1) fill_right (-2) b")]
    [TestCase("thanos+all", "rate(a[5m] anchored)")]
    public void Dialect_accepts_what_its_version_has(string name, string text)
    {
        Assert.That(PromParser.Parse(text, Read(name)).Diagnostics, Is.Empty);
    }

    [Test]
    public void Flagged_construct_says_in_a_hint_how_to_switch_it_on()
    {
        var diagnostic = PromParser.Parse("limitk(1, a)").Diagnostics.Single();
        Assert.That(diagnostic.Hint, Is.EqualTo("Prometheus 3.14 accepts it with --enable-feature=promql-experimental-functions."));
    }

    static Dialect Read(string name) =>
        Dialect.TryParse(name, out var dialect) ? dialect : throw new ArgumentException(name, nameof(name));

    static string Render()
    {
        var result = new StringBuilder()
            .Append("# PromQL by version\n\n")
            .Append("What versions of Prometheus added to the language after 2.39 (the one in OpenShift 4.12) and took from it. Everything that is not\n")
            .Append("listed is the same in all of them. Thanos 0.42 parses as Prometheus 3.9 does. The parser reports what its dialect lacks\n")
            .Append("([BLV2030](diagnostics/BLV2030.md), [BLV2031](diagnostics/BLV2031.md)) from this very table.\n\n")
            .Append("✓ accepted, ⚑ accepted with its `--enable-feature` flag, – not accepted\n\n")
            .Append("| Construct | Since | Flag |");
        foreach (var (title, _) in Columns)
            result.Append($" {title} |");
        result.Append("\n| --- | --- | --- |").Append(string.Concat(Columns.Select(_ => " :-: |"))).Append('\n');

        var rows = LanguageHistory.Constructs.OrderBy(row => row.Kind).ThenBy(row => row.Since).ThenBy(row => row.Name, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var since = row.RemovedIn is { } removed ? $"{row.Since} to before {removed}" : row.Since.ToString();
            var flag = row.Flag == PromQLFeatures.None ? ""
                : row.StableSince is { } stable ? $"`{FlagName(row.Flag)}` before {stable}"
                : $"`{FlagName(row.Flag)}`";
            result.Append($"| {(row.Kind == ConstructKind.Syntax ? row.Name : $"`{row.Name}`")} | {since} | {flag} |");
            foreach (var (_, dialect) in Columns)
                result.Append(dialect.Accepts(row) ? " ✓ |" : dialect.With(PromQLFeatures.All).Accepts(row) ? " ⚑ |" : " – |");
            result.Append('\n');
        }

        return result.ToString();
    }

    static string FlagName(PromQLFeatures flag) => Dialect.Latest.With(flag).ToString().Split('+')[1];
}
