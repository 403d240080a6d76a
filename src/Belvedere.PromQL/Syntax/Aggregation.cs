namespace Belvedere.PromQL;

/// <summary>Which labels an aggregation groups by.</summary>
public enum GroupingKind
{
    /// <summary><c>by</c>: only these labels survive.</summary>
    By,

    /// <summary><c>without</c>: all labels but these and the metric's name survive.</summary>
    Without,
}

/// <summary>The <c>by</c> or <c>without</c> clause of an aggregation.</summary>
public sealed record Grouping
{
    /// <summary>Whether the labels are kept or dropped.</summary>
    public required GroupingKind Kind { get; init; }

    /// <summary>The labels, in the order of the text.</summary>
    public IReadOnlyList<LabelName> Labels { get; init; } = [];

    /// <summary>Where the clause stands, from its keyword to its closing parenthesis.</summary>
    public SourceSpan Span { get; init; }

    /// <inheritdoc/>
    public bool Equals(Grouping? other) => other is not null && Kind == other.Kind && TreeEquality.Same(Labels, other.Labels);

    /// <inheritdoc/>
    public override int GetHashCode() => Labels.Count * 2 + (int)Kind;
}

/// <summary>An aggregation over an instant vector: <c>sum by (job) (rate(x[5m]))</c>, <c>topk(3, x)</c>.</summary>
public sealed record Aggregation : Expression
{
    /// <summary>The operator.</summary>
    public required AggregationOperator Operator { get; init; }

    /// <summary>A template variable that stands for the operator and is printed in its place, such as <c>$aggregation</c>.</summary>
    public string? Variable { get; init; }

    /// <summary>The grouping; null means that all series become one, as does an empty <c>by ()</c>.</summary>
    public Grouping? Grouping { get; init; }

    /// <summary>The first argument of operators that take two: a scalar, or the label name of <c>count_values</c>.</summary>
    public Expression? Parameter { get; init; }

    /// <summary>The vector that is aggregated.</summary>
    public required Expression Operand { get; init; }

    /// <summary>Where the operator's name stands.</summary>
    public SourceSpan OperatorSpan { get; init; }

    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.InstantVector;

    /// <inheritdoc/>
    public override int ChildCount => Parameter is null ? 1 : 2;

    /// <inheritdoc/>
    public override Expression Child(int index) => index == 0 && Parameter is not null ? Parameter : Operand;

    /// <inheritdoc/>
    public bool Equals(Aggregation? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}
