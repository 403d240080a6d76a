namespace Belvedere.PromQL;

/// <summary>Two expressions joined by an operator: <c>a / on (job) group_left b</c>.</summary>
public sealed record BinaryExpression : Expression
{
    /// <summary>The left operand; a chain of operators may be as deep as the text is long.</summary>
    public required Expression Left { get; init; }

    /// <summary>The operator.</summary>
    public required BinaryOperator Operator { get; init; }

    /// <summary>Whether a comparison returns 0 or 1 (<c>bool</c>) instead of filtering.</summary>
    public bool ReturnBool { get; init; }

    /// <summary>How series are matched; null where nothing is written: on all labels, one to one, set operators many to many.</summary>
    public VectorMatching? Matching { get; init; }

    /// <summary>The right operand.</summary>
    public required Expression Right { get; init; }

    /// <summary>Where the operator stands, without its modifiers.</summary>
    public SourceSpan OperatorSpan { get; init; }

    /// <inheritdoc/>
    public override ExpressionType Type
    {
        get
        {
            Expression left = this;
            while (left is BinaryExpression binary)
            {
                if (binary.Right.Type != ExpressionType.Scalar)
                    return ExpressionType.InstantVector;
                left = binary.Left;
            }

            return left.Type == ExpressionType.Scalar ? ExpressionType.Scalar : ExpressionType.InstantVector;
        }
    }

    /// <inheritdoc/>
    public override int ChildCount => 2;

    /// <inheritdoc/>
    public override Expression Child(int index) => index == 0 ? Left : Right;

    /// <inheritdoc/>
    public bool Equals(BinaryExpression? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}
