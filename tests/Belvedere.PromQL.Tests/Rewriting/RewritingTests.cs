namespace Belvedere.PromQL.Tests.Rewriting;

public sealed class RewritingTests
{
    static readonly LabelMatcher Matcher = new() { Name = "cluster", Operator = MatchOperator.Equal, Value = "north" };

    [TestCase("sum(rate(a[5m])) / b{x=\"y\"}", "sum(rate(a{cluster=\"north\"}[5m])) / b{cluster=\"north\",x=\"y\"}")]
    [TestCase("a{cluster=\"north\"}", "a{cluster=\"north\"}")]
    [TestCase("vector(1) + 2", "vector(1) + 2")]
    [TestCase("info(a, {version=\"1\"})", "info(a{cluster=\"north\"}, {version=\"1\"})")]
    public void A_matcher_is_added_to_every_selector_of_series(string text, string expected) =>
        Assert.That(Parse(text).AddMatcher(Matcher).ToString(), Is.EqualTo(expected));

    [Test]
    public void Selectors_can_be_left_out() =>
        Assert.That(Parse("a * ALERTS").AddMatcher(Matcher, selector => selector.Name == "ALERTS").ToString(), Is.EqualTo("a{cluster=\"north\"} * ALERTS"));

    [TestCase("rate(old[5m]) + old{a=\"b\"} + other", "rate(new[5m]) + new{a=\"b\"} + other", "new")]
    [TestCase("{__name__=\"old\"}", "{__name__=\"new\"}", "new")]
    [TestCase("old{a=\"b\"}", "{__name__=\"new.name\",a=\"b\"}", "new.name")]
    public void A_metric_is_renamed(string text, string expected, string to) =>
        Assert.That(Parse(text).RenameMetric("old", to).ToString(), Is.EqualTo(expected));

    [TestCase("sum by (old, a) (x{old=\"v\"})", "sum by (new, a) (x{new=\"v\"})")]
    [TestCase("a * on (old) group_left (b) c", "a * on (new) group_left (b) c")]
    [TestCase("a * on (b) group_left (old) c", "a * on (b) group_left (new) c")]
    [TestCase("label_replace(a, \"old\", \"$1\", \"old\", \"old\")", "label_replace(a, \"new\", \"$1\", \"new\", \"old\")")]
    [TestCase("label_join(a, \"b\", \"old\", \"c\", \"old\")", "label_join(a, \"b\", \"old\", \"c\", \"new\")")]
    [TestCase("count_values(\"old\", a)", "count_values(\"new\", a)")]
    [TestCase("sort_by_label(a, \"old\", \"b\")", "sort_by_label(a, \"new\", \"b\")")]
    public void A_label_is_renamed_wherever_it_is_named(string text, string expected) =>
        Assert.That(Parse(text).RenameLabel("old", "new").ToString(), Is.EqualTo(expected));

    [Test]
    public void Ranges_of_selectors_get_another_length()
    {
        var wide = new DurationLiteral { Seconds = 600 };
        var result = Parse("rate(a[5m]) + rate(b[1h]) + max_over_time(c[5m:1m])").ReplaceRanges(range => range.Range.TotalSeconds() < 600 ? wide : range.Range);
        Assert.That(result.ToString(), Is.EqualTo("rate(a[10m]) + rate(b[1h]) + max_over_time(c[5m:1m])"));
    }

    [Test]
    public void A_tree_without_what_is_changed_is_the_same_tree()
    {
        var tree = Parse("sum by (a) (rate(b[5m])) / on (a) group_left () c");
        Assert.That(tree.RenameLabel("x", "y"), Is.SameAs(tree));
        Assert.That(tree.RenameMetric("x", "y"), Is.SameAs(tree));
    }

    [Test]
    public void Variables_get_values_in_every_place()
    {
        var expression = GrafanaParser.Parse(
            "$agg by ($group) (rate($metric{job=~\"$job\", $label=\"x\", $filters}[$window] offset $shift)) > $limit and on ($group) ${fn}_over_time(y[$__interval:$step] @ $at)").Expression!;
        var result = expression.Substitute(new Dictionary<string, string>
        {
            ["agg"] = "max", ["group"] = "a, b", ["metric"] = "m", ["job"] = "p|q", ["label"] = "l", ["filters"] = "f=\"g\",h!=\"i\"",
            ["window"] = "5m", ["shift"] = "1h", ["limit"] = "0.5", ["fn"] = "min", ["__interval"] = "1d", ["step"] = "30s", ["at"] = "12",
        });
        Assert.That(result.Findings, Is.Empty);
        Assert.That(
            result.Expression!.ToString(),
            Is.EqualTo("max by (a, b) (rate(m{f=\"g\",h!=\"i\",job=~\"p|q\",l=\"x\"}[5m] offset 1h)) > 0.5 and on (a, b) min_over_time(y[1d:30s] @ 12.000)"));
        Assert.That(PromParser.Parse(result.Expression.ToString()).HasErrors, Is.False);
    }

    [Test]
    public void A_variable_without_a_value_stays() =>
        Assert.That(
            GrafanaParser.Parse("rate(x{a=\"$a$b\"}[$window])").Expression!.Substitute(new Dictionary<string, string> { ["a"] = "1" }).Expression!.ToString(),
            Is.EqualTo("rate(x{a=\"1$b\"}[$window])"));

    [TestCase("x > $v", "many words")]
    [TestCase("rate(x[$v])", "5")]
    [TestCase("rate(x[$v])", "soon")]
    [TestCase("sum by ($v) (x)", "a,,b")]
    [TestCase("$v{a=\"b\"}", "no name")]
    public void A_value_that_does_not_fit_is_reported(string text, string value)
    {
        var result = GrafanaParser.Parse(text).Expression!.Substitute(new Dictionary<string, string> { ["v"] = value });
        if (value == "5")
            Assert.That(result.Expression!.ToString(), Is.EqualTo("rate(x[5s])"));
        else
            Assert.That(result.Findings.Select(finding => finding.Id), Is.EqualTo(new[] { "BLV2131" }));
    }

    [TestCase("job:a:sum > 5", "(sum by (job) (rate(a[5m]))) > 5")]
    [TestCase("job:a:sum{job=\"x\"}", "(sum by (job) (rate(a{job=\"x\"}[5m])))")]
    [TestCase("max_over_time(job:a:sum[1h])", "max_over_time((sum by (job) (rate(a[5m])))[1h:])")]
    [TestCase("other", "other")]
    public void A_recording_rule_is_inlined(string text, string expected)
    {
        var rule = new RecordedExpression("job:a:sum", Parse("sum by (job) (rate(a[5m]))"));
        Assert.That(Parse(text).Inline(rule).Expression!.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void The_labels_and_the_interval_of_a_recording_rule_are_kept()
    {
        var rule = new RecordedExpression("r", Parse("sum(a)"))
        {
            Labels = new Dictionary<string, string> { ["tier"] = "1" },
            Interval = new DurationLiteral { Seconds = 30 },
        };
        Assert.That(
            Parse("rate(r{tier=\"1\"}[5m])").Inline(rule).Expression!.ToString(),
            Is.EqualTo("rate((label_replace(sum(a), \"tier\", \"1\", \"\", \"\"))[5m:30s])"));
    }

    [TestCase("r{x=\"y\"}", "sum by (job) (a)")]
    [TestCase("r{job=\"y\"}", "sum(a)")]
    [TestCase("r{job=\"y\"}", "a or vector(0)")]
    [TestCase("r{job=\"y\"}", "topk(3, a)")]
    [TestCase("r{job=\"y\"}", "a * on (job) group_left (job2) b * on (x) c")]
    [TestCase("r offset 5m", "sum(a)")]
    [TestCase("r{tier=\"2\"}", "sum(a)")]
    public void What_would_mean_something_else_is_not_inlined(string text, string recorded)
    {
        var rule = new RecordedExpression("r", Parse(recorded)) { Labels = new Dictionary<string, string> { ["tier"] = "1" } };
        var result = Parse(text).Inline(rule);
        Assert.That(result.Expression, Is.Null);
        Assert.That(result.Findings.Select(finding => finding.Id), Is.All.EqualTo("BLV2132").And.Not.Empty);
    }

    static Expression Parse(string text) => PromParser.Parse(text, Dialect.Latest.With(PromQLFeatures.All)).Expression!;
}
