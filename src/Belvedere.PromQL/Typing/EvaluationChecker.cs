namespace Belvedere.PromQL;

/// <summary>
/// What Prometheus finds out only when it evaluates, where the text alone decides it. Sources: Prometheus' engine.go and
/// functions.go, <c>util/annotations</c>.
/// </summary>
sealed partial class EvaluationChecker : ExpressionVisitor<SeriesLabels>
{
    /// <summary>The version from which <c>label_replace()</c> and <c>label_join()</c> take any UTF-8 as a label name.</summary>
    static readonly PrometheusVersion Utf8Replacement = new(3, 3);

    readonly Dialect dialect;
    readonly List<PromDiagnostic> diagnostics;

    EvaluationChecker(Dialect dialect, List<PromDiagnostic> diagnostics)
    {
        this.dialect = dialect;
        this.diagnostics = diagnostics;
    }

    public static void Check(Expression expression, Dialect dialect, List<PromDiagnostic> diagnostics) =>
        new EvaluationChecker(dialect, diagnostics).Visit(expression);

    protected override SeriesLabels VisitNumber(NumberLiteral node) => SeriesLabels.NoSeries;

    protected override SeriesLabels VisitString(StringLiteral node) => SeriesLabels.NoSeries;

    protected override SeriesLabels VisitError(ErrorExpression node) => SeriesLabels.Unknown;

    protected override SeriesLabels VisitVectorSelector(VectorSelector node)
    {
        // Selectors that are longer than anyone writes are not worth the time.
        if (node.Matchers.Count is > 1 and <= 100)
            CheckMatchers(node.Matchers);

        return SeriesLabels.Of(node);
    }

    protected override SeriesLabels VisitRangeSelector(RangeSelector node, SeriesLabels selector) => selector;

    protected override SeriesLabels VisitSubquery(Subquery node, SeriesLabels operand) => operand;

    protected override SeriesLabels VisitUnary(UnaryExpression node, SeriesLabels operand) => operand;

    protected override SeriesLabels VisitAggregation(Aggregation node, SeriesLabels? parameter, SeriesLabels operand)
    {
        CheckParameter(node);
        if (node.Operator.SelectsSeries())
            return node.Operator != AggregationOperator.LimitRatio && ValueOf(node.Parameter!) is >= 1 and < 2
                && node.Grouping is not { Kind: GroupingKind.Without }
                ? operand.OnePer(node.Grouping?.Labels ?? [])
                : operand;

        var result = node.Grouping is not { } grouping ? SeriesLabels.None
            : grouping.Kind == GroupingKind.By ? operand.Keep(grouping.Labels)
            : operand.Drop(grouping.Labels);
        return node.Operator != AggregationOperator.CountValues ? result
            : node.Parameter?.WithoutParentheses() is StringLiteral label ? result.Set(label.Value)
            : SeriesLabels.Unknown;
    }

    protected override SeriesLabels VisitBinary(BinaryExpression node, SeriesLabels left, SeriesLabels right)
    {
        if (ReferenceEquals(left, SeriesLabels.NoSeries))
            return right;
        if (ReferenceEquals(right, SeriesLabels.NoSeries))
            return left;

        CheckMatching(node, left, right);
        if (node.Operator == BinaryOperator.Or)
            return left.Or(right);
        if (node.Operator.IsSet() || node.Matching is not { } matching)
            return left;

        return matching.Group switch
        {
            GroupSide.Left => left.Set(matching.Include),
            GroupSide.Right => right.Set(matching.Include),
            _ when matching.FillLeft is not null || matching.FillRight is not null => SeriesLabels.Unknown,
            _ => matching.Kind == MatchingKind.On ? left.Keep(matching.Labels) : left.Drop(matching.Labels),
        };
    }

    void CheckMatching(BinaryExpression node, SeriesLabels left, SeriesLabels right)
    {
        var matching = node.Matching;
        if (matching is { FillLeft: not null } or { FillRight: not null } or { Labels.Count: > 100 } or { Include.Count: > 100 })
            return;

        if (node.Operator != BinaryOperator.Or)
            CheckValues(node, matching, left, right);
        if (matching is null || node.Operator.IsSet())
            return;
        if (matching.Group != GroupSide.Left)
            CheckUnique(node, matching, left, "left");
        if (matching.Group != GroupSide.Right)
            CheckUnique(node, matching, right, "right");
    }

    void CheckValues(BinaryExpression node, VectorMatching? matching, SeriesLabels left, SeriesLabels right)
    {
        foreach (var value in left.Values)
        {
            if (!IsMatched(matching, value.Name) || right.ValueOf(value.Name) is not { } other || other == value.Value)
                continue;

            var label = PromPrinter.PrintLabel(value.Name);
            Report(
                PromEvaluationDiagnostics.NothingMatches,
                node.OperatorSpan,
                $"no series can match: label {label} is {GoText.Quote(value.Value)} on the left and {GoText.Quote(other)} on the right",
                $"Match with `ignoring ({label})`, or correct one of the matchers.");
            return;
        }
    }

    // Labels that group_left copies are taken to follow from those that are matched: that is what it is used for.
    void CheckUnique(BinaryExpression node, VectorMatching matching, SeriesLabels side, string name)
    {
        if (side.Key is null)
            return;

        var distinguishing = Array.FindAll(
            side.Key,
            label => !IsMatched(matching, label) && !SeriesLabels.Contains(matching.Include, label) && side.ValueOf(label) is null);
        if (distinguishing.Length == 0)
            return;

        Array.Sort(distinguishing, StringComparer.Ordinal);
        var grouping = string.Join(", ", Array.ConvertAll(distinguishing, PromPrinter.PrintLabel));
        Report(
            PromEvaluationDiagnostics.ManyToMany,
            node.OperatorSpan,
            $"the {name} side can have several series per match, which fails as soon as it has: it is grouped by {grouping}, which the matching leaves out",
            matching.Group == GroupSide.None
                ? $"Match on these labels too, aggregate them away, or use group_{name}."
                : "Match on these labels too, or aggregate them away.");
    }

    static bool IsMatched(VectorMatching? matching, string label) =>
        matching is null || SeriesLabels.Contains(matching.Labels, label) == (matching.Kind == MatchingKind.On);

    void CheckMatchers(IReadOnlyList<LabelMatcher> matchers)
    {
        for (var i = 0; i < matchers.Count; i++)
            if (FirstEqual(matchers, matchers[i].Name) is { } first && Excludes(matchers[i], first.Value))
                Report(
                    PromEvaluationDiagnostics.ContradictoryMatchers,
                    matchers[i].Span,
                    $"no series can match both {first} and {matchers[i]}");
    }

    static LabelMatcher? FirstEqual(IReadOnlyList<LabelMatcher> matchers, string label)
    {
        for (var i = 0; i < matchers.Count; i++)
            if (matchers[i].Operator == MatchOperator.Equal && matchers[i].Name == label)
                return matchers[i];

        return null;
    }

    // Regular expressions are only decided where they are lists of plain values.
    static bool Excludes(LabelMatcher matcher, string value) => matcher.Operator switch
    {
        MatchOperator.Equal => matcher.Value != value,
        MatchOperator.NotEqual => matcher.Value == value,
        MatchOperator.RegexMatch => RegexSyntax.Alternatives(matcher.Value) is { } values && Array.IndexOf(values, value) < 0,
        _ => RegexSyntax.Alternatives(matcher.Value) is { } values && Array.IndexOf(values, value) >= 0,
    };

    void Report(PromDiagnosticDescriptor descriptor, SourceSpan span, string message, string? hint = null) =>
        diagnostics.Add(new(descriptor, span, message, hint));
}
