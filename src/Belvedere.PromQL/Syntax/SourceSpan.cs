namespace Belvedere.PromQL;

/// <summary>
/// A stretch of an expression's text, in UTF-16 units from its start; <see cref="End"/> is exclusive. Nodes that no text
/// was parsed for have the default span.
/// </summary>
public readonly record struct SourceSpan(int Start, int End)
{
    /// <summary>The number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>From the start of one span to the end of another that follows it.</summary>
    public static SourceSpan Cover(SourceSpan first, SourceSpan last) => new(first.Start, last.End);

    /// <summary>The text that the span covers.</summary>
    public string In(string text) => text.Substring(Start, Length);

    /// <summary>The line and column of the start, both from 1; the column counts UTF-16 units.</summary>
    public (int Line, int Column) LineAndColumn(string text)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < Start && i < text.Length; i++)
            if (text[i] == '\n')
                (line, lineStart) = (line + 1, i + 1);

        return (line, Start - lineStart + 1);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Start}..{End}";
}
