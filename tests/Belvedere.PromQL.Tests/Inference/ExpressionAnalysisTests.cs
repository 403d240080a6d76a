namespace Belvedere.PromQL.Tests.Inference;

public sealed class ExpressionAnalysisTests
{
    // Guaranteed labels by name, possible ones with a question mark, excluded ones with a minus, others with an ellipsis.
    [TestCase("a", "{__name__, …}")]
    [TestCase("a{b=\"c\", d=\"\", e!=\"\", f=~\".+\", g=~\".*\", h!=\"x\"}", "{__name__, b, -d, e, f, …}")]
    [TestCase("rate(a{b=\"c\"}[5m])", "{-__name__, b, …}")]
    [TestCase("last_over_time(a[5m])", "{__name__, …}")]
    [TestCase("sum(a{b=\"c\"})", "{}")]
    [TestCase("sum by (b, c) (a{b=\"x\"})", "{b, c?}")]
    [TestCase("sum by (__name__) (a)", "{__name__}")]
    [TestCase("sum without (b, c) (a{b=\"x\", d=\"y\"})", "{-__name__, -b, -c, d, …}")]
    [TestCase("topk(3, a{b=\"c\"})", "{__name__, b, …}")]
    [TestCase("count_values(\"v\", a)", "{v}")]
    [TestCase("count_values by (b) (\"v\", a)", "{b?, v}")]
    [TestCase("a > 1", "{__name__, …}")]
    [TestCase("a > bool 1", "{-__name__, …}")]
    [TestCase("a + 1", "{-__name__, …}")]
    [TestCase("-a", "{-__name__, …}")]
    [TestCase("a{x=\"1\"} / b{y=\"2\"}", "{-__name__, x, y, …}")]
    [TestCase("a{x=\"1\"} / on (y) b", "{y?}")]
    [TestCase("a{x=\"1\"} == on (x) b", "{x}")]
    [TestCase("a{x=\"1\"} / ignoring (x) b", "{-__name__, -x, …}")]
    [TestCase("a{x=\"1\"} * on (y) group_left (z) b{y=\"2\", z=\"3\"}", "{-__name__, x, y, z, …}")]
    [TestCase("a{x=\"1\"} * on (y) group_right (z) b{y=\"2\"}", "{-__name__, y, …}")]
    [TestCase("a{x=\"1\"} and on (y) b{y=\"2\"}", "{__name__, x, y, …}")]
    [TestCase("a{x=\"1\"} unless b", "{__name__, x, …}")]
    [TestCase("sum by (x) (a{x=\"1\"}) or sum by (y) (b{y=\"2\"})", "{x?, y?}")]
    [TestCase("a or vector(0)", "{…}")]
    [TestCase("vector(1)", "{}")]
    [TestCase("absent(a{b=\"c\", d=~\"e\", f=\"g\", f!=\"h\"})", "{b}")]
    [TestCase("absent(sum(a))", "{}")]
    [TestCase("histogram_quantile(0.9, sum by (le, job) (a))", "{job?}")]
    [TestCase("label_replace(a, \"x\", \"y\", \"\", \"\")", "{__name__, x, …}")]
    [TestCase("label_replace(a{b=\"c\"}, \"x\", \"$1\", \"b\", \"(.+)\")", "{__name__, b, x, …}")]
    [TestCase("label_replace(a{b=\"c\"}, \"x\", \"$1_suffix\", \"b\", \"(.+)\")", "{__name__, b, …}")]
    [TestCase("label_replace(a{b=\"c\"}, \"b\", \"\", \"\", \"\")", "{__name__, -b, …}")]
    [TestCase("label_join(sum(a), \"x\", \"-\", \"b\", \"c\")", "{x}")]
    [TestCase("label_join(sum by (b) (a), \"x\", \"\", \"b\", \"c\")", "{b?, x?}")]
    [TestCase("info(sum by (b) (a{b=\"c\"}))", "{b, …}")]
    public void Labels_of_the_result_are_known(string text, string labels) => Assert.That(Analyse(text).Labels.ToString(), Is.EqualTo(labels));

    [TestCase("a", ResultPresence.WheneverSeriesExist)]
    [TestCase("sum(rate(a[5m])) / sum(rate(b[5m]))", ResultPresence.WheneverSeriesExist)]
    [TestCase("a > 5", ResultPresence.DependsOnData)]
    [TestCase("vector(1)", ResultPresence.Always)]
    [TestCase("sum(a > 5) or vector(0)", ResultPresence.Always)]
    [TestCase("vector(1) > 0", ResultPresence.Always)]
    [TestCase("vector(0) > 0", ResultPresence.Never)]
    [TestCase("absent(a)", ResultPresence.DependsOnData)]
    [TestCase("absent(vector(1))", ResultPresence.Never)]
    [TestCase("absent(a{b=\"c\", b=\"d\"})", ResultPresence.Always)]
    [TestCase("absent(a) == 0", ResultPresence.Never)]
    [TestCase("count(a) == 0", ResultPresence.Never)]
    [TestCase("count(a) > 0", ResultPresence.WheneverSeriesExist)]
    [TestCase("rate(a[5m]) < 0", ResultPresence.Never)]
    [TestCase("(a > 5) < 3", ResultPresence.Never)]
    [TestCase("(a > bool 5) > 1", ResultPresence.Never)]
    [TestCase("a{b=\"c\", b!=\"c\"}", ResultPresence.Never)]
    [TestCase("a{b=\"\", b=~\".+\"}", ResultPresence.Never)]
    [TestCase("a{b=\"c\"} / sum(d)", ResultPresence.Never)]
    [TestCase("a{b=\"c\"} / ignoring (b) d", ResultPresence.WheneverSeriesExist)]
    [TestCase("a{b=\"c\"} and sum(d)", ResultPresence.Never)]
    [TestCase("a unless on () vector(1)", ResultPresence.Never)]
    [TestCase("a{b=\"c\"} unless sum(d)", ResultPresence.DependsOnData)]
    [TestCase("hour() > 24", ResultPresence.Never)]
    [TestCase("1 + 1", ResultPresence.Always)]
    public void When_there_is_a_result_is_known(string text, ResultPresence expected)
    {
        var presence = Analyse(text).Result.Presence;
        Assert.That(presence.Kind, Is.EqualTo(expected), presence.Reason);
        if (expected is ResultPresence.Always or ResultPresence.Never)
            Assert.That(presence.Reason, Is.Not.Empty);
    }

    [Test]
    public void Metrics_are_read_by_name_by_pattern_or_by_labels_alone()
    {
        var analysis = Analyse("rate(b[5m]) + a + {__name__=\"c\"} + {__name__=~\"d_.*\"} + {job=\"x\"}");
        Assert.Multiple(() =>
        {
            Assert.That(analysis.Metrics, Is.EqualTo(new[] { "a", "b", "c" }));
            Assert.That(analysis.Selectors.Select(use => use.MetricPattern), Is.EqualTo(new[] { null, null, null, "d_.*", null }));
        });
    }

    [TestCase("rate(a[5m])", MetricUsage.Counter)]
    [TestCase("max_over_time(rate(a[5m])[1h:])", MetricUsage.Counter)]
    [TestCase("deriv(a[5m])", MetricUsage.Gauge)]
    [TestCase("histogram_count(a)", MetricUsage.NativeHistogram)]
    [TestCase("count(a)", MetricUsage.Presence)]
    [TestCase("count(a > 5)", MetricUsage.Value)]
    [TestCase("absent(a)", MetricUsage.Presence)]
    [TestCase("sum(a)", MetricUsage.Value)]
    public void What_a_metric_is_taken_for_is_known(string text, MetricUsage usage) => Assert.That(Analyse(text).Selectors.Single().Usage, Is.EqualTo(usage));

    [Test]
    public void A_quantile_reads_a_histogram() =>
        Assert.That(Analyse("histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m])))").Selectors.Single().IsInHistogram);

    [Test]
    public void Extents_are_known()
    {
        var analysis = Analyse("rate(a[5m] offset 1h) + max_over_time(rate(b[2m])[1d:1m] offset 1w) + c offset -10m");
        Assert.That(analysis.SmallestRangeSeconds, Is.EqualTo(120));
        Assert.That(analysis.LongestLookBackSeconds, Is.EqualTo(7 * 86400 + 86400 + 120));
        Assert.That(Analyse("a @ 5").LongestLookBackSeconds, Is.Null);
        Assert.That(Analyse("rate(a[1m + 2 * 30s])").SmallestRangeSeconds, Is.EqualTo(120));
    }

    [Test]
    public void Where_a_label_is_lost_is_told_with_a_reason_and_a_place()
    {
        const string text = "sum by (job) (a) + on (job) group_left () max without (cluster) (b)";
        var losses = Analyse(text).Losses("cluster");
        Assert.That(losses.Select(loss => loss.Fact.Span.In(text)), Is.EqualTo(new[] { "by (job)", "without (cluster)" }));
        Assert.That(losses[0].Fact.Explain("cluster"), Is.EqualTo("the aggregation groups by other labels, so cluster is gone"));
    }

    [Test]
    public void A_chain_as_long_as_the_text_is_analysed_in_time_and_on_the_stack()
    {
        var text = string.Join(" + ", Enumerable.Range(0, 60_000).Select(i => $"a{{l{i % 500}=\"x\"}}"));
        var analysis = Analyse(text);
        Assert.That(analysis.Selectors, Has.Count.EqualTo(60_000));
        Assert.That(analysis.Expression.Lift("cluster").Expression, Is.Not.Null);
    }

    static ExpressionAnalysis Analyse(string text) => ExpressionAnalysis.Of(PromParser.Parse(text, Dialect.Latest.With(PromQLFeatures.All)).Expression!);
}
