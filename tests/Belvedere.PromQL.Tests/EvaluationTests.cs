namespace Belvedere.PromQL.Tests;

/// <summary>What only evaluation would find out. The pages of the codes hold one example each; these are the finer points.</summary>
public sealed class EvaluationTests
{
    static readonly Dialect Everything = Dialect.Latest.With(PromQLFeatures.All);

    [TestCase("label_replace(a, \"b\", \"\", \"c\", \"(?!x)\")", "BLV2070", "invalid regular expression in label_replace(): error parsing regexp: invalid or unsupported Perl syntax: `(?!`")]
    [TestCase("label_replace(a, \"\", \"\", \"c\", \"\")", "BLV2071", "invalid destination label name in label_replace(): ")]
    [TestCase("label_join(a, \"b\", \"-\", \"c\", \"\")", "BLV2071", "invalid source label name in label_join(): ")]
    [TestCase("count_values(\"a\\xc5z\", version)", "BLV2071", "invalid label name \"a\\xc5z\"")]
    [TestCase("quantile(95, a)", "BLV2072", "quantile value should be between 0 and 1, got 95")]
    [TestCase("quantile_over_time((-0.5), a[5m])", "BLV2072", "quantile value should be between 0 and 1, got -0.5")]
    [TestCase("histogram_quantiles(a, \"q\", 0.5, NaN)", "BLV2072", "quantile value should be between 0 and 1, got NaN")]
    [TestCase("limit_ratio(NaN, a)", "BLV2073", "Ratio value is NaN")]
    [TestCase("resets(a[3m] smoothed)", "BLV2074", "smoothed modifier can only be used with: delta, increase, rate - not with resets")]
    [TestCase("predict_linear(a[3m] anchored, 4)", "BLV2074", "anchored modifier can only be used with: changes, delta, increase, rate, resets - not with predict_linear")]
    [TestCase("a{b=\"c\", b!=\"c\"}", "BLV2075", "no series can match both b=\"c\" and b!=\"c\"")]
    [TestCase("a{b=~\"d|e\", b=\"c\"}", "BLV2075", "no series can match both b=\"c\" and b=~\"d|e\"")]
    [TestCase("a{x=\"1\"} unless sum by (x) (b{x=\"2\"})", "BLV2076", "no series can match: label x is \"1\" on the left and \"2\" on the right")]
    [TestCase("rate(a{x=\"1\"}[5m]) and on (x) -b{x=\"2\"}", "BLV2076", "no series can match: label x is \"1\" on the left and \"2\" on the right")]
    [TestCase("a + on (x) sum by (x, y) (b)", "BLV2077", "the right side can have several series per match, which fails as soon as it has: it is grouped by y, which the matching leaves out")]
    [TestCase("sum by (x, y) (b) * ignoring (y) group_right a", "BLV2077", "the left side can have several series per match, which fails as soon as it has: it is grouped by y, which the matching leaves out")]
    [TestCase("double_exponential_smoothing(a[1h], 0.5, 1)", "BLV2078", "invalid trend factor. Expected: 0 < tf < 1, got: 1.000000")]
    [TestCase("topk(0, a)", "BLV2080", "topk of 0 series selects nothing")]
    public void Expression_that_cannot_give_what_is_wanted_is_warned_of_but_valid(string text, string code, string message)
    {
        var result = PromParser.Parse(text, Everything);
        Assert.That(result.HasErrors, Is.False);
        Assert.That(result.Diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.Message)), Is.EqualTo(new[] { (code, message) }));
    }

    [TestCase("quantile(scalar(q), a)")]
    [TestCase("label_replace(a, \"b\", \"$1\", \"c\", \"(.*)\")")]
    [TestCase("a{b=~\"c.*\", b=\"d\"}")]
    [TestCase("a{b=\"c\", b=~\"c|d\", b!~\"e\"}")]
    [TestCase("a{b!=\"c\", b!=\"d\"}")]
    [TestCase("a{x=\"1\"} or b{x=\"2\"}")]
    [TestCase("a{x=\"1\"} + ignoring (x) b{x=\"2\"}")]
    [TestCase("a{x=\"1\"} + on (y) b{x=\"2\"}")]
    [TestCase("a{x=\"1\"} + label_replace(b{x=\"2\"}, \"x\", \"1\", \"\", \"\")")]
    [TestCase("a{x=\"1\"} + sum by (y) (b{x=\"2\"})")]
    [TestCase("a{x=\"1\"} + count_values without () (\"x\", b{x=\"2\"})")]
    [TestCase("a{x=\"1\"} + fill (0) b{x=\"2\"}")]
    [TestCase("a{x=\"1\"} + (b{x=\"2\"} or c)")]
    [TestCase("sum by (x) (a) / on (x) sum by (x) (b)")]
    [TestCase("sum by (x, y) (a) / on (x) group_left sum by (x) (b)")]
    [TestCase("a * on (x) group_left (y) max by (x, y) (b)")]
    [TestCase("a * on (x) group_left topk by (x) (1, max by (x, y) (b))")]
    [TestCase("a * on (x) sum by (x, y) (b{y=\"1\"})")]
    [TestCase("a and on (x) sum by (x, y) (b)")]
    [TestCase("a + on () sum(b) + 2 * (1 + time())")]
    [TestCase("rate(a[5m] smoothed) + changes(b[5m] anchored) + (c smoothed)")]
    public void Expression_that_can_is_not_warned_of(string text) =>
        Assert.That(PromParser.Parse(text, Everything).Diagnostics, Is.Empty);

    [TestCase("2.42", true)]
    [TestCase("3.2", true)]
    [TestCase("3.3", false)]
    public void Quoted_label_names_in_label_replace_depend_on_the_version(string version, bool warned)
    {
        Assert.That(Dialect.TryParse(version, out var dialect), Is.True);
        Assert.That(PromParser.Parse("label_replace(a, \"b.c\", \"\", \"d\", \"\")", dialect!).Diagnostics, Has.Count.EqualTo(warned ? 1 : 0));
    }
}
