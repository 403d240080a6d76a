namespace Belvedere.PromQL;

/// <summary>
/// A length of time: after <c>offset</c> and inside brackets. Literals everywhere; arithmetic since Prometheus 3.4 by flag and
/// 3.14 by default.
/// </summary>
public abstract record DurationExpression
{
    /// <summary>Where the duration stands.</summary>
    public SourceSpan Span { get; init; }

    /// <inheritdoc/>
    public virtual bool Equals(DurationExpression? other) => DurationEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => DurationEquality.Hash(this);

    /// <summary>The canonical form.</summary>
    public sealed override string ToString() => PromPrinter.Print(this);
}

/// <summary>A duration such as <c>1h30m</c>, or a number of seconds (since Prometheus 3.0).</summary>
public sealed record DurationLiteral : DurationExpression
{
    /// <summary>The length in seconds; negative only after <c>offset -</c> and in arithmetic.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether the literal has no units.</summary>
    public bool IsNumber { get; init; }

    /// <summary>A template variable that stands for the length and is printed in its place, such as <c>$__rate_interval</c>.</summary>
    public string? Variable { get; init; }

    /// <inheritdoc/>
    public bool Equals(DurationLiteral? other) => DurationEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => DurationEquality.Hash(this);
}

/// <summary>A sign before a duration that is not a literal.</summary>
public sealed record DurationNegation : DurationExpression
{
    /// <summary>What is negated.</summary>
    public required DurationExpression Operand { get; init; }

    /// <inheritdoc/>
    public bool Equals(DurationNegation? other) => DurationEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => DurationEquality.Hash(this);
}

/// <summary>Arithmetic on two durations: <c>+ - * / % ^</c>.</summary>
public sealed record DurationOperation : DurationExpression
{
    /// <summary>The left operand; a chain of operators may be as deep as the text is long.</summary>
    public required DurationExpression Left { get; init; }

    /// <summary>One of the arithmetic operators.</summary>
    public required BinaryOperator Operator { get; init; }

    /// <summary>The right operand.</summary>
    public required DurationExpression Right { get; init; }

    /// <inheritdoc/>
    public bool Equals(DurationOperation? other) => DurationEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => DurationEquality.Hash(this);
}

/// <summary>What a duration can be computed from.</summary>
public enum DurationFunction
{
    /// <summary><c>step()</c>, the query's resolution; zero in an instant query. Since Prometheus 3.6.</summary>
    Step,

    /// <summary><c>range()</c>, the query's end minus its start. Since Prometheus 3.8.</summary>
    Range,

    /// <summary><c>min_of(a, b)</c>; named <c>min</c> before Prometheus 3.13.</summary>
    Min,

    /// <summary><c>max_of(a, b)</c>; named <c>max</c> before Prometheus 3.13.</summary>
    Max,
}

/// <summary>A call inside a duration.</summary>
public sealed record DurationCall : DurationExpression
{
    /// <summary>The function.</summary>
    public required DurationFunction Function { get; init; }

    /// <summary>Two for <see cref="DurationFunction.Min"/> and <see cref="DurationFunction.Max"/>, else none.</summary>
    public IReadOnlyList<DurationExpression> Arguments { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(DurationCall? other) => DurationEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => DurationEquality.Hash(this);
}

/// <summary>A duration in parentheses.</summary>
public sealed record DurationParentheses : DurationExpression
{
    /// <summary>What stands inside; never again parentheses, which collapse into one pair.</summary>
    public required DurationExpression Inner { get; init; }

    /// <inheritdoc/>
    public bool Equals(DurationParentheses? other) => DurationEquality.Same(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => DurationEquality.Hash(this);
}
