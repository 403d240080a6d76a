namespace Belvedere.PromQL.Tests;

/// <summary>Equality, walks, rewriting, and trees that nobody parsed.</summary>
public sealed class TreeTests
{
    [TestCase("a{b=\"c\", d=\"e\"}", "a{d='e',b=`c`}")]
    [TestCase("sum(a)", "sum by () (a)")]
    [TestCase("a + b", "a + ignoring () b")]
    [TestCase("a offset 0s", "a")]
    [TestCase("a[300]", "a[5m]")]
    [TestCase("sum by (x) (a)", "SUM(a) BY (x)")]
    [TestCase("{\"a.b\"}", "{__name__=\"a.b\"}")]
    [TestCase("0x10", "16")]
    [TestCase("a[((5m))]", "a[(5m)]")]
    public void Trees_are_equal_when_they_mean_the_same(string one, string other)
    {
        var (left, right) = (Parse(one), Parse(other));
        Assert.That(left, Is.EqualTo(right));
        Assert.That(left.GetHashCode(), Is.EqualTo(right.GetHashCode()));
    }

    [TestCase("a", "b")]
    [TestCase("a{b=\"c\"}", "a{b=~\"c\"}")]
    [TestCase("a{b=\"c\"}", "a{b=\"c\", b=\"c\"}")]
    [TestCase("sum by (x, y) (a)", "sum by (y, x) (a)")]
    [TestCase("sum by (x) (a)", "sum without (x) (a)")]
    [TestCase("sum without () (a)", "sum(a)")]
    [TestCase("(a)", "a")]
    [TestCase("a + b + c", "a + (b + c)")]
    [TestCase("a + b", "b + a")]
    [TestCase("a == b", "a == bool b")]
    [TestCase("a + on () b", "a + b")]
    [TestCase("a @ 1", "a @ 2")]
    [TestCase("a @ start()", "a @ end()")]
    [TestCase("a offset 1m", "a offset -1m")]
    [TestCase("a[5m]", "a[6m]")]
    [TestCase("a[5m:]", "a[5m:1m]")]
    [TestCase("a[5m+1m]", "a[6m]")]
    [TestCase("5m", "300")]
    [TestCase("-a", "+a")]
    [TestCase("rate(a[5m])", "irate(a[5m])")]
    [TestCase("topk(1, a)", "topk(2, a)")]
    [TestCase("\"a\"", "\"b\"")]
    public void Trees_are_not_equal_when_they_mean_something_else(string one, string other) =>
        Assert.That(Parse(one), Is.Not.EqualTo(Parse(other)));

    [Test]
    public void Walk_meets_every_expression_parents_first_in_the_order_of_the_text()
    {
        var met = Parse("sum by (x) (rate(a[5m])) / on (x) topk(3, -(b))").DescendantsAndSelf().Select(node => node.ToString());
        Assert.That(met, Is.EqualTo(new[]
        {
            "sum by (x) (rate(a[5m])) / on (x) topk(3, -(b))", "sum by (x) (rate(a[5m]))", "rate(a[5m])", "a[5m]", "a",
            "topk(3, -(b))", "3", "-(b)", "(b)", "b",
        }));
        Assert.That(Parse("rate(a{x=\"1\"}[5m]) + b + {__name__=\"c\"}").Selectors().Select(selector => selector.MetricName), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void Rewriting_changes_what_it_is_told_to_and_shares_the_rest()
    {
        var tree = (BinaryExpression)Parse("rate(a[5m]) + label_replace(b, \"x\", \"\", \"\", \"\") + sum(c) + max_over_time((-d)[1h:1m])");
        var rewritten = (BinaryExpression)new AddMatcher("b").Rewrite(tree);
        Assert.That(rewritten.ToString(), Is.EqualTo("rate(a[5m]) + label_replace(b{m=\"1\"}, \"x\", \"\", \"\", \"\") + sum(c) + max_over_time((-d)[1h:1m])"));
        Assert.That(rewritten.Right, Is.SameAs(tree.Right));
        Assert.That(new AddMatcher("a").Rewrite(tree).ToString(), Does.StartWith("rate(a{m=\"1\"}[5m])"));
        Assert.That(new AddMatcher("d").Rewrite(tree).ToString(), Does.EndWith("max_over_time((-d{m=\"1\"})[1h:1m])"));
        Assert.That(new AddMatcher("nothing").Rewrite(tree), Is.SameAs(tree));
    }

    [Test]
    public void Printer_adds_the_parentheses_that_a_built_tree_needs()
    {
        Expression a = new VectorSelector { Name = "a" }, b = new VectorSelector { Name = "b" };
        Expression sum = new BinaryExpression { Left = a, Operator = BinaryOperator.Add, Right = b };
        Expression power = new BinaryExpression { Left = a, Operator = BinaryOperator.Power, Right = b };
        Expression minus = new UnaryExpression { IsNegative = true, Operand = a };
        Expression one = new NumberLiteral { Value = -1 };

        Assert.That(Times(sum, b), Is.EqualTo("(a + b) * b"));
        Assert.That(Times(b, sum), Is.EqualTo("b * (a + b)"));
        Assert.That(Times(power, minus), Is.EqualTo("a ^ b * -a"));
        Assert.That(Minus(sum, sum), Is.EqualTo("a + b - (a + b)"));
        Assert.That(Power(power, power), Is.EqualTo("(a ^ b) ^ a ^ b"));
        Assert.That(Power(minus, one), Is.EqualTo("(-a) ^ -1"));
        Assert.That(Power(one, minus), Is.EqualTo("(-1) ^ -a"));
        Assert.That(new UnaryExpression { IsNegative = true, Operand = sum }.ToString(), Is.EqualTo("-(a + b)"));
        Assert.That(new UnaryExpression { IsNegative = true, Operand = one }.ToString(), Is.EqualTo("-(-1)"));
        Assert.That(new Subquery { Operand = sum, Range = new DurationLiteral { Seconds = 60 } }.ToString(), Is.EqualTo("(a + b)[1m:]"));
        Assert.That(PromPrinter.Format(new BinaryExpression { Left = sum, Operator = BinaryOperator.Multiply, Right = b }, 5), Is.EqualTo("  (\n    a + b\n  )\n*\n  b"));

        static string Times(Expression left, Expression right) => new BinaryExpression { Left = left, Operator = BinaryOperator.Multiply, Right = right }.ToString();
        static string Minus(Expression left, Expression right) => new BinaryExpression { Left = left, Operator = BinaryOperator.Subtract, Right = right }.ToString();
        static string Power(Expression left, Expression right) => new BinaryExpression { Left = left, Operator = BinaryOperator.Power, Right = right }.ToString();
    }

    [Test]
    public void Variables_are_printed_in_the_place_of_what_they_stand_for()
    {
        var tree = (FunctionCall)Parse("rate(a[5m] offset 1h)");
        var range = (RangeSelector)tree.Arguments[0];
        var variable = tree with
        {
            Arguments = [range with { Range = new DurationLiteral { Seconds = 60, Variable = "$__rate_interval" }, Offset = new DurationLiteral { Seconds = 0, Variable = "${offset}" } }],
        };
        Assert.That(variable.ToString(), Is.EqualTo("rate(a[$__rate_interval] offset ${offset})"));
        Assert.That(new BinaryExpression { Left = variable, Operator = BinaryOperator.Greater, Right = new NumberLiteral { Value = 0, Variable = "$threshold" } }.ToString(), Does.EndWith("> $threshold"));
    }

    [TestCase("1 + 2", ExpressionType.Scalar)]
    [TestCase("1 + 2 + a", ExpressionType.InstantVector)]
    [TestCase("(time())", ExpressionType.Scalar)]
    [TestCase("-scalar(a)", ExpressionType.Scalar)]
    [TestCase("sum(a)", ExpressionType.InstantVector)]
    [TestCase("a[5m]", ExpressionType.RangeVector)]
    [TestCase("a[5m:]", ExpressionType.RangeVector)]
    [TestCase("\"a\"", ExpressionType.String)]
    public void Expression_has_the_type_of_its_parts(string text, ExpressionType type) => Assert.That(Parse(text).Type, Is.EqualTo(type));

    static Expression Parse(string text)
    {
        var result = PromParser.Parse(text);
        Assert.That(result.HasErrors, Is.False, text);
        return result.Expression!;
    }

    sealed class AddMatcher(string metric) : ExpressionRewriter
    {
        protected override VectorSelector RewriteSelector(VectorSelector node) => node.MetricName != metric
            ? node
            : node with { Matchers = [.. node.Matchers, new LabelMatcher { Name = "m", Operator = MatchOperator.Equal, Value = "1" }] };
    }
}
