namespace Belvedere.PromQL;

// Functions. Most work on each series alone and need no change.
sealed partial class Lifter
{
    protected override Lifted VisitCall(FunctionCall node, IReadOnlyList<Lifted> arguments)
    {
        var vector = -1;
        for (var i = 0; i < arguments.Count && vector < 0; i++)
            if (node.Arguments[i].Type is ExpressionType.InstantVector or ExpressionType.RangeVector)
                vector = i;

        if (vector < 0)
            return Constant(node, arguments);

        var operand = arguments[vector];
        if (node.Variable is null)
            switch (node.Function.Name)
            {
                case "absent" or "absent_over_time" when operand.IsPerCluster:
                    return Absent(node, operand);
                case "absent" or "absent_over_time":
                    return Lifted.Everywhere(node, operand.PerCluster is null ? null : AbsentIn(node, operand.PerCluster));
                case "scalar":
                    if (operand.IsPerCluster)
                        Report(
                            PromLiftDiagnostics.Scalar,
                            node.Span,
                            "scalar() takes the only series there is; over many clusters there is one per cluster, and the result is NaN",
                            $"Use the vector itself and match it with on ({labelName}) group_left ().");
                    return Lifted.Scalar(WithArguments(node, arguments, vector, operand.Node));
                case "info" when operand.IsPerCluster:
                    Report(PromLiftDiagnostics.Info, node.NameSpan, "info() joins by instance and job, which are not unique over many clusters");
                    return operand;
                case "label_replace" or "label_join":
                    CheckWrittenLabels(node);
                    break;
                case "histogram_quantiles" when IsLabel(node, 1):
                    ReportTaken(node.Arguments[1].Span, "histogram_quantiles() writes");
                    break;
            }

        return operand.Map(inner => WithArguments(node, arguments, vector, inner));
    }

    /// <summary>A call without series: a scalar, or a vector that is the same in all clusters.</summary>
    Lifted Constant(FunctionCall node, IReadOnlyList<Lifted> arguments)
    {
        var changed = WithArguments(node, arguments, -1, node);
        if (node.Function.ReturnType == ExpressionType.Scalar)
            return Lifted.Scalar(changed);
        if (Clusters() is not { } clusters)
            return Lifted.Everywhere(changed);
        if (node.Function.Name == "vector" && changed.Arguments.Count == 1)
            return Lifted.Everywhere(changed, Scaled(changed.Arguments[0], clusters));

        // The functions of time take vector(time()) when they are given nothing.
        var time = new FunctionCall { Function = Functions.Find("time")!, Span = node.Span };
        return Lifted.Everywhere(changed, changed with { Arguments = [Scaled(time, clusters)] });
    }

    Lifted Absent(FunctionCall node, Lifted operand)
    {
        if (inventory is null)
            Report(
                PromLiftDiagnostics.Absent,
                node.Span,
                $"over many clusters {node.Function.Name}() only has a result when no cluster has the series",
                "Give an inventory of clusters: an expression with a series per cluster.");

        return inventory is null ? operand : Lifted.InEachCluster(AbsentIn(node, operand.Node));
    }

    /// <summary>The clusters that have no such series, with the labels that <c>absent()</c> gives them.</summary>
    Expression AbsentIn(FunctionCall node, Expression operand)
    {
        var present = node.Function.Name == "absent_over_time"
            ? new FunctionCall { Function = Functions.Find("present_over_time")!, Arguments = [operand], Span = node.Span }
            : operand;
        Expression result = new BinaryExpression
        {
            Left = Clusters()!,
            Operator = BinaryOperator.Unless,
            Matching = new() { Kind = MatchingKind.On, Labels = [labelName] },
            Right = present is BinaryExpression ? new Parentheses { Inner = present, Span = present.Span } : present,
            Span = node.Span,
        };
        foreach (var matcher in LabelsOfAbsent(node.Arguments[0]))
            result = new FunctionCall
            {
                Function = Functions.Find("label_replace")!,
                Arguments = [result, Text(matcher.Name), Text(matcher.Value.Replace("$", "$$")), Text(""), Text("")],
                Span = node.Span,
            };

        return result is FunctionCall ? result : new Parentheses { Inner = result, Span = node.Span };

        static StringLiteral Text(string value) => new() { Value = value };
    }

    IEnumerable<LabelMatcher> LabelsOfAbsent(Expression operand)
    {
        var selector = operand.WithoutParentheses() switch
        {
            VectorSelector instant => instant,
            RangeSelector range => range.Selector,
            _ => null,
        };
        return selector is null
            ? []
            : selector.Matchers
                .Where(matcher => matcher.Name != LabelMatcher.MetricName && matcher.Name != label)
                .GroupBy(matcher => matcher.Name, StringComparer.Ordinal)
                .Where(group => group.Count() == 1)
                .Select(group => group.First())
                .Where(matcher => matcher.Operator == MatchOperator.Equal && matcher.Value.Length > 0);
    }

    void CheckWrittenLabels(FunctionCall node)
    {
        if (IsLabel(node, 1))
            ReportTaken(node.Arguments[1].Span, node.Function.Name + "() writes");
        for (var i = 3; i < (node.Function.Name == "label_replace" ? 4 : node.Arguments.Count); i++)
            if (IsLabel(node, i))
                ReportTaken(node.Arguments[i].Span, node.Function.Name + "() reads");
    }

    bool IsLabel(FunctionCall node, int index) =>
        index < node.Arguments.Count && node.Arguments[index].WithoutParentheses() is StringLiteral text && text.Value == label;

    /// <summary>One series of value 1 per cluster.</summary>
    Aggregation? Clusters() => inventory is null ? null : new()
    {
        Operator = AggregationOperator.Group,
        Grouping = new() { Kind = GroupingKind.By, Labels = [labelName] },
        Operand = inventory,
    };

    static Parentheses Scaled(Expression scalar, Expression clusters) => new()
    {
        Inner = new BinaryExpression
        {
            Left = scalar is BinaryExpression ? new Parentheses { Inner = scalar, Span = scalar.Span } : scalar,
            Operator = BinaryOperator.Multiply,
            Right = clusters,
            Span = scalar.Span,
        },
        Span = scalar.Span,
    };

    static FunctionCall WithArguments(FunctionCall node, IReadOnlyList<Lifted> arguments, int vector, Expression operand)
    {
        Expression[]? changed = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = i == vector ? operand : arguments[i].Node;
            if (ReferenceEquals(argument, node.Arguments[i]))
                continue;
            changed ??= [.. node.Arguments];
            changed[i] = argument;
        }

        return changed is null ? node : node with { Arguments = changed };
    }
}
