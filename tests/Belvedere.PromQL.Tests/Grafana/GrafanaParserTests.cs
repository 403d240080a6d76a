namespace Belvedere.PromQL.Tests.Grafana;

public sealed class GrafanaParserTests
{
    // Every place that a variable can stand in, and the canonical form, which keeps it.
    [TestCase("up{job=~\"$job\"}", "up{job=~\"$job\"}")]
    [TestCase("up{job=~\"${job:regex}\", x='[[x]]'}", "up{job=~\"${job:regex}\",x=\"[[x]]\"}")]
    [TestCase("rate(x[$__rate_interval])", "rate(x[$__rate_interval])")]
    [TestCase("rate(x[[[window]]])", "rate(x[[[window]]])")]
    [TestCase("rate(x[${minutes}m])", "rate(x[${minutes}m])")]
    [TestCase("rate(x[5$unit])", "rate(x[5$unit])")]
    [TestCase("rate(x[${n}${unit}])", "rate(x[${n}${unit}])")]
    [TestCase("max_over_time(x[${window}:$step])", "max_over_time(x[${window}:$step])")]
    [TestCase("max_over_time(x[$__range_s:1m])", "max_over_time(x[$__range_s:1m])")]
    [TestCase("x offset $shift", "x offset $shift")]
    [TestCase("x offset -$__interval", "x offset -$__interval")]
    [TestCase("x @ ${__to:date:seconds}", "x @ ${__to:date:seconds}")]
    [TestCase("topk($n, x)", "topk($n, x)")]
    [TestCase("x > $threshold", "x > $threshold")]
    [TestCase("x > bool -$threshold", "x > bool -$threshold")]
    [TestCase("vector($x)", "vector($x)")]
    [TestCase("x * $peaks / 2", "x * $peaks / 2")]
    [TestCase("$days * 24 * 60", "$days * 24 * 60")]
    [TestCase("sum by ($grouping) (x)", "sum by ($grouping) (x)")]
    [TestCase("sum(x) without (pod, [[other]])", "sum without (pod, [[other]]) (x)")]
    [TestCase("a * on ($label) group_left ($copied) b", "a * on ($label) group_left ($copied) b")]
    [TestCase("x{$label=~\"v\"}", "x{$label=~\"v\"}")]
    [TestCase("x{$filters}", "x{$filters}")]
    [TestCase("x{a=\"b\", $filters}", "x{a=\"b\",$filters}")]
    [TestCase("x{$filters, a=\"b\"}", "x{a=\"b\",$filters}")]
    [TestCase("{$filters}", "{$filters}")]
    [TestCase("rate($metric[5m])", "rate($metric[5m])")]
    [TestCase("sum($metric)", "sum($metric)")]
    [TestCase("$metric", "$metric")]
    [TestCase("$metric > 5", "$metric > 5")]
    [TestCase("$metric{a=\"b\"}", "$metric{a=\"b\"}")]
    [TestCase("prefix_${part}_total", "prefix_${part}_total")]
    [TestCase("rate(${a}_${b}:c{x=\"y\"}[5m])", "rate(${a}_${b}:c{x=\"y\"}[5m])")]
    [TestCase("${fn}_over_time(x[5m])", "${fn}_over_time(x[5m])")]
    [TestCase("$fn(x[5m])", "$fn(x[5m])")]
    [TestCase("$fn(x)", "$fn(x)")]
    [TestCase("$agg by (job) (x)", "$agg by (job) (x)")]
    [TestCase("$agg(x) by (job)", "$agg by (job) (x)")]
    [TestCase("$agg(5, x)", "$agg(5, x)")]
    [TestCase("label_replace(x, \"$a\", \"$1\", \"b\", \"(.*)\")", "label_replace(x, \"$a\", \"$1\", \"b\", \"(.*)\")")]
    [TestCase("${pod.text}", "${pod.text}")]
    [TestCase("x # $comment\n", "x")]
    public void A_variable_is_kept_in_every_place(string text, string canonical)
    {
        var expression = GrafanaParser.Parse(text);
        Assert.That(expression.Diagnostics.Where(diagnostic => diagnostic.IsError), Is.Empty);
        Assert.That(expression.Substitutions, Is.Empty);
        Assert.That(expression.Print(), Is.EqualTo(canonical));
        Assert.That(GrafanaParser.Parse(canonical).Expression, Is.EqualTo(expression.Expression));
    }

    [Test]
    public void A_default_is_put_in_where_the_text_is_no_expression_without_it()
    {
        var defaults = new Dictionary<string, string> { ["health"] = "== 0" };
        var expression = GrafanaParser.Parse("max(x{a=\"$a\"} $health)", defaults: defaults);
        Assert.Multiple(() =>
        {
            Assert.That(expression.HasErrors, Is.False);
            Assert.That(expression.Expression!.DescendantsAndSelf().OfType<BinaryExpression>().Single().Operator, Is.EqualTo(BinaryOperator.Equal));
            Assert.That(expression.Substitutions.Single().Text, Is.EqualTo("== 0"));
            Assert.That(expression.Print(), Is.EqualTo(expression.Text), "a layout would depend on the value");
        });
    }

    [Test]
    public void A_default_that_is_a_whole_clause_is_put_in()
    {
        var defaults = new Dictionary<string, string> { ["by"] = "by (job)" };
        Assert.That(GrafanaParser.Parse("sum $by (x)", defaults: defaults).HasErrors, Is.False);
        Assert.That(GrafanaParser.Parse("sum $by (x)").HasErrors, Is.True);
    }

    [Test]
    public void A_default_tells_a_number_from_a_metric()
    {
        var number = GrafanaParser.Parse("x + $y", defaults: new Dictionary<string, string> { ["y"] = "7" });
        var metric = GrafanaParser.Parse("x + $y", defaults: new Dictionary<string, string> { ["y"] = "other_metric" });
        Assert.That(((BinaryExpression)number.Expression!).Right, Is.TypeOf<NumberLiteral>());
        Assert.That(((BinaryExpression)metric.Expression!).Right, Is.TypeOf<VectorSelector>());
    }

    [Test]
    public void Errors_and_nodes_have_their_place_in_the_dashboards_text()
    {
        const string text = "sum(rate(x{a=\"${variable:regex}\"}[$__rate_interval])) by (job, $group) + rate(y)";
        var expression = GrafanaParser.Parse(text);
        Assert.That(expression.Diagnostics.Single().Span.In(text), Is.EqualTo("y"));
        var binary = (BinaryExpression)expression.Expression!;
        Assert.Multiple(() =>
        {
            Assert.That(binary.Span.In(text), Is.EqualTo(text));
            Assert.That(binary.Right.Span.In(text), Is.EqualTo("rate(y)"));
            Assert.That(((Aggregation)binary.Left).Grouping!.Span.In(text), Is.EqualTo("by (job, $group)"));
            Assert.That(binary.Selectors().First().Matchers[0].ValueSpan.In(text), Is.EqualTo("\"${variable:regex}\""));
        });
    }

    [Test]
    public void Values_of_variables_are_not_compared_with_others()
    {
        Assert.That(GrafanaParser.Parse("a{job=\"$job\"} / b{job=\"api\"}").Diagnostics, Is.Empty);
        Assert.That(ExpressionAnalysis.Of(GrafanaParser.Parse("a{job=\"$job\", job=\"api\"}").Expression!).Result.Presence.Kind, Is.Not.EqualTo(ResultPresence.Never));
    }

    [TestCase("label_values(up{job=\"$job\"}, instance)", GrafanaQueryKind.LabelValues, "instance", "up{job=\"$job\"}")]
    [TestCase("label_values(namespace)", GrafanaQueryKind.LabelValues, "namespace", null)]
    [TestCase("label_values({a=\"b,c\", d=\"e\"}, $label)", GrafanaQueryKind.LabelValues, "$label", "{a=\"b,c\",d=\"e\"}")]
    [TestCase(" label_names() ", GrafanaQueryKind.LabelNames, null, null)]
    [TestCase("metrics(node_(.*)_total)", GrafanaQueryKind.Metrics, "node_(.*)_total", null)]
    [TestCase("query_result(topk($n, sum(rate(x[$__range])) by (job)))", GrafanaQueryKind.QueryResult, null, "topk($n, sum by (job) (rate(x[$__range])))")]
    [TestCase("up == 1", GrafanaQueryKind.Expression, null, "up == 1")]
    public void A_variables_query_is_taken_apart(string text, GrafanaQueryKind kind, string? argument, string? expression)
    {
        var query = GrafanaQuery.Parse(text);
        Assert.Multiple(() =>
        {
            Assert.That(query.HasErrors, Is.False);
            Assert.That(query.Kind, Is.EqualTo(kind));
            Assert.That(query.Argument, Is.EqualTo(argument));
            Assert.That(query.Expression?.ToString(), Is.EqualTo(expression));
        });
    }

    [TestCase("label_values(rate(x[5m]), job)", "BLV2112", "rate(x[5m])")]
    [TestCase("label_values(up{job=\"a\"})", "BLV2111", "up{job=\"a\"}")]
    [TestCase("label_values(up{, job)", "BLV2003", null)]
    public void A_query_that_cannot_work_is_reported_at_its_place(string text, string code, string? place)
    {
        var query = GrafanaQuery.Parse(text);
        Assert.That(query.HasErrors);
        if (place is not null)
        {
            Assert.That(query.Diagnostics[0].Id, Is.EqualTo(code));
            Assert.That(query.Diagnostics[0].Span.In(text), Is.EqualTo(place));
        }
    }
}
