namespace Belvedere.PromQL;

/// <summary>
/// Finds out what the result of every part of an expression looks like, whatever the data: labels, values, whether there is one.
/// What is not known is left open. Sources: Prometheus' engine.go (<c>resultMetric</c>, <c>aggregation</c>) and functions.go.
/// </summary>
sealed partial class ShapeInference(Dictionary<Expression, ResultShape> shapes) : ExpressionVisitor<ResultShape>
{
    /// <summary>The shape of an expression and of everything below it.</summary>
    public static Dictionary<Expression, ResultShape> Infer(Expression expression)
    {
        var shapes = new Dictionary<Expression, ResultShape>(ByReference.Instance);
        new ShapeInference(shapes).Visit(expression);
        return shapes;
    }

    protected override ResultShape VisitNumber(NumberLiteral node) =>
        Note(node, new(
            ExpressionType.Scalar,
            OutputLabels.None(LabelCause.NoSeries, node.Span),
            node.Variable is null ? ValueRange.Of(node.Value) : ValueRange.Any,
            new(ResultPresence.Always, "a number is always there", node.Span)));

    protected override ResultShape VisitString(StringLiteral node) =>
        Note(node, new(
            ExpressionType.String,
            OutputLabels.None(LabelCause.NoSeries, node.Span),
            ValueRange.Any,
            new(ResultPresence.Always, "a string is always there", node.Span)));

    protected override ResultShape VisitVectorSelector(VectorSelector node)
    {
        var labels = OutputLabels.Open(LabelCause.Unmentioned, node.Span);
        PresenceFact? contradiction = null;
        if (node.Name is not null)
            labels = labels.With(LabelMatcher.MetricName, new(LabelPresence.Guaranteed, LabelCause.MetricName, node.NameSpan));
        for (var i = 0; i < node.Matchers.Count && i < OutputLabels.MaximumNamed; i++)
        {
            var matcher = node.Matchers[i];
            if (matcher.NameIsVariable)
                continue;

            var before = labels.Of(matcher.Name);
            var after = new LabelFact(PresenceBy(matcher), LabelCause.Matcher, matcher.Span);
            if (after.Presence == LabelPresence.Possible && before.Cause != LabelCause.Unmentioned)
                continue;
            if (before.Presence != after.Presence && before.Presence != LabelPresence.Possible)
                contradiction ??= new(ResultPresence.Never, $"the matchers of {PromPrinter.PrintLabel(matcher.Name)} exclude each other", matcher.Span);
            labels = labels.With(matcher.Name, after);
        }

        return Note(node, new(
            ExpressionType.InstantVector,
            labels,
            ValueRange.Any,
            contradiction
                ?? FindContradiction(node)
                ?? new(ResultPresence.WheneverSeriesExist, "nothing filters by value", node.Span)));
    }

    protected override ResultShape VisitRangeSelector(RangeSelector node, ResultShape selector) =>
        Note(node, selector with { Type = ExpressionType.RangeVector });

    protected override ResultShape VisitSubquery(Subquery node, ResultShape operand) =>
        Note(node, operand with { Type = ExpressionType.RangeVector });

    protected override ResultShape VisitParentheses(Parentheses node, ResultShape inner) => Note(node, inner);

    protected override ResultShape VisitUnary(UnaryExpression node, ResultShape operand) =>
        Note(node, operand with
        {
            Labels = node.IsNegative ? DropName(operand.Labels, node.Span) : operand.Labels,
            Values = node.IsNegative ? operand.Values.Negated() : operand.Values,
        });

    protected override ResultShape VisitAggregation(Aggregation node, ResultShape? parameter, ResultShape operand)
    {
        if (node.Operator.SelectsSeries() && node.Variable is null)
            return Note(node, operand);

        var labels = GroupedLabels(node, operand.Labels);
        if (node.Operator == AggregationOperator.CountValues)
            labels = node.Parameter?.WithoutParentheses() is StringLiteral label
                ? labels.With(label.Value, new(LabelPresence.Guaranteed, LabelCause.Written, label.Span))
                : OutputLabels.Weakened(node.Span);
        return Note(node, new(ExpressionType.InstantVector, labels, node.Variable is null ? AggregatedValues(node, parameter, operand.Values) : ValueRange.Any, operand.Presence));
    }

    protected override ResultShape VisitError(ErrorExpression node)
    {
        foreach (var part in node.Recovered)
            Visit(part);

        return Note(node, new(ExpressionType.None, OutputLabels.Open(LabelCause.Unknown, node.Span), ValueRange.Any, PresenceFact.Depends(node.Span)));
    }

    static OutputLabels GroupedLabels(Aggregation node, OutputLabels labels)
    {
        if (node.Grouping is not { } grouping)
            return OutputLabels.None(LabelCause.AllAggregated, node.OperatorSpan);
        if (grouping.Kind == GroupingKind.By)
            return labels.Keep(grouping.Labels, new(LabelPresence.Excluded, LabelCause.NotInBy, grouping.Span));

        return DropName(labels, grouping.Span).Drop(grouping.Labels, new(LabelPresence.Excluded, LabelCause.InWithout, grouping.Span));
    }

    static ValueRange AggregatedValues(Aggregation node, ResultShape? parameter, ValueRange values) => node.Operator switch
    {
        AggregationOperator.Count or AggregationOperator.CountValues => new(1, double.PositiveInfinity, false),
        AggregationOperator.Group => ValueRange.Of(1),
        AggregationOperator.Avg or AggregationOperator.Min or AggregationOperator.Max => values,
        AggregationOperator.Quantile => parameter?.Values is { IsConstant: true, Minimum: >= 0 and <= 1 } ? values : ValueRange.Any,
        AggregationOperator.StdDev or AggregationOperator.StdVar => ValueRange.NotNegative,
        _ => Summed(values),
    };

    /// <summary>The values of a sum of one or more.</summary>
    static ValueRange Summed(ValueRange values) =>
        values.Minimum >= 0 ? new(values.Minimum, double.PositiveInfinity, values.CanBeNaN)
        : values.Maximum <= 0 ? new(double.NegativeInfinity, values.Maximum, values.CanBeNaN)
        : ValueRange.Any;

    static LabelPresence PresenceBy(LabelMatcher matcher)
    {
        // What a variable stands for may match series without the label.
        if (matcher.ValueHasVariable)
            return LabelPresence.Possible;

        return matcher.Operator switch
        {
            MatchOperator.Equal => matcher.Value.Length > 0 ? LabelPresence.Guaranteed : LabelPresence.Excluded,
            MatchOperator.NotEqual => matcher.Value.Length > 0 ? LabelPresence.Possible : LabelPresence.Guaranteed,
            MatchOperator.RegexMatch => matcher.Value.Length == 0 ? LabelPresence.Excluded
                : RegexSyntax.Check(matcher.Value).MatchesEmpty ? LabelPresence.Possible
                : LabelPresence.Guaranteed,
            _ => RegexSyntax.Check(matcher.Value).MatchesEmpty ? LabelPresence.Guaranteed : LabelPresence.Possible,
        };
    }

    // Two different values of one label, or one that is excluded by name.
    static PresenceFact? FindContradiction(VectorSelector node)
    {
        if (node.Matchers.Count is < 2 or > OutputLabels.MaximumNamed)
            return null;

        for (var i = 0; i < node.Matchers.Count; i++)
        {
            var wanted = node.Matchers[i];
            if (wanted.Operator != MatchOperator.Equal || wanted.ValueHasVariable || wanted.NameIsVariable)
                continue;
            for (var j = 0; j < node.Matchers.Count; j++)
            {
                var other = node.Matchers[j];
                if (i == j || other.Name != wanted.Name || other.ValueHasVariable)
                    continue;
                if (other.Operator == MatchOperator.Equal ? other.Value != wanted.Value : other.Operator == MatchOperator.NotEqual && other.Value == wanted.Value)
                    return new(ResultPresence.Never, $"no series can match both {wanted} and {other}", other.Span);
            }
        }

        return null;
    }

    static OutputLabels DropName(OutputLabels labels, SourceSpan span) =>
        labels.Survives(LabelMatcher.MetricName)
            ? labels.With(LabelMatcher.MetricName, new(LabelPresence.Excluded, LabelCause.NameDropped, span))
            : labels;

    ResultShape Note(Expression node, ResultShape shape)
    {
        shapes[node] = shape;
        return shape;
    }
}
