namespace Belvedere.PromQL;

/// <summary>A function applied to arguments: <c>rate(x[5m])</c>.</summary>
public sealed record FunctionCall : Expression
{
    /// <summary>The function's name and types.</summary>
    public required FunctionSignature Function { get; init; }

    /// <summary>A name with a template variable in it that is printed in the function's place, such as <c>${window}_over_time</c>.</summary>
    public string? Variable { get; init; }

    /// <summary>The arguments, in the order of the text.</summary>
    public IReadOnlyList<Expression> Arguments { get; init; } = [];

    /// <summary>Where the function's name stands.</summary>
    public SourceSpan NameSpan { get; init; }

    /// <inheritdoc/>
    public override ExpressionType Type => Function.ReturnType;

    /// <inheritdoc/>
    public override int ChildCount => Arguments.Count;

    /// <inheritdoc/>
    public override Expression Child(int index) => Arguments[index];

    /// <inheritdoc/>
    public bool Equals(FunctionCall? other) => TreeEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => TreeEquality.Hash(this);
}
