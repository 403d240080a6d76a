namespace Belvedere.PromQL;

/// <summary>
/// A number, or a duration that stands for its seconds (<c>5m</c> is 300; since Prometheus 3.0). A sign before a literal is
/// part of it.
/// </summary>
public sealed record NumberLiteral : Expression
{
    /// <summary>The value; seconds where the literal is a duration.</summary>
    public required double Value { get; init; }

    /// <summary>Whether the literal is written with units, so that the printer writes it so.</summary>
    public bool IsDuration { get; init; }

    /// <summary>A template variable that stands for the value and is printed in its place, such as <c>$threshold</c>.</summary>
    public string? Variable { get; init; }

    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.Scalar;

    /// <inheritdoc/>
    public bool Equals(NumberLiteral? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}
