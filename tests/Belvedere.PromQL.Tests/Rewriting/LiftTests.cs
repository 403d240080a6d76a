namespace Belvedere.PromQL.Tests.Rewriting;

public sealed class LiftTests
{
    [TestCase("up", "up")]
    [TestCase("sum(a)", "sum by (cluster) (a)")]
    [TestCase("sum by () (a)", "sum by (cluster) (a)")]
    [TestCase("sum by (job) (rate(a[5m]))", "sum by (job, cluster) (rate(a[5m]))")]
    [TestCase("sum by (cluster, job) (a)", "sum by (cluster, job) (a)")]
    [TestCase("sum without (pod) (a)", "sum without (pod) (a)")]
    [TestCase("sum without (pod, cluster) (a)", "sum without (pod) (a)")]
    [TestCase("topk(3, a)", "topk by (cluster) (3, a)")]
    [TestCase("count_values(\"v\", a)", "count_values by (cluster) (\"v\", a)")]
    [TestCase("histogram_quantile(0.9, sum by (le) (rate(a[5m])))", "histogram_quantile(0.9, sum by (le, cluster) (rate(a[5m])))")]
    [TestCase("a / b", "a / b")]
    [TestCase("a / on (job) b", "a / on (job, cluster) b")]
    [TestCase("a / on () b", "a / on (cluster) b")]
    [TestCase("a * on (job) group_left (cluster) b", "a * on (job, cluster) group_left () b")]
    [TestCase("a / ignoring (code, cluster) b", "a / ignoring (code) b")]
    [TestCase("a / ignoring (code) group_left () b", "a / ignoring (code) group_left () b")]
    [TestCase("a and on () b", "a and on (cluster) b")]
    [TestCase("a unless on (job) b", "a unless on (job, cluster) b")]
    [TestCase("a or on (job) b", "a or on (job, cluster) b")]
    [TestCase("a > 5", "a > 5")]
    [TestCase("time() - max(a)", "time() - max by (cluster) (a)")]
    [TestCase("a and on () hour() > 8", "a and on () hour() > 8")]
    [TestCase("sum(a) and hour() > 8", "sum by (cluster) (a) and ignoring (cluster) hour() > 8")]
    [TestCase("sum(a) * vector(2)", "sum by (cluster) (a) * ignoring (cluster) group_left () vector(2)")]
    [TestCase("vector(2) - sum(a)", "vector(2) - ignoring (cluster) group_right () sum by (cluster) (a)")]
    [TestCase("sum(a) / on () vector(2)", "sum by (cluster) (a) / on () group_left () vector(2)")]
    [TestCase("a / on () group_left () vector(2)", "a / on () group_left () vector(2)")]
    [TestCase("max_over_time(sum(rate(a[5m]))[1h:1m])", "max_over_time(sum by (cluster) (rate(a[5m]))[1h:1m])")]
    [TestCase("sort_desc(sum(a))", "sort_desc(sum by (cluster) (a))")]
    [TestCase("-sum(a)", "-sum by (cluster) (a)")]
    public void Clusters_stay_apart(string original, string lifted)
    {
        var result = Parse(original).Lift("cluster");
        Assert.That(result.Expression?.ToString(), Is.EqualTo(lifted));
        Assert.That(PromParser.Parse(lifted).Diagnostics.Where(diagnostic => diagnostic.IsError), Is.Empty);
    }

    [TestCase("absent(a)", "BLV2101", "absent(a)")]
    [TestCase("absent_over_time(a[5m]) > 0", "BLV2101", "absent_over_time(a[5m])")]
    [TestCase("a / scalar(sum(b))", "BLV2102", "scalar(sum(b))")]
    [TestCase("sum(a) or vector(0)", "BLV2103", "vector(0)")]
    [TestCase("a or on () vector(0)", "BLV2103", "vector(0)")]
    [TestCase("vector(1) unless on () a", "BLV2103", "vector(1)")]
    [TestCase("a / on () vector(2)", "BLV2103", "vector(2)")]
    [TestCase("label_replace(a, \"cluster\", \"$1\", \"instance\", \"(.*)\")", "BLV2104", "\"cluster\"")]
    [TestCase("label_join(a, \"x\", \",\", \"cluster\", \"job\")", "BLV2104", "\"cluster\"")]
    [TestCase("count_values(\"cluster\", a)", "BLV2104", "\"cluster\"")]
    [TestCase("info(a)", "BLV2105", "info")]
    [TestCase("limitk(2, a)", "BLV2106", "limitk")]
    [TestCase("limit_ratio(0.5, a)", "BLV2106", "limit_ratio")]
    [TestCase("vector(1)", "BLV2107", "vector(1)")]
    [TestCase("1 + 2", "BLV2107", "1 + 2")]
    public void What_cannot_be_lifted_is_reported_at_its_place(string original, string code, string place)
    {
        var result = Parse(original).Lift("cluster");
        Assert.That(result.Expression, Is.Null);
        var error = result.Findings.Single(finding => finding.IsError);
        Assert.That(error.Id, Is.EqualTo(code));
        Assert.That(error.Span.In(original), Is.EqualTo(place));
    }

    [TestCase("absent(a)", "(group by (cluster) (up) unless on (cluster) a)")]
    [TestCase("absent(a{x=\"1$\",y=~\"z\"})", "label_replace(group by (cluster) (up) unless on (cluster) a{x=\"1$\",y=~\"z\"}, \"x\", \"1$$\", \"\", \"\")")]
    [TestCase("absent_over_time(a[5m])", "(group by (cluster) (up) unless on (cluster) present_over_time(a[5m]))")]
    [TestCase("sum(a) or vector(0)", "sum by (cluster) (a) or (0 * group by (cluster) (up))")]
    [TestCase("vector(1)", "(1 * group by (cluster) (up))")]
    [TestCase("hour() > 8", "hour((time() * group by (cluster) (up))) > 8")]
    [TestCase("sum(a) * vector(2)", "sum by (cluster) (a) * ignoring (cluster) group_left () vector(2)")]
    public void An_inventory_of_clusters_gives_each_its_value(string original, string lifted) =>
        Assert.That(Parse(original).Lift("cluster", Parse("up")).Expression?.ToString(), Is.EqualTo(lifted));

    [TestCase("sum by (job) (a{cluster=\"x\"})")]
    [TestCase("sum without (cluster) (a)")]
    [TestCase("a * ignoring (cluster) b")]
    public void What_speaks_of_the_label_already_is_told(string original)
    {
        var result = Parse(original).Lift("cluster");
        Assert.That(result.Expression, Is.Not.Null);
        Assert.That(result.Findings.Single().Id, Is.EqualTo("BLV2108"));
    }

    [Test]
    public void Every_obstacle_is_reported_and_not_only_the_first() =>
        Assert.That(Parse("absent(a) + scalar(b) * (c or vector(1))").Lift("cluster").Findings, Has.Count.EqualTo(3));

    [Test]
    public void Variables_of_a_dashboard_survive_the_lift()
    {
        var expression = GrafanaParser.Parse("sum by ($group) (rate(x{job=~\"$job\"}[$__rate_interval])) > $limit").Expression!;
        Assert.That(expression.Lift("cluster").Expression!.ToString(), Is.EqualTo("sum by ($group, cluster) (rate(x{job=~\"$job\"}[$__rate_interval])) > $limit"));
    }

    static Expression Parse(string text) => PromParser.Parse(text, Dialect.Latest.With(PromQLFeatures.All)).Expression!;
}
