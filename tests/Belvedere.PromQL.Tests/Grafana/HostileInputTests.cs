using System.Text;

namespace Belvedere.PromQL.Tests.Grafana;

/// <summary>Nothing that is read may throw, hang or exhaust the stack in what works on parsed expressions.</summary>
public sealed class HostileInputTests
{
    static readonly string[] Pieces =
    [
        "$a", "${b:regex}", "[[c]]", "${d.e}", "$__rate_interval", "${", "[[", "$", "a", "sum", "rate", "by", "on", "offset", "@", "(", ")", "{", "}", "[", "]",
        "5m", "1", "\"", "'", "`", "\\", "#", "\n", ",", "=", "=~", "!~", "+", "-", "*", "/", "^", ">", "bool", "and", "or", "unless", "group_left", "vector", "absent",
        "label_replace", "label_values", "query_result", "without", "ignoring", ":", ".", "\uE000", "\uFFFD", "\uD800", "$1", "count_values", "histogram_quantile",
    ];

    [Test]
    public void Twenty_thousand_heaps_of_pieces_go_through_everything()
    {
        var random = new Random(4711);
        var text = new StringBuilder();
        for (var round = 0; round < 20_000; round++)
        {
            text.Clear();
            for (var i = random.Next(1, 16); i > 0; i--)
                text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? "" : " ");
            Everything(text.ToString());
        }
    }

    [Test]
    public void Parts_of_real_expressions_put_together_go_through_everything()
    {
        string[] seeds =
        [
            "sum by ($g) (rate(x{a=~\"$a\", $m}[$__rate_interval] offset $o)) > $t", "$f(x[5m]) or on ($l) vector($v)",
            "label_replace(a, \"$x\", \"$1\", \"y\", \"(.*)\") unless ${fn}_over_time(z[$w:$s])", "absent(up{job=\"a\"}) * on () group_left () info(b)",
        ];
        var random = new Random(42);
        for (var round = 0; round < 20_000; round++)
        {
            var one = seeds[random.Next(seeds.Length)];
            var other = seeds[random.Next(seeds.Length)];
            Everything(one[..random.Next(one.Length)] + other[random.Next(other.Length)..]);
        }
    }

    [TestCase("$a", 500_000)]
    [TestCase("${a.", 250_000)]
    [TestCase("${a:", 250_000)]
    [TestCase("[[a", 300_000)]
    [TestCase("sum(", 250_000)]
    [TestCase("(", 1_000_000)]
    [TestCase("-", 1_000_000)]
    [TestCase("1+", 500_000)]
    [TestCase("a+", 500_000)]
    [TestCase("$a+", 330_000)]
    [TestCase("a{b=\"$c\"}and ", 70_000)]
    [TestCase("vector(1)*on()", 70_000)]
    [TestCase("absent(a)or ", 80_000)]
    [TestCase("\"$a", 330_000)]
    public void A_megabyte_of_one_thing_goes_through_everything(string piece, int count) =>
        Everything(new StringBuilder(piece.Length * count + 1).Insert(0, piece, count).Append('a').ToString());

    static void Everything(string text)
    {
        var query = GrafanaQuery.Parse(text);
        _ = query.HasErrors ? null : query.Print();
        foreach (var expression in new[] { PromParser.Parse(text).Expression, query.Expression })
        {
            if (expression is null)
                continue;

            var analysis = ExpressionAnalysis.Of(expression);
            _ = analysis.Labels.ToString();
            _ = analysis.Losses("cluster").Count + analysis.Metrics.Count;
            _ = expression.Lift("cluster", new VectorSelector { Name = "up" }).Findings.Count;
            _ = expression.RenameLabel("a", "b").RenameMetric("a", "c");
            _ = expression.Substitute(new Dictionary<string, string> { ["a"] = "b" }).Findings.Count;
            _ = expression.Inline(new("a", new VectorSelector { Name = "x" })).Findings.Count;
        }
    }
}
