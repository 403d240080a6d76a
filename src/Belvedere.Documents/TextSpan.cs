namespace Belvedere.Documents;

/// <summary>
/// Where a node stands in the file that it was read from. Lines and columns count from 1, columns in UTF-16 units; the end
/// is exclusive. <see langword="default"/> means that the node was made, not read.
/// </summary>
public readonly record struct TextSpan(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Whether the node was read from a file.</summary>
    public bool IsKnown => Line > 0;

    /// <summary>The position as people write it, for example <c>12:5</c>; empty when unknown.</summary>
    public override string ToString() => IsKnown ? FormattableString.Invariant($"{Line}:{Column}") : "";
}
