namespace Belvedere.PromQL;

/// <summary>
/// A node of the immutable syntax tree that is an expression. Two trees are equal when they mean the same text: spans do not
/// take part, nor does what the canonical form drops (the order of matchers, an empty <c>by ()</c>, a zero offset).
/// </summary>
/// <remarks>
/// A chain of left-associative operators (<c>a + b + c …</c>) may be as deep as the text is long; every other nesting is
/// bounded by <see cref="PromParser.MaximumDepth"/>. Code that recurses must therefore loop over
/// <see cref="BinaryExpression.Left"/>; <see cref="ExpressionVisitor{T}"/>, <see cref="ExpressionRewriter"/> and
/// <see cref="ExpressionWalk.DescendantsAndSelf"/> do.
/// </remarks>
public abstract record Expression
{
    /// <summary>Where the expression stands in the text that it was parsed from.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>What the expression evaluates to, provided that it is well-typed.</summary>
    public abstract ExpressionType Type { get; }

    /// <summary>The number of direct child expressions.</summary>
    public virtual int ChildCount => 0;

    /// <summary>A direct child expression, in the order of the text.</summary>
    public virtual Expression Child(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc/>
    public virtual bool Equals(Expression? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);

    /// <summary>The canonical form on one line: Prometheus' own <c>String()</c>.</summary>
    public sealed override string ToString() => PromPrinter.Print(this);
}
