namespace Belvedere.PromQL;

/// <summary>Text that is not an expression. Only trees of results with errors hold one.</summary>
public sealed record ErrorExpression : Expression
{
    /// <summary>The expressions that were recognised inside.</summary>
    public IReadOnlyList<Expression> Recovered { get; init; } = [];

    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.None;

    /// <inheritdoc/>
    public override int ChildCount => Recovered.Count;

    /// <inheritdoc/>
    public override Expression Child(int index) => Recovered[index];

    /// <inheritdoc/>
    public bool Equals(ErrorExpression? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}
