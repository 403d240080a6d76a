namespace Belvedere.PromQL;

/// <summary>Which labels must agree for two series to match.</summary>
public enum MatchingKind
{
    /// <summary><c>ignoring</c>: all labels but these and the metric's name; with none listed, the default.</summary>
    Ignoring,

    /// <summary><c>on</c>: only these labels.</summary>
    On,
}

/// <summary>Which side of a binary operation may hold several series for one of the other.</summary>
public enum GroupSide
{
    /// <summary>Neither: one to one; set operators are many to many.</summary>
    None,

    /// <summary><c>group_left</c>: many to one.</summary>
    Left,

    /// <summary><c>group_right</c>: one to many.</summary>
    Right,
}

/// <summary>The clauses between a binary operator and its right operand.</summary>
public sealed record VectorMatching
{
    /// <summary>Whether the labels are the ones that match or the ones that do not.</summary>
    public MatchingKind Kind { get; init; }

    /// <summary>The labels of <c>on</c> or <c>ignoring</c>.</summary>
    public IReadOnlyList<LabelName> Labels { get; init; } = [];

    /// <summary>The side that holds many series.</summary>
    public GroupSide Group { get; init; }

    /// <summary>The labels that <c>group_left</c> or <c>group_right</c> copies from the other side.</summary>
    public IReadOnlyList<LabelName> Include { get; init; } = [];

    /// <summary>The value of series that are missing on the left (since Prometheus 3.10 by flag). Null means no fill.</summary>
    public double? FillLeft { get; init; }

    /// <summary>The value of series that are missing on the right (since Prometheus 3.10 by flag). Null means no fill.</summary>
    public double? FillRight { get; init; }

    /// <summary>Where the clauses stand, from the first keyword on.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>Whether the clauses say anything: the default matching may be written out as <c>ignoring ()</c>.</summary>
    public bool IsDefault =>
        Kind == MatchingKind.Ignoring && Labels.Count == 0 && Group == GroupSide.None && FillLeft is null && FillRight is null;

    /// <inheritdoc/>
    public bool Equals(VectorMatching? other) =>
        other is not null
        && Kind == other.Kind
        && Group == other.Group
        && FillLeft.Equals(other.FillLeft)
        && FillRight.Equals(other.FillRight)
        && TreeEquality.Same(Labels, other.Labels)
        && TreeEquality.Same(Include, other.Include);

    /// <inheritdoc/>
    public override int GetHashCode() => (Labels.Count * 31 + Include.Count) * 31 + (int)Kind * 3 + (int)Group;
}
