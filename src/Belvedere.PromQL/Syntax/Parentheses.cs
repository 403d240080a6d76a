namespace Belvedere.PromQL;

/// <summary>An expression in parentheses.</summary>
public sealed record Parentheses : Expression
{
    /// <summary>What stands inside.</summary>
    public required Expression Inner { get; init; }

    /// <inheritdoc/>
    public override ExpressionType Type => Inner.Type;

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override Expression Child(int index) => Inner;

    /// <inheritdoc/>
    public bool Equals(Parentheses? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}
