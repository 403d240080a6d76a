namespace Belvedere.Diagnostics;

/// <summary>
/// Something that a user writes and that a message can name: a cluster, a rule group, a component. Each captures the line
/// it was written on; <c>with</c> keeps that line, so messages always name the element too.
/// </summary>
public abstract record Element
{
    /// <summary>Takes the place that the compiler captured for the constructor's caller.</summary>
    protected Element(int line, string file) => Location = new SourceLocation(file, line);

    /// <summary>Takes a place in a file that was read.</summary>
    private protected Element(SourceLocation location) => Location = location;

    /// <summary>Where it was written.</summary>
    public SourceLocation Location { get; internal init; }

    /// <summary>The element as messages name it, for example <c>cluster 'north'</c>.</summary>
    public abstract string Designation { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Designation;
}
