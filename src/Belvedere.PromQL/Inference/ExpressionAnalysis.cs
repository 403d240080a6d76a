namespace Belvedere.PromQL;

/// <summary>A place where a label gets lost.</summary>
/// <param name="Node">The expression whose operand can have the label, and whose own result cannot.</param>
/// <param name="Fact">Why, and where.</param>
public sealed record LabelLoss(Expression Node, LabelFact Fact);

/// <summary>
/// What an expression reads and what its result looks like, whatever the data. Nothing is guessed: what the expression does not
/// decide is left open. Takes time and memory linear in the expression.
/// </summary>
public sealed class ExpressionAnalysis
{
    readonly Dictionary<Expression, ResultShape> shapes;

    ExpressionAnalysis(Expression expression)
    {
        Expression = expression;
        shapes = ShapeInference.Infer(expression);
        Selectors = SelectorWalk.Uses(expression);
    }

    /// <summary>Analyses an expression that is well-typed; of an expression with errors less is known.</summary>
    public static ExpressionAnalysis Of(Expression expression) => new(expression);

    /// <summary>The expression.</summary>
    public Expression Expression { get; }

    /// <summary>Every selector and how it is used, in the order of the text.</summary>
    public IReadOnlyList<SelectorUse> Selectors { get; }

    /// <summary>The result's labels, values and presence.</summary>
    public ResultShape Result => shapes[Expression];

    /// <summary>The result's labels.</summary>
    public OutputLabels Labels => Result.Labels;

    /// <summary>The names of the metrics that are read, in ordinal order; selectors without one name are left out.</summary>
    public IReadOnlyList<string> Metrics
    {
        get
        {
            var names = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var use in Selectors)
                if (use.Metric is { } name)
                    names.Add(name);

            return [.. names];
        }
    }

    /// <summary>The seconds of the smallest range of a range selector; null where there is none of known length.</summary>
    public double? SmallestRangeSeconds
    {
        get
        {
            double? smallest = null;
            foreach (var use in Selectors)
                if (use.RangeSeconds is { } range && !(range >= smallest))
                    smallest = range;

            return smallest;
        }
    }

    /// <summary>How many seconds the oldest sample may lie before the evaluation time; null where no length is known.</summary>
    public double? LongestLookBackSeconds
    {
        get
        {
            double? longest = null;
            foreach (var use in Selectors)
                if (use.LookBackSeconds is { } lookBack && !(lookBack <= longest))
                    longest = lookBack;

            return longest;
        }
    }

    /// <summary>What is known of a part of the expression.</summary>
    /// <exception cref="ArgumentException">The node is no part of the expression.</exception>
    public ResultShape ShapeOf(Expression node) => shapes.TryGetValue(node, out var shape)
        ? shape
        : throw new ArgumentException("The node is no part of the expression that was analysed.", nameof(node));

    /// <summary>Every part of the expression that drops a label which its operands can have, in the order of the text.</summary>
    public IReadOnlyList<LabelLoss> Losses(string label)
    {
        var losses = new List<LabelLoss>();
        foreach (var node in Expression.DescendantsAndSelf())
        {
            var shape = shapes[node];
            var fact = shape.Labels.Of(label);
            if (fact.Presence != LabelPresence.Excluded || shape.Type == ExpressionType.Scalar)
                continue;
            for (var i = 0; i < node.ChildCount; i++)
            {
                if (!shapes[node.Child(i)].Labels.Survives(label))
                    continue;
                losses.Add(new(node, fact));
                break;
            }
        }

        return losses;
    }
}
