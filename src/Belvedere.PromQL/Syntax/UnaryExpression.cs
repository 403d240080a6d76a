namespace Belvedere.PromQL;

/// <summary>A sign before anything but a number: <c>-x</c>. It binds like <c>*</c>: <c>-a ^ b</c> is <c>-(a ^ b)</c>.</summary>
public sealed record UnaryExpression : Expression
{
    /// <summary>Whether the sign is a minus; a plus changes nothing but is kept.</summary>
    public required bool IsNegative { get; init; }

    /// <summary>What the sign applies to.</summary>
    public required Expression Operand { get; init; }

    /// <inheritdoc/>
    public override ExpressionType Type => Operand.Type;

    /// <inheritdoc/>
    public override int ChildCount => 1;

    /// <inheritdoc/>
    public override Expression Child(int index) => Operand;

    /// <inheritdoc/>
    public bool Equals(UnaryExpression? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}
