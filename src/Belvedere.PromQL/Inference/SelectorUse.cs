namespace Belvedere.PromQL;

/// <summary>What an expression takes the metric of a selector for.</summary>
public enum MetricUsage
{
    /// <summary>Its values are read as they are.</summary>
    Value,

    /// <summary>A counter: <c>rate()</c>, <c>irate()</c>, <c>increase()</c> or <c>resets()</c> is applied to it.</summary>
    Counter,

    /// <summary>A gauge: <c>delta()</c>, <c>idelta()</c>, <c>deriv()</c>, <c>predict_linear()</c> or smoothing is applied to it.</summary>
    Gauge,

    /// <summary>A native histogram: a function that only takes such is applied to it.</summary>
    NativeHistogram,

    /// <summary>Only whether series exist matters: <c>absent()</c>, <c>count()</c>, <c>group()</c>, the right side of <c>and</c> or <c>unless</c>.</summary>
    Presence,
}

/// <summary>A selector, and how its expression uses it.</summary>
public sealed record SelectorUse
{
    /// <summary>The selector, as it stands in the tree. Its matchers are the labels that it requires.</summary>
    public required VectorSelector Selector { get; init; }

    /// <summary>What the metric is taken for.</summary>
    public MetricUsage Usage { get; init; }

    /// <summary>Whether a quantile or fraction of a histogram is computed from it.</summary>
    public bool IsInHistogram { get; init; }

    /// <summary>The seconds of its own range; null where it has none or its length is not known.</summary>
    public double? RangeSeconds { get; init; }

    /// <summary>Whether the selector is the one of a range selector.</summary>
    public bool IsRange { get; init; }

    /// <summary>
    /// How many seconds before the evaluation time its oldest sample may be: ranges and offsets, also those of the subqueries
    /// around it, but not the server's look-back for instant selectors. Null where a length is not known or <c>@</c> pins the time.
    /// </summary>
    public double? LookBackSeconds { get; init; }

    /// <summary>The one metric that is read; null where that depends on a regular expression or on other labels.</summary>
    public string? Metric => Selector.MetricName;

    /// <summary>The regular expression on the metric's name, where there is one and no name.</summary>
    public string? MetricPattern
    {
        get
        {
            if (Metric is not null)
                return null;
            for (var i = 0; i < Selector.Matchers.Count; i++)
                if (Selector.Matchers[i] is { Name: LabelMatcher.MetricName, Operator: MatchOperator.RegexMatch } matcher)
                    return matcher.Value;

            return null;
        }
    }
}

/// <summary>Walks from the root to every selector; uses no call stack.</summary>
static class SelectorWalk
{
    readonly record struct Step(Expression Node, MetricUsage Usage, bool InHistogram, double? LookBack);

    public static List<SelectorUse> Uses(Expression expression)
    {
        var uses = new List<SelectorUse>();
        var pending = new Stack<Step>();
        pending.Push(new(expression, MetricUsage.Value, false, 0));
        while (pending.Count > 0)
        {
            var step = pending.Pop();
            switch (step.Node)
            {
                case VectorSelector selector:
                    uses.Add(new()
                    {
                        Selector = selector,
                        Usage = step.Usage,
                        IsInHistogram = step.InHistogram,
                        LookBackSeconds = LookBack(selector, step.LookBack, 0),
                    });
                    break;
                case RangeSelector range:
                    var length = range.Range.TotalSeconds();
                    uses.Add(new()
                    {
                        Selector = range.Selector,
                        Usage = step.Usage,
                        IsInHistogram = step.InHistogram,
                        IsRange = true,
                        RangeSeconds = length,
                        LookBackSeconds = LookBack(range, step.LookBack, length),
                    });
                    break;
                case Subquery subquery:
                    pending.Push(step with { Node = subquery.Operand, LookBack = LookBack(subquery, step.LookBack, subquery.Range.TotalSeconds()) });
                    break;
                case Parentheses parentheses:
                    pending.Push(step with { Node = parentheses.Inner });
                    break;
                case FunctionCall call:
                    for (var i = call.Arguments.Count - 1; i >= 0; i--)
                        pending.Push(new(
                            call.Arguments[i],
                            call.Variable is null ? Usage(call.Function.Name) : MetricUsage.Value,
                            step.InHistogram || ReadsHistogram(call.Function.Name),
                            step.LookBack));
                    break;
                case Aggregation aggregation:
                    var counts = aggregation.Operator is AggregationOperator.Count or AggregationOperator.Group && aggregation.Variable is null;
                    pending.Push(step with { Node = aggregation.Operand, Usage = counts ? MetricUsage.Presence : MetricUsage.Value });
                    if (aggregation.Parameter is not null)
                        pending.Push(step with { Node = aggregation.Parameter, Usage = MetricUsage.Value, InHistogram = false });
                    break;
                case BinaryExpression binary:
                    var filters = binary.Operator is BinaryOperator.And or BinaryOperator.Unless;
                    pending.Push(step with { Node = binary.Right, Usage = filters ? MetricUsage.Presence : MetricUsage.Value });
                    pending.Push(step with { Node = binary.Left, Usage = MetricUsage.Value });
                    break;
                default:
                    for (var i = step.Node.ChildCount - 1; i >= 0; i--)
                        pending.Push(step with { Node = step.Node.Child(i), Usage = MetricUsage.Value });
                    break;
            }
        }

        return uses;
    }

    static double? LookBack(TimedExpression node, double? outer, double? own) =>
        node.At is not null ? null : outer + own + (node.Offset is null ? 0 : node.Offset.TotalSeconds());

    static MetricUsage Usage(string function) => function switch
    {
        "rate" or "irate" or "increase" or "resets" => MetricUsage.Counter,
        "delta" or "idelta" or "deriv" or "predict_linear" or "holt_winters" or "double_exponential_smoothing" => MetricUsage.Gauge,
        "histogram_count" or "histogram_sum" or "histogram_avg" or "histogram_stddev" or "histogram_stdvar" => MetricUsage.NativeHistogram,
        "absent" or "absent_over_time" or "present_over_time" or "count_over_time" or "timestamp" => MetricUsage.Presence,
        _ => MetricUsage.Value,
    };

    static bool ReadsHistogram(string function) => function is "histogram_quantile" or "histogram_quantiles" or "histogram_fraction";
}
