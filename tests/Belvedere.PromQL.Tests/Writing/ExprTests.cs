namespace Belvedere.PromQL.Tests.Writing;

public sealed class ExprTests
{
    const string Constant = "up";

    static readonly string[] Names = ["node", "kubelet.io"];

    [Test]
    public void A_literal_a_constant_and_an_interpolation_are_all_taken()
    {
        const string constantInterpolation = $"{Constant} > 1";
        var job = "api";
        Assert.Multiple(() =>
        {
            Assert.That(new Expr("up > 1").Text, Is.EqualTo("up > 1"));
            Assert.That(new Expr($"up > 1").Text, Is.EqualTo("up > 1"));
            Assert.That(new Expr(constantInterpolation).Text, Is.EqualTo("up > 1"));
            Assert.That(new Expr($"{Constant} > 1").Text, Is.EqualTo("up > 1"));
            Assert.That(new Expr($"up{{job=\"{job}\"}}").Text, Is.EqualTo("up{job=\"api\"}"));
        });
    }

    [Test]
    public void The_line_and_file_are_the_ones_of_the_text()
    {
        var literal = new Expr("up");
        var interpolated = new Expr($"up == {1}");
        Assert.Multiple(() =>
        {
            Assert.That(interpolated.Line, Is.EqualTo(literal.Line + 1));
            Assert.That(literal.File, Does.EndWith("ExprTests.cs"));
            Assert.That(interpolated.File, Does.EndWith("ExprTests.cs"));
        });
    }

    [Test]
    public void A_window_and_a_metric_are_inserted()
    {
        var metric = new MetricName("http_requests_total");
        var expr = new Expr($"sum by (job) (rate({metric}[{TimeSpan.FromMinutes(90)}]))");
        Assert.That(expr.Text, Is.EqualTo("sum by (job) (rate(http_requests_total[1h30m]))"));
        Assert.That(expr.Parsed.HasErrors, Is.False);
    }

    [Test]
    public void A_metric_name_that_is_no_identifier_gets_quotes_and_braces() =>
        Assert.That(new Expr($"rate({new MetricName("http.requests")}[5m])").Text, Is.EqualTo("rate({\"http.requests\"}[5m])"));

    [Test]
    public void A_value_cannot_leave_its_quotes()
    {
        var value = "x\"} or vector(1) # \\ \n";
        foreach (var expr in new[] { new Expr($"up{{a=\"{value}\"}}"), new Expr($"up{{a='{value}'}}") })
        {
            var selector = expr.Parsed.Expression as VectorSelector;
            Assert.That(selector?.Matchers.Single().Value, Is.EqualTo(value), expr.Text);
        }
    }

    [Test]
    public void A_text_in_a_regular_expression_stands_for_itself_unless_it_is_raw()
    {
        var host = "a.b|c";
        Assert.Multiple(() =>
        {
            Assert.That(Value(new($"up{{a=~\"{host}.*\"}}")), Is.EqualTo(@"a\.b\|c.*"));
            Assert.That(Value(new($"up{{a=~\"{host:raw}\"}}")), Is.EqualTo("a.b|c"));
            Assert.That(Value(new($"up{{a!~`{host}`}}")), Is.EqualTo(@"a\.b\|c"));
            Assert.That(Value(new($"up{{a=\"{host}\"}}")), Is.EqualTo("a.b|c"));
        });

        static string? Value(Expr expr) => (expr.Parsed.Expression as VectorSelector)?.Matchers[0].Value;
    }

    [Test]
    public void A_list_becomes_labels_or_alternatives()
    {
        Assert.That(new Expr($"sum by ({Names}) (up)").Text, Is.EqualTo("sum by (node, \"kubelet.io\") (up)"));
        Assert.That(new Expr($"up{{job=~\"{Names}\"}}").Text, Is.EqualTo(@"up{job=~""node|kubelet\\.io""}"));
    }

    [Test]
    public void An_operation_is_inserted_in_parentheses_where_it_needs_them()
    {
        var ratio = new Expr("a / b");
        Assert.Multiple(() =>
        {
            Assert.That(new Expr($"{ratio} * 100").Text, Is.EqualTo("(a / b) * 100"));
            Assert.That(new Expr($"sum({ratio})").Text, Is.EqualTo("sum(a / b)"));
            Assert.That(new Expr($"{ratio}").Text, Is.EqualTo("a / b"));
            Assert.That(new Expr($"{new Expr("rate(a[5m])")} > {0.5}").Text, Is.EqualTo("rate(a[5m]) > 0.5"));
            Assert.That(new Expr($"1 - {ratio}").Text, Is.EqualTo("1 - (a / b)"));
        });
    }

    [Test]
    public void A_comment_at_the_end_of_what_is_inserted_swallows_nothing()
    {
        var expr = new Expr($"sum({new Expr("a # why")}) + 1");
        Assert.That(expr.Parsed.HasErrors, Is.False, expr.Text);
    }

    [Test]
    public void A_text_of_several_words_outside_quotes_is_reported_and_not_thrown()
    {
        var injected = "up or vector(1)";
        var result = new Expr($"sum({injected})").Parsed;
        Assert.That(result.HasErrors);
        Assert.That(result.Diagnostics[0].Id, Is.EqualTo("BLV2121"));
    }

    [TestCase(0)]
    [TestCase(-5)]
    public void A_time_that_is_no_duration_is_reported(int seconds) =>
        Assert.That(new Expr($"rate(x[{TimeSpan.FromSeconds(seconds)}])").Parsed.Diagnostics[0].Id, Is.EqualTo("BLV2122"));

    [Test]
    public void What_was_wrong_with_an_inserted_expression_is_not_lost()
    {
        var words = "a b";
        var inner = new Expr($"sum({words})");
        Assert.That(new Expr($"{inner} > 1").Parsed.Diagnostics.Select(diagnostic => diagnostic.Id), Does.Contain("BLV2121"));
    }

    [Test]
    public void Values_that_write_themselves_as_one_word_are_taken()
    {
        Assert.That(new Expr($"x > {5} and y < {-1.5m} or rate(z[{new Minutes(5)}])").Text, Is.EqualTo("x > 5 and y < -1.5 or rate(z[5m])"));
    }

    sealed record Minutes(int Count)
    {
        public override string ToString() => Count + "m";
    }
}
