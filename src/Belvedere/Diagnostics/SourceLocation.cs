namespace Belvedere.Diagnostics;

/// <summary>
/// Where something was written: a line of the user's C#, or a place in a file that the model reads. Lines and columns
/// count from 1; a column of 0 is unknown.
/// </summary>
/// <remarks>
/// Two locations are always equal, so that where an element was written never makes it another element.
/// </remarks>
public readonly struct SourceLocation(string file, int line, int column = 0, int endLine = 0, int endColumn = 0) : IEquatable<SourceLocation>
{
    /// <summary>The file as the compiler or the reader named it; empty when unknown.</summary>
    public string File => file ?? "";

    /// <summary>The line, from 1; 0 when unknown.</summary>
    public int Line => line;

    /// <summary>The column, from 1; 0 when unknown.</summary>
    public int Column => column;

    /// <summary>The line where it ends; 0 when unknown.</summary>
    public int EndLine => endLine;

    /// <summary>The column after its end; 0 when unknown.</summary>
    public int EndColumn => endColumn;

    /// <summary>Whether a file is known.</summary>
    public bool IsKnown => File.Length > 0;

    /// <summary>The place of a node in the file that it was read from.</summary>
    public static SourceLocation In(string file, Documents.TextSpan span) => new(file, span.Line, span.Column, span.EndLine, span.EndColumn);

    /// <inheritdoc/>
    public bool Equals(SourceLocation other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SourceLocation;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Locations are always equal.</summary>
    public static bool operator ==(SourceLocation left, SourceLocation right) => left.Equals(right);

    /// <summary>Locations are never unequal.</summary>
    public static bool operator !=(SourceLocation left, SourceLocation right) => !left.Equals(right);

    /// <summary>The place as compilers write it, for example <c>Fleet.cs(12,5)</c>.</summary>
    public override string ToString() => (IsKnown, Line, Column) switch
    {
        (false, _, _) => "",
        (_, 0, _) => File,
        (_, _, 0) => FormattableString.Invariant($"{File}({Line})"),
        _ => FormattableString.Invariant($"{File}({Line},{Column})"),
    };
}
