namespace Belvedere.PromQL;

/// <summary>How a matcher compares a label's value.</summary>
public enum MatchOperator
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>=~</c>; the regular expression is RE2 and anchored at both ends.</summary>
    RegexMatch,

    /// <summary><c>!~</c>; the regular expression is RE2 and anchored at both ends.</summary>
    RegexNoMatch,
}

/// <summary>
/// One condition inside the braces of a selector. A quoted metric name inside the braces (<c>{"http.requests"}</c>, since
/// Prometheus 3.0) is the matcher <c>__name__="http.requests"</c>.
/// </summary>
public sealed record LabelMatcher
{
    /// <summary>The name of the label that holds the metric's name.</summary>
    public const string MetricName = "__name__";

    /// <summary>The label's name.</summary>
    public required string Name { get; init; }

    /// <summary>How the value is compared.</summary>
    public required MatchOperator Operator { get; init; }

    /// <summary>The value or regular expression, with its escapes resolved; see <see cref="StringLiteral.Value"/>.</summary>
    public required string Value { get; init; }

    /// <summary>Where the whole matcher stands.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>Where the label's name stands; for a quoted metric name, the whole matcher.</summary>
    public SourceSpan NameSpan { get; init; }

    /// <summary>Where the value stands, with its quotes.</summary>
    public SourceSpan ValueSpan { get; init; }

    /// <summary>Whether the name is, or holds, a template variable such as <c>$label</c>, which is printed without quotes.</summary>
    public bool NameIsVariable { get; init; }

    /// <summary>Whether the value holds a template variable, so that nothing is known of what it matches.</summary>
    public bool ValueHasVariable { get; init; }

    /// <summary>Whether the value is a regular expression.</summary>
    public bool IsRegex => Operator is MatchOperator.RegexMatch or MatchOperator.RegexNoMatch;

    /// <inheritdoc/>
    public bool Equals(LabelMatcher? other) =>
        other is not null && Operator == other.Operator && Name == other.Name && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => (Name.GetHashCode() * 31 + Value.GetHashCode()) * 31 + (int)Operator;

    /// <summary>The canonical form, such as <c>job=~"api|web"</c>.</summary>
    public override string ToString() => PromPrinter.Print(this);
}
