namespace Belvedere.PromQL.Tests;

/// <summary>A megabyte of the worst: everything must come back, from the parser and from everything that walks over a tree.</summary>
public sealed class HostileInputTests
{
    const int Size = 1 << 20;

    static IEnumerable<TestCaseData> Inputs()
    {
        foreach (var (name, text) in new[]
        {
            ("chain of sums", "a" + Repeat("+a")),
            ("chain of numbers", "1" + Repeat("+1")),
            ("chain of sets", "a" + Repeat(" or a")),
            ("chain of matchings", "a" + Repeat(" == on(x) a")),
            ("powers", "a" + Repeat("^a")),
            ("parentheses", Repeat("(")),
            ("closed parentheses", new string('(', Size / 2) + "a" + new string(')', Size / 2)),
            ("parentheses in chains", Repeat("(a+")),
            ("signs", Repeat("-") + "a"),
            ("calls", Repeat("abs(")),
            ("aggregations", Repeat("sum(")),
            ("subqueries", "a" + Repeat("[5m:]")),
            ("offsets", "a" + Repeat(" offset 1m")),
            ("sums in a duration", "a[1" + Repeat("+1") + "]"),
            ("parentheses in a duration", "a[" + Repeat("(")),
            ("powers in a duration", "a[1" + Repeat("^1")),
            ("signs in a duration", "a[" + Repeat("-") + "1]"),
            ("matchers", "{" + Repeat("a=\"b\",") + "}"),
            ("different matchers", "{" + string.Concat(Enumerable.Range(0, Size / 16).Select(i => $"a{i}=\"b\",")) + "}"),
            ("labels", "sum by (" + Repeat("a,") + ") (x)"),
            ("labels on both sides", "a * on (" + string.Concat(Enumerable.Range(0, Size / 16).Select(i => $"a{i},")) + ") group_left (" + string.Concat(Enumerable.Range(0, Size / 16).Select(i => $"b{i},")) + ") b"),
            ("groupings", "a" + Repeat(" * on (x) group_left (y) sum by (x, y) (b)")),
            ("arguments", "label_join(a," + Repeat("\"b\",") + "\"c\")"),
            ("groups in a regular expression", "{a=~\"" + Repeat("(") + "\"}"),
            ("alternatives", "{a=~\"" + Repeat("a|") + "b\"}"),
            ("open classes", "{a=~\"" + Repeat("[a") + "\"}"),
            ("open POSIX classes", "{a=~\"" + Repeat("[[:") + "\"}"),
            ("repetitions", "{a=~\"" + Repeat("(a{2}") + "\"}"),
            ("Unicode classes", "{a=~`" + Repeat(@"\pN") + "`}"),
            ("mistakes", Repeat("a b + ")),
            ("mistakes in arguments", "f(" + Repeat("a b,") + ")"),
            ("escaped bytes", "\"" + Repeat(@"\xff") + "\""),
            ("digits", Repeat("9")),
            ("durations", "a[" + Repeat("1h") + "]"),
            ("a name", Repeat("a")),
            ("a comment", Repeat("#")),
            ("zeros", Repeat("\0")),
            ("halves of pairs", Repeat("\uD800")),
            ("braces", Repeat("{")),
            ("brackets", Repeat("[")),
            ("quotes", Repeat("\"")),
            ("commas", "f(" + Repeat(",")),
            ("colons", Repeat(":")),
            ("ats", "a" + Repeat("@")),
            ("bys", Repeat("sum by ")),
        })
            yield return new TestCaseData(text).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Inputs))]
    public void Every_input_comes_back_with_bounded_work(string text)
    {
        var result = PromParser.Parse(text);

        Assert.That(result.Diagnostics, Has.Count.LessThanOrEqualTo(2 * Size));
        Assert.That(result.Diagnostics.Where(diagnostic => diagnostic.Span.Start < 0 || diagnostic.Span.End > text.Length || diagnostic.Span.Length < 0), Is.Empty);
        Assert.That(PromLexer.Tokenize(text), Has.Count.LessThanOrEqualTo(text.Length + 1));
        if (result.Expression is not { } tree)
            return;

        Assert.That(tree.DescendantsAndSelf().Count(), Is.LessThanOrEqualTo(2 * text.Length));
        var again = PromParser.Parse(text).Expression!;
        Assert.That(tree.Equals(again), Is.True);
        Assert.That(tree.GetHashCode(), Is.EqualTo(again.GetHashCode()));
        Assert.That(tree.Type, Is.AnyOf(Enum.GetValues<ExpressionType>().Cast<object>().ToArray()));
        Assert.That(new Same().Rewrite(tree), Is.SameAs(tree));
        Assert.That(new Count().Visit(tree), Is.Positive);
        Assert.That(PromPrinter.Print(tree), Has.Length.LessThan(16 * Size));
        Assert.That(PromPrinter.Format(tree), Has.Length.LessThan(18 * Size));
    }

    [Test]
    public void Nesting_up_to_the_bound_is_accepted_and_beyond_it_is_one_clear_error()
    {
        string Nested(int depth) => new string('(', depth) + "a" + new string(')', depth);

        Assert.That(PromParser.Parse(Nested(PromParser.MaximumDepth - 1)).HasErrors, Is.False);
        Assert.That(
            PromParser.Parse(Nested(PromParser.MaximumDepth)).Diagnostics.Select(diagnostic => diagnostic.Message),
            Is.EqualTo(new[] { "expression nests deeper than 500 levels" }));
    }

    [Test]
    public void Deepest_tree_fits_on_a_small_stack()
    {
        // Right operands of every precedence, so that the parser uses as many frames as it can.
        const string level = "a or b and c == d + e * f ^ (";
        var text = string.Concat(Enumerable.Repeat(level, PromParser.MaximumDepth)) + "a";
        var same = false;
        var thread = new Thread(
            () =>
            {
                var tree = PromParser.Parse(text).Expression!;
                PromPrinter.Format(tree);
                same = new Same().Rewrite(tree).Equals(PromParser.Parse(text).Expression);
            },
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.That(same, Is.True);
    }

    static string Repeat(string part) => string.Concat(Enumerable.Repeat(part, Size / part.Length));

    sealed class Same : ExpressionRewriter;

    sealed class Count : ExpressionVisitor<int>
    {
        protected override int VisitNumber(NumberLiteral node) => 1;

        protected override int VisitString(StringLiteral node) => 1;

        protected override int VisitVectorSelector(VectorSelector node) => 1;

        protected override int VisitRangeSelector(RangeSelector node, int selector) => selector + 1;

        protected override int VisitSubquery(Subquery node, int operand) => operand + 1;

        protected override int VisitUnary(UnaryExpression node, int operand) => operand + 1;

        protected override int VisitBinary(BinaryExpression node, int left, int right) => left + right + 1;

        protected override int VisitAggregation(Aggregation node, int parameter, int operand) => parameter + operand + 1;

        protected override int VisitCall(FunctionCall node, IReadOnlyList<int> arguments) => arguments.Sum() + 1;

        protected override int VisitParentheses(Parentheses node, int inner) => inner + 1;

        protected override int VisitError(ErrorExpression node) => 1;
    }
}
