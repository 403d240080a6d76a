namespace Belvedere.PromQL;

/// <summary>
/// Whether two trees mean the same. What the canonical form does not show takes no part: spans, the order of matchers, an empty
/// <c>by ()</c>, matching that is the default, an offset of zero, whether a duration was written as a number.
/// </summary>
static class TreeEquality
{
    public static bool Same(Expression? one, Expression? other)
    {
        // Left operands are followed in a loop: chains are as long as the text.
        while (true)
        {
            if (ReferenceEquals(one, other))
                return true;
            if (one is not BinaryExpression left || other is not BinaryExpression right)
                return one is not null && other is not null && SameOther(one, other);
            if (left.Operator != right.Operator
                || left.ReturnBool != right.ReturnBool
                || !Same(left.Matching, right.Matching)
                || !Same(left.Right, right.Right))
                return false;
            (one, other) = (left.Left, right.Left);
        }
    }

    public static bool Same(IReadOnlyList<LabelName> one, IReadOnlyList<LabelName> other)
    {
        if (one.Count != other.Count)
            return false;
        for (var i = 0; i < one.Count; i++)
            if (one[i].Name != other[i].Name)
                return false;

        return true;
    }

    /// <summary>A hash of the top of a tree: enough to tell most trees apart, and cheap for all.</summary>
    public static int Hash(Expression expression) => expression switch
    {
        NumberLiteral node => node.Value.GetHashCode(),
        StringLiteral node => node.Value.GetHashCode(),
        VectorSelector node => (node.Name?.GetHashCode() ?? 0) * 31 + node.Matchers.Count,
        RangeSelector node => Hash(node.Selector) * 31 + 1,
        FunctionCall node => node.Function.Name.GetHashCode() * 31 + node.Arguments.Count,
        Aggregation node => (int)node.Operator * 31 + 2,
        BinaryExpression node => (int)node.Operator * 31 + 3,
        _ => expression.GetType().GetHashCode(),
    };

    static bool SameOther(Expression one, Expression other) => (one, other) switch
    {
        (NumberLiteral a, NumberLiteral b) => a.Value.Equals(b.Value) && a.IsDuration == b.IsDuration && a.Variable == b.Variable,
        (StringLiteral a, StringLiteral b) => a.Value == b.Value,
        (VectorSelector a, VectorSelector b) =>
            a.Name == b.Name
            && a.Edges == b.Edges
            && SameTime(a, b)
            && a.MatcherVariables.SequenceEqual(b.MatcherVariables)
            && Same(a.Matchers, b.Matchers),
        (RangeSelector a, RangeSelector b) =>
            a.Edges == b.Edges && SameTime(a, b) && DurationEquality.Same(a.Range, b.Range) && Same(a.Selector, b.Selector),
        (Subquery a, Subquery b) =>
            SameTime(a, b) && DurationEquality.Same(a.Range, b.Range) && DurationEquality.Same(a.Step, b.Step) && Same(a.Operand, b.Operand),
        (UnaryExpression a, UnaryExpression b) => a.IsNegative == b.IsNegative && Same(a.Operand, b.Operand),
        (Aggregation a, Aggregation b) =>
            a.Operator == b.Operator && a.Variable == b.Variable && Same(a.Grouping, b.Grouping) && Same(a.Parameter, b.Parameter) && Same(a.Operand, b.Operand),
        (FunctionCall a, FunctionCall b) => a.Function.Name == b.Function.Name && a.Variable == b.Variable && Same(a.Arguments, b.Arguments),
        (Parentheses a, Parentheses b) => Same(a.Inner, b.Inner),
        (ErrorExpression a, ErrorExpression b) => Same(a.Recovered, b.Recovered),
        _ => false,
    };

    static bool SameTime(TimedExpression one, TimedExpression other) =>
        Equals(one.At, other.At) && DurationEquality.Same(NonZero(one.Offset), NonZero(other.Offset));

    static DurationExpression? NonZero(DurationExpression? offset) => offset is DurationLiteral { Seconds: 0, Variable: null } ? null : offset;

    static bool Same(Grouping? one, Grouping? other) =>
        (one is { Kind: GroupingKind.By, Labels.Count: 0 } ? null : one) is { } left
            ? left.Equals(other)
            : other is null or { Kind: GroupingKind.By, Labels.Count: 0 };

    static bool Same(VectorMatching? one, VectorMatching? other) =>
        one is null or { IsDefault: true } ? other is null or { IsDefault: true } : one.Equals(other);

    static bool Same(IReadOnlyList<Expression> one, IReadOnlyList<Expression> other)
    {
        if (one.Count != other.Count)
            return false;
        for (var i = 0; i < one.Count; i++)
            if (!Same(one[i], other[i]))
                return false;

        return true;
    }

    static bool Same(IReadOnlyList<LabelMatcher> one, IReadOnlyList<LabelMatcher> other)
    {
        if (one.Count != other.Count)
            return false;

        var ordered = true;
        for (var i = 0; i < one.Count && ordered; i++)
            ordered = one[i].Equals(other[i]);

        return ordered || Sorted(one).SequenceEqual(Sorted(other), StringComparer.Ordinal);
    }

    static string[] Sorted(IReadOnlyList<LabelMatcher> matchers)
    {
        var texts = new string[matchers.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = matchers[i].ToString();
        Array.Sort(texts, StringComparer.Ordinal);
        return texts;
    }
}

/// <summary>Whether two durations mean the same; a number and a duration of as many seconds do.</summary>
static class DurationEquality
{
    public static bool Same(DurationExpression? one, DurationExpression? other)
    {
        while (true)
        {
            if (ReferenceEquals(one, other))
                return true;
            if (one is not DurationOperation left || other is not DurationOperation right)
                return one is not null && other is not null && SameOther(one, other);
            if (left.Operator != right.Operator || !Same(left.Right, right.Right))
                return false;
            (one, other) = (left.Left, right.Left);
        }
    }

    public static int Hash(DurationExpression duration) => duration switch
    {
        DurationLiteral node => node.Seconds.GetHashCode(),
        DurationOperation node => (int)node.Operator + 1,
        _ => duration.GetType().GetHashCode(),
    };

    static bool SameOther(DurationExpression one, DurationExpression other) => (one, other) switch
    {
        (DurationLiteral a, DurationLiteral b) => a.Seconds.Equals(b.Seconds) && a.Variable == b.Variable,
        (DurationNegation a, DurationNegation b) => Same(a.Operand, b.Operand),
        (DurationParentheses a, DurationParentheses b) => Same(a.Inner, b.Inner),
        (DurationCall a, DurationCall b) => a.Function == b.Function && Same(a.Arguments, b.Arguments),
        _ => false,
    };

    static bool Same(IReadOnlyList<DurationExpression> one, IReadOnlyList<DurationExpression> other)
    {
        if (one.Count != other.Count)
            return false;
        for (var i = 0; i < one.Count; i++)
            if (!Same(one[i], other[i]))
                return false;

        return true;
    }
}
