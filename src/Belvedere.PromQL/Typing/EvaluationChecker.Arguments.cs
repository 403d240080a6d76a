namespace Belvedere.PromQL;

// Arguments whose value decides, where it is written out.
sealed partial class EvaluationChecker
{
    static readonly string[] AnchoredFunctions = ["changes", "delta", "increase", "rate", "resets"];
    static readonly string[] SmoothedFunctions = ["delta", "increase", "rate"];

    protected override SeriesLabels VisitCall(FunctionCall node, IReadOnlyList<SeriesLabels> arguments)
    {
        CheckEdges(node);
        switch (node.Function.Name)
        {
            case "label_replace":
                CheckReplace(node);
                return arguments[0].Set(TextOf(node, 1) ?? "");
            case "label_join":
                CheckJoin(node);
                return arguments[0].Set(TextOf(node, 1) ?? "");
            case "histogram_quantile":
                CheckQuantile(node.Arguments[0]);
                return arguments[1].Drop("le");
            case "quantile_over_time":
                CheckQuantile(node.Arguments[0]);
                return arguments[1];
            case "histogram_fraction":
                return arguments[2].Drop("le");
            case "histogram_quantiles":
                for (var i = 2; i < node.Arguments.Count; i++)
                    CheckQuantile(node.Arguments[i]);
                return SeriesLabels.Unknown;
            case "double_exponential_smoothing" or "holt_winters":
                CheckSmoothing(node, 1, "smoothing", "sf");
                CheckSmoothing(node, 2, "trend", "tf");
                return arguments[0];
            case "clamp":
                if (ValueOf(node.Arguments[1]) is { } minimum && ValueOf(node.Arguments[2]) is { } maximum && minimum > maximum)
                    Report(
                        PromEvaluationDiagnostics.ClampBounds,
                        node.Arguments[1].Span,
                        $"clamp() returns nothing: the lower bound {node.Arguments[1]} is above the upper bound {node.Arguments[2]}");
                return arguments[0];
            case "absent" or "absent_over_time" or "info":
                return SeriesLabels.Unknown;
            case "vector":
                return SeriesLabels.None;
            default:
                return node.Type == ExpressionType.Scalar ? SeriesLabels.NoSeries
                    : arguments.Count == 0 ? SeriesLabels.None
                    : arguments[0];
        }
    }

    void CheckParameter(Aggregation node)
    {
        if (node.Parameter is not { } parameter)
            return;

        switch (node.Operator)
        {
            case AggregationOperator.Quantile:
                CheckQuantile(parameter);
                break;
            case AggregationOperator.LimitRatio when ValueOf(parameter) is { } ratio && !(Math.Abs(ratio) <= 1):
                Report(
                    PromEvaluationDiagnostics.RatioRange,
                    parameter.Span,
                    double.IsNaN(ratio) ? "Ratio value is NaN" : $"ratio value should be between -1 and 1, got {parameter}");
                break;
            case AggregationOperator.TopK or AggregationOperator.BottomK or AggregationOperator.LimitK when ValueOf(parameter) is < 1:
                Report(
                    PromEvaluationDiagnostics.SelectsNothing,
                    parameter.Span,
                    $"{node.Operator.Text()} of {parameter} series selects nothing");
                break;
            case AggregationOperator.CountValues when parameter.WithoutParentheses() is StringLiteral label && !IsLabel(label.Value, LanguageHistory.QuotedNames.Since):
                Report(PromEvaluationDiagnostics.LabelName, parameter.Span, "invalid label name " + GoText.Quote(label.Value));
                break;
        }
    }

    void CheckEdges(FunctionCall node)
    {
        for (var i = 0; i < node.Arguments.Count; i++)
        {
            if (node.Arguments[i].WithoutParentheses() is not RangeSelector { Edges: not RangeEdges.Default } range)
                continue;

            var (word, supported) = range.Edges == RangeEdges.Anchored ? ("anchored", AnchoredFunctions) : ("smoothed", SmoothedFunctions);
            if (Array.IndexOf(supported, node.Function.Name) < 0)
                Report(
                    PromEvaluationDiagnostics.UnsupportedEdges,
                    range.Span,
                    $"{word} modifier can only be used with: {string.Join(", ", supported)} - not with {node.Function.Name}");
        }
    }

    void CheckReplace(FunctionCall node)
    {
        CheckLabel(node, 1, "destination");
        if (TextOf(node, 4) is { } regex && RegexSyntax.Check(regex).Error is { } error)
            Report(PromEvaluationDiagnostics.ReplaceRegex, node.Arguments[4].Span, "invalid regular expression in label_replace(): " + error);
    }

    void CheckJoin(FunctionCall node)
    {
        CheckLabel(node, 1, "destination");
        for (var i = 3; i < node.Arguments.Count; i++)
            CheckLabel(node, i, "source");
    }

    void CheckLabel(FunctionCall node, int index, string role)
    {
        if (TextOf(node, index) is { } label && !IsLabel(label, Utf8Replacement))
            Report(
                PromEvaluationDiagnostics.LabelName,
                node.Arguments[index].Span,
                $"invalid {role} label name in {node.Function.Name}(): {label}");
    }

    bool IsLabel(string name, PrometheusVersion utf8Since) =>
        dialect.Version >= utf8Since ? LabelNames.IsUtf8(name) : LabelNames.IsPlain(name);

    void CheckQuantile(Expression argument)
    {
        if (ValueOf(argument) is { } quantile && !(quantile is >= 0 and <= 1))
            Report(
                PromEvaluationDiagnostics.QuantileRange,
                argument.Span,
                $"quantile value should be between 0 and 1, got {argument.WithoutParentheses()}");
    }

    void CheckSmoothing(FunctionCall node, int index, string name, string letters)
    {
        if (ValueOf(node.Arguments[index]) is { } factor && !(factor is > 0 and < 1))
            Report(
                PromEvaluationDiagnostics.SmoothingFactor,
                node.Arguments[index].Span,
                $"invalid {name} factor. Expected: 0 < {letters} < 1, got: {GoNumber.Fixed(factor)}");
    }

    static double? ValueOf(Expression expression) =>
        expression.WithoutParentheses() is NumberLiteral { Variable: null } number ? number.Value : null;

    static string? TextOf(FunctionCall node, int index) => (node.Arguments[index].WithoutParentheses() as StringLiteral)?.Value;
}
