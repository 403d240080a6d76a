namespace Belvedere.PromQL.Tests;

/// <summary>Every production of the grammar, every token, every node and every signature is exercised.</summary>
public sealed class GrammarCoverageTests
{
    static readonly Dialect Everything = Dialect.Latest.With(PromQLFeatures.All);

    /// <summary>The productions of Prometheus 3.14's generated_parser.y for expressions, each with texts that need it.</summary>
    static readonly (string Production, string[] Texts)[] Productions =
    [
        ("aggregate_expr", ["sum by (a) (b)", "sum(b) without (a)", "sum(b)", "count_values(\"x\", b)", "limit_ratio(0.5, b)"]),
        ("aggregate_op", ["avg(a)", "bottomk(1, a)", "count(a)", "group(a)", "max(a)", "min(a)", "quantile(0.5, a)", "stddev(a)", "stdvar(a)", "topk(1, a)", "limitk(1, a)"]),
        ("binary_expr", ["a + b - c * d / e % f ^ g atan2 h", "a == b", "a != b", "a < b", "a <= b", "a > b", "a >= b", "a </ b", "a >/ b", "a and b or c unless d"]),
        ("bool_modifier", ["a > bool b"]),
        ("on_or_ignoring", ["a + on (x) b", "a + ignoring (x) b"]),
        ("group_modifiers", ["a + on (x) group_left b", "a + ignoring (x) group_right (y) b"]),
        ("fill_modifiers", ["a + fill (1) b", "a + fill_left (1) b", "a + fill_right (-1) b", "a + fill_left (1) fill_right (2) b", "a + fill_right (+1m) fill_left (2) b"]),
        ("grouping_labels", ["sum by () (a)", "sum by (x) (a)", "sum by (x,) (a)", "sum by (x, y) (a)"]),
        ("grouping_label", ["sum by (x) (a)", "sum by (\"x.y\") (a)", "sum by (x:y) (a)"]),
        ("maybe_label", ["sum by (avg, bool, by, group_left, group_right, ignoring, and, or, unless, offset, on, atan2, start, end, step, range, min_of, max_of, anchored, smoothed, fill) (a)"]),
        ("function_call", ["abs(a)", "start()", "end()", "step()", "range()", "min_of(1, 2)", "max_of(1, 2)"]),
        ("function_call_args", ["time()", "abs(a)", "clamp(a, 1, 2)"]),
        ("paren_expr", ["(a)"]),
        ("offset_expr", ["a offset 5m", "a offset -5m", "a offset +5"]),
        ("offset_duration_expr", ["a offset step()", "a offset -step()", "a offset range()", "a offset -range()", "a offset min_of(1, 2)", "a offset -max_of(1, 2)", "a offset -(1 + 2)", "a offset (1 + 2)", "a offset (1) + 2", "a offset --1"]),
        ("step_invariant_expr", ["a @ 1", "a @ -1", "a @ +1m", "a @ start()", "a @ end()"]),
        ("anchored_expr", ["a[5m] anchored", "a anchored [5m]"]),
        ("smoothed_expr", ["a[5m] smoothed", "a smoothed"]),
        ("matrix_selector", ["a[5m]", "a[300]"]),
        ("subquery_expr", ["a[5m:]", "a[5m:1m]"]),
        ("duration_expr", ["a[1]", "a[1m]", "a[+1]", "a[-(-1)]", "a[1 + 1]", "a[2 - 1]", "a[1 * 1]", "a[1 / 1]", "a[3 % 2]", "a[2 ^ 2]", "a[step()]", "a[range()]", "a[min_of(1, 2)]", "a[max_of(1m, (2))]"]),
        ("paren_duration_expr", ["a[(1m)]"]),
        ("unary_expr", ["-a", "+a", "-1"]),
        ("vector_selector", ["a", "a{}", "a{b=\"c\"}", "{b=\"c\"}"]),
        ("label_matchers", ["a{}", "a{b=\"c\"}", "a{b=\"c\",}"]),
        ("label_match_list", ["a{b=\"c\", d=\"e\"}"]),
        ("label_matcher", ["a{b=\"c\"}", "a{\"b.c\"=\"d\"}", "{\"a.b\"}"]),
        ("match_op", ["a{b=\"c\"}", "a{b!=\"c\"}", "a{b=~\"c\"}", "a{b!~\"c\"}"]),
        ("metric_identifier", ["a", "a:b", "avg", "by", "and", "or", "unless", "offset", "without", "start", "end", "step", "range", "min_of", "max_of", "anchored", "smoothed", "limitk"]),
        ("number_duration_literal", ["1", "5m"]),
        ("string_literal", ["\"a\"", "'a'", "`a`"]),
    ];

    static IEnumerable<string> Texts => Productions.SelectMany(production => production.Texts);

    [Test]
    public void Every_production_is_accepted_and_prints_back()
    {
        foreach (var text in Texts)
        {
            var result = PromParser.Parse(text, Everything);
            Assert.That(result.Diagnostics, Is.Empty, text);
            Assert.That(RoundTrip.Difference(result.Expression!, Everything), Is.Null);
        }
    }

    [Test]
    public void Every_kind_of_token_occurs()
    {
        var met = Texts.Append("# comment").Append("a & b").SelectMany(PromLexer.Tokenize).Select(token => token.Kind).ToHashSet();
        Assert.That(Enum.GetValues<TokenKind>().Where(kind => !met.Contains(kind)), Is.Empty);
    }

    [Test]
    public void Every_kind_of_node_and_every_operator_occurs()
    {
        var nodes = Texts.Append("sum(a b)").SelectMany(text => PromParser.Parse(text, Everything).Expression!.DescendantsAndSelf()).ToList();
        var kinds = typeof(Expression).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Expression)) && !type.IsAbstract);
        Assert.That(kinds.Except(nodes.Select(node => node.GetType())), Is.Empty);
        Assert.That(Enum.GetValues<BinaryOperator>().Except(nodes.OfType<BinaryExpression>().Select(node => node.Operator)), Is.Empty);
        Assert.That(Enum.GetValues<AggregationOperator>().Except(nodes.OfType<Aggregation>().Select(node => node.Operator)), Is.Empty);

        var durations = nodes.OfType<RangeSelector>().Select(node => node.Range).Concat(nodes.OfType<TimedExpression>().Select(node => node.Offset)).OfType<DurationExpression>();
        var durationKinds = typeof(DurationExpression).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DurationExpression)) && !type.IsAbstract);
        Assert.That(durationKinds.Except(durations.Select(duration => duration.GetType())), Is.Empty);
    }

    [TestCaseSource(nameof(AllFunctions))]
    public void Function_takes_the_arguments_of_its_signature_and_no_others(FunctionSignature function)
    {
        var dialect = function.Name == "holt_winters" ? Dialect.Prometheus(new(2, 42)) : Everything;
        var most = function.MaximumArguments ?? function.Parameters.Count + 3;
        for (var count = function.MinimumArguments; count <= most; count++)
        {
            var text = Call(function, count);
            var result = PromParser.Parse(text, dialect);
            Assert.That(result.HasErrors, Is.False, () => $"{text}: {result.Diagnostics[0]}");
            Assert.That(result.Expression!.Type, Is.EqualTo(function.ReturnType));
        }

        if (function.MinimumArguments > 0)
            ExpectError(Call(function, function.MinimumArguments - 1), PromTypeDiagnostics.ArgumentCount);
        if (function.MaximumArguments is { } maximum)
            ExpectError(Call(function, maximum + 1), PromTypeDiagnostics.ArgumentCount);
        for (var wrong = 0; wrong < function.MinimumArguments; wrong++)
            ExpectError(Call(function, function.MinimumArguments, wrong), PromTypeDiagnostics.ArgumentType);

        void ExpectError(string text, PromDiagnosticDescriptor expected) =>
            Assert.That(PromParser.Parse(text, dialect).Diagnostics.Select(diagnostic => diagnostic.Descriptor), Does.Contain(expected), text);
    }

    [Test]
    public void Signature_reads_like_the_documentation()
    {
        Assert.That(Functions.Find("round")!.ToString(), Is.EqualTo("round(instant vector, [scalar]) instant vector"));
        Assert.That(Functions.Find("label_join")!.ToString(), Is.EqualTo("label_join(instant vector, string, string, [string], …) instant vector"));
        Assert.That(Functions.Find("time")!.ToString(), Is.EqualTo("time() scalar"));
        Assert.That(Functions.Find("Rate"), Is.Null);
    }

    static IEnumerable<FunctionSignature> AllFunctions => Functions.All.OrderBy(function => function.Name, StringComparer.Ordinal);

    static string Call(FunctionSignature function, int count, int wrong = -1)
    {
        var arguments = Enumerable.Range(0, count).Select(index => Argument(
            index == wrong ? WrongType(function.ParameterType(index)) : function.ParameterType(index)));
        return $"{function.Name}({string.Join(", ", arguments)})";

        // info() alone looks at what its second argument is made of.
        string Argument(ExpressionType type) => type switch
        {
            ExpressionType.Scalar => "0.5",
            ExpressionType.String => "\"x\"",
            ExpressionType.RangeVector => "a[5m]",
            _ => function.Name == "info" ? "{a=\"b\"}" : "a",
        };

        static ExpressionType WrongType(ExpressionType type) => type == ExpressionType.String ? ExpressionType.Scalar : ExpressionType.String;
    }
}
