namespace Belvedere.PromQL;

/// <summary>A label in a grouping or matching list.</summary>
public sealed record LabelName(string Name)
{
    /// <summary>Where the label stands, with its quotes if it has any.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>Whether the name is, or holds, a template variable such as <c>$label</c>, which is printed without quotes.</summary>
    public bool IsVariable { get; init; }

    /// <inheritdoc/>
    public bool Equals(LabelName? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode();

    /// <summary>The label as it is printed: in quotes unless it is a plain identifier.</summary>
    public override string ToString() => IsVariable ? Name : PromPrinter.PrintLabel(Name);
}
