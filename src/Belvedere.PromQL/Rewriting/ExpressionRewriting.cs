namespace Belvedere.PromQL;

/// <summary>Changes of expressions, made on the tree. What does not change is shared with the old tree; spans stay as they were.</summary>
public static class ExpressionRewriting
{
    /// <summary>
    /// Adds a matcher to every selector. Left out are selectors that select no series of their own: the second argument of
    /// <c>info()</c>. A selector that has the very matcher already stays as it is.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="matcher">The matcher.</param>
    /// <param name="except">Further selectors to leave out, such as those of series that a ruler makes itself.</param>
    public static Expression AddMatcher(this Expression expression, LabelMatcher matcher, Func<VectorSelector, bool>? except = null) =>
        new MatcherAddition(matcher, except).Rewrite(expression);

    /// <summary>Reads another metric wherever a metric is read by name. Regular expressions on names are left as they are.</summary>
    public static Expression RenameMetric(this Expression expression, string from, string to) => new MetricRenaming(from, to).Rewrite(expression);

    /// <summary>Uses another label in matchers, in lists and in the functions that name labels in strings.</summary>
    public static Expression RenameLabel(this Expression expression, string from, string to) => new LabelRenaming(from, to).Rewrite(expression);

    /// <summary>Gives ranges of range selectors another length. Subqueries keep theirs.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="replacement">The new range of a selector; its own to leave it.</param>
    public static Expression ReplaceRanges(this Expression expression, Func<RangeSelector, DurationExpression> replacement) =>
        new RangeReplacement(replacement).Rewrite(expression);
}

sealed class MatcherAddition(LabelMatcher matcher, Func<VectorSelector, bool>? except) : ExpressionRewriter
{
    HashSet<VectorSelector>? labelSelectors;

    public new Expression Rewrite(Expression expression)
    {
        foreach (var node in expression.DescendantsAndSelf())
            if (node is FunctionCall { Function.Name: "info", Arguments.Count: 2 } call && call.Arguments[1].WithoutParentheses() is VectorSelector selector)
                (labelSelectors ??= new(ByReference.Instance)).Add(selector);

        return base.Rewrite(expression);
    }

    protected override VectorSelector RewriteSelector(VectorSelector node)
    {
        if (labelSelectors?.Contains(node) == true || except?.Invoke(node) == true)
            return node;
        for (var i = 0; i < node.Matchers.Count; i++)
            if (node.Matchers[i].Equals(matcher))
                return node;

        return node with { Matchers = [.. node.Matchers, matcher] };
    }
}

sealed class MetricRenaming(string from, string to) : ExpressionRewriter
{
    protected override VectorSelector RewriteSelector(VectorSelector node)
    {
        if (node.Name is not null)
            return node.Name == from ? Named(node) : node;

        LabelMatcher[]? changed = null;
        for (var i = 0; i < node.Matchers.Count; i++)
            if (node.Matchers[i] is { Name: LabelMatcher.MetricName, Operator: MatchOperator.Equal or MatchOperator.NotEqual } matcher && matcher.Value == from)
                (changed ??= [.. node.Matchers])[i] = matcher with { Value = to };

        return changed is null ? node : node with { Matchers = changed };
    }

    // Only a plain name can stand before the braces.
    VectorSelector Named(VectorSelector node) => LabelNames.IsPlain(to.Replace(':', '_'))
        ? node with { Name = to }
        : node with
        {
            Name = null,
            Matchers = [new LabelMatcher { Name = LabelMatcher.MetricName, Operator = MatchOperator.Equal, Value = to }, .. node.Matchers],
        };
}

sealed class LabelRenaming(string from, string to) : ExpressionRewriter
{
    protected override VectorSelector RewriteSelector(VectorSelector node)
    {
        LabelMatcher[]? changed = null;
        for (var i = 0; i < node.Matchers.Count; i++)
            if (node.Matchers[i].Name == from)
                (changed ??= [.. node.Matchers])[i] = node.Matchers[i] with { Name = to };

        return changed is null ? node : node with { Matchers = changed };
    }

    protected override Expression RewriteAggregation(Aggregation node)
    {
        var result = node.Grouping is { } grouping && Renamed(grouping.Labels) is { } labels
            ? node with { Grouping = grouping with { Labels = labels } }
            : node;
        return node.Operator == AggregationOperator.CountValues && node.Parameter is { } parameter
            ? result with { Parameter = Renamed(parameter) }
            : result;
    }

    protected override Expression RewriteBinary(BinaryExpression node)
    {
        if (node.Matching is not { } matching)
            return node;

        var labels = Renamed(matching.Labels);
        var include = Renamed(matching.Include);
        return labels is null && include is null
            ? node
            : node with { Matching = matching with { Labels = labels ?? matching.Labels, Include = include ?? matching.Include } };
    }

    protected override Expression RewriteCall(FunctionCall node) => node.Function.Name switch
    {
        "label_replace" => Renamed(node, 1, 3),
        "label_join" => Renamed(node, [1, .. Enumerable.Range(3, Math.Max(0, node.Arguments.Count - 3))]),
        "sort_by_label" or "sort_by_label_desc" => Renamed(node, [.. Enumerable.Range(1, Math.Max(0, node.Arguments.Count - 1))]),
        "histogram_quantiles" => Renamed(node, 1),
        _ => node,
    };

    FunctionCall Renamed(FunctionCall node, params int[] places)
    {
        Expression[]? changed = null;
        foreach (var place in places)
            if (place < node.Arguments.Count && Renamed(node.Arguments[place]) is var argument && !ReferenceEquals(argument, node.Arguments[place]))
                (changed ??= [.. node.Arguments])[place] = argument;

        return changed is null ? node : node with { Arguments = changed };
    }

    Expression Renamed(Expression argument) => argument switch
    {
        StringLiteral text when text.Value == from => text with { Value = to },
        Parentheses parentheses => Renamed(parentheses.Inner) is var inner && ReferenceEquals(inner, parentheses.Inner) ? parentheses : parentheses with { Inner = inner },
        _ => argument,
    };

    LabelName[]? Renamed(IReadOnlyList<LabelName> labels)
    {
        LabelName[]? changed = null;
        for (var i = 0; i < labels.Count; i++)
            if (labels[i].Name == from)
                (changed ??= [.. labels])[i] = labels[i] with { Name = to };

        return changed;
    }
}

sealed class RangeReplacement(Func<RangeSelector, DurationExpression> replacement) : ExpressionRewriter
{
    protected override Expression RewriteRangeSelector(RangeSelector node)
    {
        var range = replacement(node);
        return ReferenceEquals(range, node.Range) ? node : node with { Range = range };
    }
}
