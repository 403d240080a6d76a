namespace Belvedere.PromQL;

/// <summary>What <c>offset</c> and <c>@</c> apply to: an instant selector, a range selector or a subquery.</summary>
public abstract record TimedExpression : Expression
{
    /// <summary>How far into the past the data is looked up; negative looks into the future. Null means none.</summary>
    public DurationExpression? Offset { get; init; }

    /// <summary>The time that the evaluation is pinned to. Null means none.</summary>
    public AtModifier? At { get; init; }
}

/// <summary>
/// How samples at a range's edges are treated (since Prometheus 3.7, <c>--enable-feature=promql-extended-range-selectors</c>).
/// </summary>
public enum RangeEdges
{
    /// <summary>Extrapolated, as ever.</summary>
    Default,

    /// <summary><c>anchored</c>: the last sample before the range is taken in.</summary>
    Anchored,

    /// <summary><c>smoothed</c>: values at both edges are interpolated.</summary>
    Smoothed,
}

/// <summary>An instant vector selector: <c>http_requests_total{job="api"}</c>.</summary>
public sealed record VectorSelector : TimedExpression
{
    /// <summary>The metric's name as written before the braces; null where there is none.</summary>
    public string? Name { get; init; }

    /// <summary>The conditions inside the braces, in the order of the text.</summary>
    public IReadOnlyList<LabelMatcher> Matchers { get; init; } = [];

    /// <summary>Template variables inside the braces that stand for whole matchers, such as <c>$filters</c>.</summary>
    public IReadOnlyList<string> MatcherVariables { get; init; } = [];

    /// <summary>The treatment of the edges; on a range selector it stands there, not here.</summary>
    public RangeEdges Edges { get; init; }

    /// <summary>Where the metric's name stands, if it has one before the braces.</summary>
    public SourceSpan NameSpan { get; init; }

    /// <summary>The one metric that the selector reads, written before or inside the braces; null where it may read several.</summary>
    public string? MetricName
    {
        get
        {
            if (Name is not null)
                return Name;
            for (var i = 0; i < Matchers.Count; i++)
                if (Matchers[i] is { Name: LabelMatcher.MetricName, Operator: MatchOperator.Equal } matcher)
                    return matcher.Value;

            return null;
        }
    }

    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.InstantVector;

    /// <inheritdoc/>
    public bool Equals(VectorSelector? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}

/// <summary>A range vector selector: <c>http_requests_total[5m]</c>.</summary>
public sealed record RangeSelector : TimedExpression
{
    /// <summary>Which series. Its own offset, <c>@</c> and edges are unset: those of a range selector stand on the range selector.</summary>
    public required VectorSelector Selector { get; init; }

    /// <summary>How far back each series reaches.</summary>
    public required DurationExpression Range { get; init; }

    /// <summary>The treatment of the edges.</summary>
    public RangeEdges Edges { get; init; }

    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.RangeVector;

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override Expression Child(int index) => Selector;

    /// <inheritdoc/>
    public bool Equals(RangeSelector? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}

/// <summary>An instant vector evaluated over a range: <c>rate(x[5m])[1h:1m]</c>.</summary>
public sealed record Subquery : TimedExpression
{
    /// <summary>What is evaluated at every step.</summary>
    public required Expression Operand { get; init; }

    /// <summary>How far back the evaluation reaches.</summary>
    public required DurationExpression Range { get; init; }

    /// <summary>The time between two evaluations; null means the server's evaluation interval.</summary>
    public DurationExpression? Step { get; init; }

    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.RangeVector;

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override Expression Child(int index) => Operand;

    /// <inheritdoc/>
    public bool Equals(Subquery? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}
