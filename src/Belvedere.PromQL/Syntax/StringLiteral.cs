namespace Belvedere.PromQL;

/// <summary>A string in double quotes, single quotes or backticks.</summary>
public sealed record StringLiteral : Expression
{
    /// <summary>
    /// The text with its escapes resolved. A byte that is not valid UTF-8 (from <c>\xff</c>) is the lone surrogate U+DC00 + byte.
    /// </summary>
    public required string Value { get; init; }

    /// <summary>Whether the text holds a template variable, so that only a part of it is known.</summary>
    public bool HasVariable { get; init; }

    /// <inheritdoc/>
    public override ExpressionType Type => ExpressionType.String;

    /// <inheritdoc/>
    public bool Equals(StringLiteral? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}
