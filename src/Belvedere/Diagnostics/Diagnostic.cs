namespace Belvedere.Diagnostics;

/// <summary>One finding: what is wrong, where, and what to do about it, in one line.</summary>
public sealed record Diagnostic
{
    /// <summary>Makes a finding. Line breaks in <paramref name="message"/> become spaces, because build logs are made of lines.</summary>
    public Diagnostic(DiagnosticDescriptor descriptor, string message, SourceLocation location)
    {
        Descriptor = descriptor;
        Severity = descriptor.Severity;
        Message = message.AsSpan().IndexOfAny('\r', '\n') < 0 ? message : message.ReplaceLineEndings(" ");
        Location = location;
    }

    /// <summary>The kind of finding.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>What it does to this build.</summary>
    public DiagnosticSeverity Severity { get; init; }

    /// <summary>A sentence with the element, the reason and the remedy.</summary>
    public string Message { get; }

    /// <summary>Where it is.</summary>
    public SourceLocation Location { get; init; }

    /// <summary>The element as messages name it, if one is at fault.</summary>
    public string? Element { get; init; }

    /// <summary>The element's property at fault, by its C# name: it leads from the element's line to the property's.</summary>
    public string? Property { get; init; }

    /// <summary>Text at fault inside a C# literal: it leads from the element's line to a column.</summary>
    public LiteralText? Literal { get; init; }

    /// <summary>The canonical form of compilers, for example <c>Fleet.cs(12,5): error BLV1001: …</c>.</summary>
    public override string ToString()
    {
        var place = Location.IsKnown ? Location.ToString() : "belvedere";
        return $"{place}: {Severity.ToString().ToLowerInvariant()} {Descriptor.Code}: {Message}";
    }
}

/// <summary>Text that stands in a literal of the user's C#, and the part of it that is meant.</summary>
/// <param name="Text">The literal's value.</param>
/// <param name="Start">Where the part begins in it, in UTF-16 units.</param>
/// <param name="Length">How long the part is.</param>
public sealed record LiteralText(string Text, int Start, int Length);
