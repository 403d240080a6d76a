using static Belvedere.PromQL.LabelPresence;

namespace Belvedere.PromQL;

// Functions.
sealed partial class ShapeInference
{
    protected override ResultShape VisitCall(FunctionCall node, IReadOnlyList<ResultShape> arguments)
    {
        var function = node.Function;
        if (node.Variable is not null || arguments.Count < function.MinimumArguments)
            return Note(node, new(function.ReturnType, OutputLabels.Weakened(node.Span), ValueRange.Any, PresenceFact.Depends(node.Span)));

        var vector = VectorArgument(node);
        var input = vector < 0 ? null : arguments[vector];
        return Note(node, new(
            function.ReturnType,
            Labels(node, input?.Labels),
            CallValues(node, arguments, input?.Values ?? ValueRange.Any),
            Presence(node, input)));
    }

    /// <summary>The index of the argument whose series the result has; -1 where there is none.</summary>
    static int VectorArgument(FunctionCall node)
    {
        for (var i = 0; i < node.Arguments.Count; i++)
            if (node.Function.ParameterType(i) is ExpressionType.InstantVector or ExpressionType.RangeVector)
                return i;

        return -1;
    }

    static OutputLabels Labels(FunctionCall node, OutputLabels? input)
    {
        if (input is null || node.Function.Name == "scalar")
            return OutputLabels.None(LabelCause.NoSeries, node.Span);

        switch (node.Function.Name)
        {
            case "absent" or "absent_over_time":
                return AbsentLabels(node);
            case "label_replace":
                return ReplacedLabels(node, input);
            case "label_join":
                return JoinedLabels(node, input);
            case "info":
                return OutputLabels.Combine(input, OutputLabels.Open(LabelCause.Info, node.Span), (_, ours, added) =>
                    ours.Presence == Excluded ? added : ours);
            case "first_over_time" or "last_over_time" or "sort" or "sort_desc" or "sort_by_label" or "sort_by_label_desc":
                return input;
            case "histogram_quantile":
                return DropName(input, node.NameSpan).With("le", new(Excluded, LabelCause.BucketsMerged, node.NameSpan));
            case "histogram_quantiles":
                var merged = DropName(input, node.NameSpan).With("le", new(Excluded, LabelCause.BucketsMerged, node.NameSpan));
                return node.Arguments[1].WithoutParentheses() is StringLiteral label
                    ? merged.With(label.Value, new(Guaranteed, LabelCause.Written, label.Span))
                    : OutputLabels.Weakened(node.Span);
            case "histogram_fraction":
                // Classic buckets are merged, native histograms are not.
                return DropName(input, node.NameSpan).With("le", new(Possible, LabelCause.BucketsMerged, node.NameSpan));
            default:
                return DropName(input, node.NameSpan);
        }
    }

    // Only labels that one equality matcher names, and no other matcher.
    static OutputLabels AbsentLabels(FunctionCall node)
    {
        var selector = node.Arguments[0].WithoutParentheses() switch
        {
            VectorSelector instant => instant,
            RangeSelector range => range.Selector,
            _ => null,
        };
        var labels = OutputLabels.None(LabelCause.AbsentSelector, node.Span);
        if (selector is null)
            return labels;
        if (selector.MatcherVariables.Count > 0 || selector.Matchers.Count > OutputLabels.MaximumNamed)
            return OutputLabels.Weakened(selector.Span);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < selector.Matchers.Count; i++)
        {
            var matcher = selector.Matchers[i];
            if (matcher.NameIsVariable)
                return OutputLabels.Weakened(selector.Span);
            if (matcher.Name == LabelMatcher.MetricName)
                continue;

            var kept = seen.Add(matcher.Name) && matcher.Operator == MatchOperator.Equal && (matcher.ValueHasVariable || matcher.Value.Length > 0);
            labels = labels.With(matcher.Name, new(
                kept ? matcher.ValueHasVariable ? Possible : Guaranteed : Excluded,
                LabelCause.AbsentSelector,
                matcher.Span));
        }

        return labels;
    }

    static OutputLabels ReplacedLabels(FunctionCall node, OutputLabels input)
    {
        if (Text(node, 1) is not { } target || Text(node, 2) is not { } replacement || Text(node, 3) is not { } source || Text(node, 4) is not { } regex)
            return OutputLabels.Weakened(node.Span);

        var before = input.Of(target).Presence;
        var sourcePresence = source.Length == 0 ? Excluded : input.Of(source).Presence;
        var always = regex switch
        {
            ".*" or "(.*)" => true,
            "" => sourcePresence == Excluded,
            ".+" or "(.+)" => sourcePresence == Guaranteed,
            _ => false,
        };
        var never = regex is ".+" or "(.+)" && sourcePresence == Excluded;
        if (never)
            return input;

        var written = Replacement.Parse(replacement) switch
        {
            Replacement.Kind.Empty => Excluded,
            Replacement.Kind.Literal => Guaranteed,
            Replacement.Kind.FirstGroup when regex == "(.+)" => Guaranteed,
            Replacement.Kind.FirstGroup when regex == "(.*)" => sourcePresence,
            _ => Possible,
        };
        return input.With(target, new(always || written == before ? written : Possible, LabelCause.Written, node.Span));
    }

    static OutputLabels JoinedLabels(FunctionCall node, OutputLabels input)
    {
        if (Text(node, 1) is not { } target || Text(node, 2) is not { } separator)
            return OutputLabels.Weakened(node.Span);

        var written = separator.Length > 0 && node.Arguments.Count > 4 ? Guaranteed : Excluded;
        for (var i = 3; i < node.Arguments.Count; i++)
        {
            if (Text(node, i) is not { } source)
                return OutputLabels.Weakened(node.Span);
            var presence = input.Of(source).Presence;
            written = presence == Guaranteed || written == Guaranteed ? Guaranteed
                : presence == Possible || written == Possible ? Possible
                : Excluded;
        }

        return input.With(target, new(written, LabelCause.Written, node.Span));
    }

    static string? Text(FunctionCall node, int index) =>
        index < node.Arguments.Count && node.Arguments[index].WithoutParentheses() is StringLiteral { HasVariable: false } text ? text.Value : null;

    static PresenceFact Presence(FunctionCall node, ResultShape? input)
    {
        if (input is null || node.Function.ReturnType == ExpressionType.Scalar)
            return new(ResultPresence.Always, $"{node.Function.Name}() always has a result", node.Span);

        if (node.Function.Name is not ("absent" or "absent_over_time"))
            return node.Function.Name != "histogram_quantile" && IsOverTime(node) && input.Presence.Kind == ResultPresence.Always
                ? PresenceFact.Depends(node.Span)
                : input.Presence;

        return input.Presence.Kind switch
        {
            ResultPresence.Always => new(ResultPresence.Never, "what absent() looks for is always there", node.Span),
            ResultPresence.Never => new(ResultPresence.Always, "what absent() looks for can never be there: " + input.Presence.Reason, node.Span),
            _ => PresenceFact.Depends(node.Span),
        };
    }

    // Some of these need two samples.
    static bool IsOverTime(FunctionCall node) =>
        node.Function.Parameters.Contains(ExpressionType.RangeVector)
        && node.Function.Name is "rate" or "irate" or "increase" or "delta" or "idelta" or "deriv" or "predict_linear" or "holt_winters"
            or "double_exponential_smoothing";

    static ValueRange CallValues(FunctionCall node, IReadOnlyList<ResultShape> arguments, ValueRange input)
    {
        switch (node.Function.Name)
        {
            case "absent" or "absent_over_time" or "present_over_time":
                return ValueRange.Of(1);
            case "vector":
                return arguments[0].Values;
            case "scalar":
                return input with { CanBeNaN = true };
            case "pi":
                return ValueRange.Of(Math.PI);
            case "count_over_time":
                return new(1, double.PositiveInfinity, false);
            case "changes" or "resets":
                return new(0, double.PositiveInfinity, false);
            case "rate" or "increase" or "irate" or "stddev_over_time" or "stdvar_over_time" or "mad_over_time" or "exp" or "sqrt"
                or "histogram_count" or "histogram_fraction" or "histogram_stddev" or "histogram_stdvar":
                return ValueRange.NotNegative;
            case "abs":
                return input.Minimum >= 0 ? input : ValueRange.NotNegative;
            case "sgn":
                return new(-1, 1, true);
            case "hour":
                return new(0, 23, true);
            case "minute":
                return new(0, 59, true);
            case "day_of_week":
                return new(0, 6, true);
            case "day_of_month":
                return new(1, 31, true);
            case "day_of_year":
                return new(1, 366, true);
            case "days_in_month":
                return new(28, 31, true);
            case "month":
                return new(1, 12, true);
            case "min_over_time" or "max_over_time" or "avg_over_time" or "first_over_time" or "last_over_time" or "sort" or "sort_desc"
                or "sort_by_label" or "sort_by_label_desc" or "label_replace" or "label_join":
                return input;
            case "sum_over_time":
                return Summed(input);
            case "clamp_min" when arguments[1].Values is { IsConstant: true } bound:
                return new(Math.Max(input.Minimum, bound.Minimum), Math.Max(input.Maximum, bound.Minimum), input.CanBeNaN);
            case "clamp_max" when arguments[1].Values is { IsConstant: true } bound:
                return new(Math.Min(input.Minimum, bound.Minimum), Math.Min(input.Maximum, bound.Minimum), input.CanBeNaN);
            case "clamp" when arguments[1].Values is { IsConstant: true } low && arguments[2].Values is { IsConstant: true } high && low.Minimum <= high.Minimum:
                return new(
                    Math.Min(high.Minimum, Math.Max(input.Minimum, low.Minimum)),
                    Math.Max(low.Minimum, Math.Min(input.Maximum, high.Minimum)),
                    input.CanBeNaN);
            default:
                return ValueRange.Any;
        }
    }
}
