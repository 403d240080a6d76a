using BenchmarkDotNet.Attributes;
using Belvedere.PromQL;

namespace Belvedere.Benchmarks;

/// <summary>A rule's expression of the usual kind: two aggregated rates, a matching and a threshold.</summary>
[MemoryDiagnoser]
public class PromQLExpressionBenchmarks
{
    const string Text =
        """sum by (namespace, job) (rate(http_requests_total{job="api",code=~"5.."}[5m])) / sum by (namespace, job) (rate(http_requests_total{job="api"}[5m])) > 0.05""";

    readonly Expression tree = PromParser.Parse(Text).Expression!;

    [Benchmark(Description = "parse and check")]
    public ParseResult Parse() => PromParser.Parse(Text);

    [Benchmark(Description = "parse, check and print")]
    public string ParseAndPrint() => PromPrinter.Print(PromParser.Parse(Text).Expression!);

    [Benchmark(Description = "parse, check, find labels and print")]
    public int Whole()
    {
        var parsed = PromParser.Parse(Text).Expression!;
        return ExpressionAnalysis.Of(parsed).Labels.Named.Count + PromPrinter.Print(parsed).Length;
    }

    [Benchmark(Description = "print")]
    public string Print() => PromPrinter.Print(tree);

    [Benchmark(Description = "lay out")]
    public string Format() => PromPrinter.Format(tree);
}

/// <summary>Whether the time is linear in the length: each text is 32 times as long as the one before.</summary>
[MemoryDiagnoser]
public class PromQLLengthBenchmarks
{
    string chain = "";
    string selector = "";
    string mistakes = "";

    [Params(1 << 10, 1 << 15, 1 << 20)]
    public int Length { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        chain = "a" + Repeat(" + a");
        selector = "{" + Repeat("job=\"api\",") + "}";
        mistakes = Repeat("a b + ");
    }

    [Benchmark]
    public ParseResult Chain() => PromParser.Parse(chain);

    [Benchmark]
    public ParseResult Selector() => PromParser.Parse(selector);

    [Benchmark]
    public ParseResult Mistakes() => PromParser.Parse(mistakes);

    string Repeat(string part) => string.Concat(Enumerable.Repeat(part, Length / part.Length));
}

/// <summary>
/// All expressions of the corpus that BELVEDERE_CORPUS names: beside <c>promtool check rules</c> on its rule files and the parser
/// of Prometheus' web interface in node.
/// </summary>
[MemoryDiagnoser]
public class PromQLCorpusBenchmarks
{
    string[] texts = [];

    [GlobalSetup]
    public void SetUp() => texts = [.. PromQLInputs.Corpus()];

    [Benchmark(Description = "parse and check the corpus")]
    public int Parse()
    {
        var valid = 0;
        foreach (var text in texts)
            if (!PromParser.Parse(text).HasErrors)
                valid++;

        return valid;
    }

    [Benchmark(Description = "parse, check and print the corpus")]
    public int ParseAndPrint()
    {
        var length = 0;
        foreach (var text in texts)
            if (PromParser.Parse(text) is { HasErrors: false, Expression: { } tree })
                length += PromPrinter.Print(tree).Length;

        return length;
    }

    [Benchmark(Description = "parse, check, find labels and print the corpus")]
    public int Whole()
    {
        var length = 0;
        foreach (var text in texts)
            if (PromParser.Parse(text) is { HasErrors: false, Expression: { } tree })
                length += ExpressionAnalysis.Of(tree).Selectors.Count + PromPrinter.Print(tree).Length;

        return length;
    }
}
