namespace Belvedere.PromQL.Tests;

public sealed class ParserTests
{
    // Each operator of a level binds stronger than the level before; all associate to the left but ^.
    [TestCase("a or b and c", "(a or (b and c))")]
    [TestCase("a or b or c", "((a or b) or c)")]
    [TestCase("a and b unless c", "((a and b) unless c)")]
    [TestCase("a and b == c", "(a and (b == c))")]
    [TestCase("a < b >= c", "((a < b) >= c)")]
    [TestCase("a </ b > c", "((a </ b) > c)")]
    [TestCase("a == b + c", "(a == (b + c))")]
    [TestCase("a - b + c", "((a - b) + c)")]
    [TestCase("a + b * c", "(a + (b * c))")]
    [TestCase("a * b / c % d atan2 e", "((((a * b) / c) % d) atan2 e)")]
    [TestCase("a * b ^ c", "(a * (b ^ c))")]
    [TestCase("a ^ b ^ c", "(a ^ (b ^ c))")]
    [TestCase("-a ^ b", "(-(a ^ b))")]
    [TestCase("-a * b", "((-a) * b)")]
    [TestCase("a ^ -b ^ c * d", "((a ^ (-(b ^ c))) * d)")]
    [TestCase("-1 ^ 2", "(-(1 ^ 2))")]
    [TestCase("- -1", "1")]
    [TestCase("a SUM b", null)]
    [TestCase("a OR b", "(a or b)")]
    [TestCase("-a offset 5m", "(-a offset 5m)")]
    [TestCase("a + b[5m:1m] @ end() offset -1h", "(a + b[5m:1m] @ end() offset -1h)")]
    [TestCase("foo offset 100 + 2", "(foo offset 1m40s + 2)")]
    [TestCase("foo offset -+9 * 1h", "foo offset (-9 * 1h)")]
    [TestCase("foo offset (9) * 1h", "foo offset (9) * 1h")]
    [TestCase("foo offset -2 ^ 2", "(foo offset -2s ^ 2)")]
    public void Operators_bind_as_the_grammar_says(string text, string? expected)
    {
        var result = PromParser.Parse(text);
        Assert.That(result.HasErrors && expected is not null && result.Diagnostics[0].Descriptor != PromTypeDiagnostics.BinaryOperand, Is.False, () => result.Diagnostics[0].ToString());
        Assert.That(expected is null ? result.HasErrors : Bracketed.Show(result.Expression!) == expected, Is.True, () => Bracketed.Show(result.Expression!));
    }

    [Test]
    public void Keywords_are_names_of_metrics_and_labels_where_they_can_be_nothing_else()
    {
        foreach (var word in new[] { "sum", "by", "and", "offset", "start", "end", "step", "range", "min_of", "smoothed", "anchored", "fill", "limitk", "without", "unless" })
        {
            Assert.That(Parse(word), Is.EqualTo(new VectorSelector { Name = word }));
            Assert.That(Parse($"{word}{{{word}=\"x\"}} + {word}"), Is.InstanceOf<BinaryExpression>());
        }

        foreach (var word in new[] { "bool", "on", "ignoring", "group_left", "group_right", "atan2" })
            Assert.That(PromParser.Parse(word).HasErrors, Is.True, word);
        foreach (var word in new[] { "bool", "on", "ignoring", "group_left", "group_right", "atan2", "sum", "by", "offset", "start" })
            Assert.That(((Aggregation)Parse($"sum by ({word}) (a)")).Grouping!.Labels, Is.EqualTo(new[] { new LabelName(word) }));
        Assert.That(PromParser.Parse("sum by (without) (a)").HasErrors, Is.True);
        Assert.That(PromParser.Parse("sum by (inf) (a)").HasErrors, Is.True);
    }

    [Test]
    public void Word_fill_is_a_keyword_only_before_a_parenthesis()
    {
        var dialect = Dialect.Latest.With(PromQLFeatures.FillModifiers);
        Assert.That(PromParser.Parse("fill + fill", dialect).HasErrors, Is.False);
        var sum = (BinaryExpression)PromParser.Parse("fill + FILL (-3) fill", dialect).Expression!;
        Assert.That(sum.Matching, Is.EqualTo(new VectorMatching { FillLeft = -3, FillRight = -3 }));
    }

    [TestCase("0x1F", 31)]
    [TestCase("0x_ff", 255)]
    [TestCase("0755", 493)]
    [TestCase("08", 8)]
    [TestCase("1_000.5", 1000.5)]
    [TestCase("5.", 5)]
    [TestCase(".5", 0.5)]
    [TestCase("1e-3", 0.001)]
    [TestCase("inf", double.PositiveInfinity)]
    [TestCase("-INF", double.NegativeInfinity)]
    [TestCase("NaN", double.NaN)]
    [TestCase("1h30m", 5400)]
    [TestCase("-5ms", -0.005)]
    [TestCase("18446744073709551616", 18446744073709551616.0)]
    [TestCase("9007199254740993", 9007199254740992.0)]
    public void Number_has_the_value_that_Go_reads(string text, double value) =>
        Assert.That(((NumberLiteral)Parse(text)).Value, Is.EqualTo(value));

    [TestCase("1e999", "error parsing number: strconv.ParseFloat: parsing \"1e999\": value out of range")]
    [TestCase("0xFFFFFFFFFFFFFFFFFF", "error parsing number: strconv.ParseFloat: parsing \"0xFFFFFFFFFFFFFFFFFF\": invalid syntax")]
    [TestCase("1e", "bad number or duration syntax: \"1e\"")]
    [TestCase("1__0", "bad number or duration syntax: \"1__\"")]
    [TestCase("a[300y]", "duration out of range")]
    [TestCase("a[1d1d]", "not a valid duration string: \"1d1d\"")]
    public void Number_that_is_none_is_refused(string text, string message) =>
        Assert.That(PromParser.Parse(text).Diagnostics.Select(diagnostic => diagnostic.Message), Is.EqualTo(new[] { message }));

    [TestCase(@"""\a\b\f\n\r\t\v\\\""'""", "\a\b\f\n\r\t\v\\\"'")]
    [TestCase(@"'\'""'", "'\"")]
    [TestCase(@"`\n`", @"\n")]
    [TestCase("`a\nb`", "a\nb")]
    [TestCase(@"""\x41\101\u00e9\U0001F600""", "AAé😀")]
    [TestCase(@"""\xc3\xa9""", "é")]
    public void String_has_its_escapes_resolved_and_prints_back(string text, string value)
    {
        var literal = (StringLiteral)Parse(text);
        Assert.That(literal.Value, Is.EqualTo(value));
        Assert.That(Parse(literal.ToString()), Is.EqualTo(literal));
    }

    [Test]
    public void Bytes_that_are_no_UTF8_survive_as_halves_of_pairs()
    {
        var literal = (StringLiteral)Parse(@"""\xff\xc3é\xc3\xa9""");
        Assert.That(literal.Value, Is.EqualTo("\uDCFF\uDCC3éé"));
        Assert.That(literal.ToString(), Is.EqualTo(@"""\xff\xc3éé"""));
    }

    [Test]
    public void Metric_name_in_quotes_is_a_matcher_of_its_name()
    {
        var selector = (VectorSelector)Parse("{\"http.requests\", \"service.name\"=\"x\",}");
        Assert.That(selector.Name, Is.Null);
        Assert.That(selector.MetricName, Is.EqualTo("http.requests"));
        Assert.That(selector.Matchers.Select(matcher => matcher.Name), Is.EqualTo(new[] { "__name__", "service.name" }));
    }

    [Test]
    public void Modifiers_of_a_range_stand_on_the_range()
    {
        var range = (RangeSelector)Parse("a{b=\"c\"}[5m] @ 1.5 offset 1h");
        Assert.That((range.At!.Milliseconds, range.Selector.At, range.Selector.Offset), Is.EqualTo((1500L, (AtModifier?)null, (DurationExpression?)null)));
        Assert.That(range.Offset, Is.EqualTo(new DurationLiteral { Seconds = 3600 }));
        Assert.That(range.Span, Is.EqualTo(new SourceSpan(0, 28)));
        Assert.That(range.Selector.Span, Is.EqualTo(new SourceSpan(0, 8)));
    }

    [Test]
    public void Comments_and_blanks_may_stand_anywhere_but_in_strings()
    {
        var text = "sum # one\r\n by ( # two\n a, b # three\n ) (\n x{ # four\n c = \"#\" } # five\n)";
        Assert.That(Parse(text), Is.EqualTo(Parse("sum by (a, b) (x{c=\"#\"})")));
        Assert.That(PromLexer.Tokenize(text).Count(token => token.Kind == TokenKind.Comment), Is.EqualTo(5));
    }

    [TestCase("sum(a b) + rate(c d) / e", 2)]
    [TestCase("f(a, b c, rate(d[5m]) e)", 3)]
    [TestCase("a{b=c} + d{e~f}", 2)]
    [TestCase("a b", 1)]
    [TestCase("sum by x, y) (z)", 1)]
    [TestCase("sum by (x y) (z)", 1)]
    [TestCase("topk(3 a)", 1)]
    [TestCase("(a + ) * b", 1)]
    [TestCase("rate(a[5m) + b", 1)]
    [TestCase("a offset + b", 1)]
    [TestCase("a + on b group_left c", 1)]
    [TestCase("unknown(a, other(b))", 2)]
    [TestCase("sum()", 1)]
    [TestCase("sum(\"", 1)]
    [TestCase("(((a", 1)]
    [TestCase("a[5m] offset 1h offset 2h", 1)]
    public void Each_mistake_gives_one_error(string text, int errors) =>
        Assert.That(PromParser.Parse(text).Diagnostics.Count(diagnostic => diagnostic.IsError), Is.EqualTo(errors), () => string.Join("\n", PromParser.Parse(text).Diagnostics));

    [Test]
    public void Tree_is_whole_after_a_type_error_and_marked_after_a_syntax_error()
    {
        Assert.That(PromParser.Parse("sum(a[5m]) + b").Expression, Is.EqualTo(new BinaryExpression
        {
            Left = new Aggregation { Operator = AggregationOperator.Sum, Operand = new RangeSelector { Selector = new() { Name = "a" }, Range = new DurationLiteral { Seconds = 300 } } },
            Operator = BinaryOperator.Add,
            Right = new VectorSelector { Name = "b" },
        }));
        Assert.That(PromParser.Parse("sum(a b) + c").Expression!.DescendantsAndSelf().OfType<ErrorExpression>(), Is.Not.Empty);
        Assert.That(PromParser.Parse("# nothing").Expression, Is.Null);
    }

    static Expression Parse(string text)
    {
        var result = PromParser.Parse(text);
        Assert.That(result.Diagnostics, Is.Empty, text);
        return result.Expression!;
    }

    /// <summary>Shows what binds to what.</summary>
    sealed class Bracketed : ExpressionVisitor<string>
    {
        public static string Show(Expression expression) => new Bracketed().Visit(expression);

        protected override string VisitNumber(NumberLiteral node) => node.ToString();

        protected override string VisitString(StringLiteral node) => node.ToString();

        protected override string VisitVectorSelector(VectorSelector node) => node.ToString();

        protected override string VisitRangeSelector(RangeSelector node, string selector) => node.ToString();

        protected override string VisitSubquery(Subquery node, string operand) => node.ToString();

        protected override string VisitUnary(UnaryExpression node, string operand) => $"({(node.IsNegative ? '-' : '+')}{operand})";

        protected override string VisitBinary(BinaryExpression node, string left, string right) => $"({left} {node.Operator.Text()} {right})";

        protected override string VisitAggregation(Aggregation node, string? parameter, string operand) => node.ToString();

        protected override string VisitCall(FunctionCall node, IReadOnlyList<string> arguments) => node.ToString();

        protected override string VisitError(ErrorExpression node) => "error";
    }
}
