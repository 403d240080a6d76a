namespace Belvedere.PromQL;

/// <summary>What an <c>@</c> modifier pins the evaluation to.</summary>
public enum AtKind
{
    /// <summary>A Unix time.</summary>
    Timestamp,

    /// <summary><c>start()</c> of the query's range.</summary>
    Start,

    /// <summary><c>end()</c> of the query's range.</summary>
    End,
}

/// <summary>The <c>@</c> modifier of a selector or subquery.</summary>
public sealed record AtModifier
{
    /// <summary>What the evaluation is pinned to.</summary>
    public required AtKind Kind { get; init; }

    /// <summary>Milliseconds since the Unix epoch, where <see cref="Kind"/> is <see cref="AtKind.Timestamp"/>.</summary>
    public long Milliseconds { get; init; }

    /// <summary>A template variable that stands for the time and is printed in its place, such as <c>${__to:date:seconds}</c>.</summary>
    public string? Variable { get; init; }

    /// <summary>Where the modifier stands, from <c>@</c> on.</summary>
    public SourceSpan Span { get; init; }

    /// <inheritdoc/>
    public bool Equals(AtModifier? other) => other is not null && Kind == other.Kind && Milliseconds == other.Milliseconds && Variable == other.Variable;

    /// <inheritdoc/>
    public override int GetHashCode() => Milliseconds.GetHashCode() * 31 + (int)Kind;
}
