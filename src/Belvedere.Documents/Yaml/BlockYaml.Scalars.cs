using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Belvedere.Documents.Yaml;

/// <content>Keys, and scalars without quotes.</content>
sealed partial class BlockYaml
{
    const int LongestKey = 1000;

    /// <summary>Reads a key and its colon, or stands still.</summary>
    bool TryKey([NotNullWhen(true)] out ScalarNode? key)
    {
        var start = at;
        key = null;
        if (text[at] is '"' or '\'')
        {
            if (!TryQuoted(out key))
                return false;

            SkipSpaces();
        }
        else if (CanBeginPlain(at))
        {
            var colon = KeyColon();
            if (colon < 0)
                return false;

            var name = text.AsSpan(start, colon - start).TrimEnd(' ');
            at = start + name.Length;
            if (name.Contains('\t'))
                isUnsure = true;
            key = Scalars.Plain(tree, name.ToString(), SpanFrom(start));
            at = colon;
        }

        if (key is null || at >= text.Length || text[at] != ':' || !IsBlankOrEnd(at + 1))
        {
            at = start;
            key = null;
            return false;
        }

        if (at - start > LongestKey)
            isUnsure = true;
        at++;
        return true;
    }

    // The first colon on the line that has a blank after it, if no comment begins before it.
    int KeyColon()
    {
        var end = LineEnd();
        for (var from = at; from < end;)
        {
            var length = text.AsSpan(from, end - from).IndexOfAny(':', '#');
            if (length < 0)
                return -1;

            from += length;
            if (text[from] == ':' && IsBlankOrEnd(from + 1))
                return from;
            if (text[from] == '#' && text[from - 1] is ' ' or '\t')
                return -1;
            from++;
        }

        return -1;
    }

    bool IsBlankOrEnd(int where) => where >= text.Length || text[where] is ' ' or '\n' or '\t';

    // Indicators; and < for the sake of merge keys, which need the anchors of a full reader to be of use.
    bool CanBeginPlain(int where) => text[where] switch
    {
        '-' => !IsBlankOrEnd(where + 1),
        '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' or '\t' or '<' => false,
        _ => true,
    };

    // A scalar without quotes; lines that are indented further than the block around it go on with it.
    int PlainLines(int indent)
    {
        if (!CanBeginPlain(at))
        {
            isUnsure = true;
            return DocumentEnds;
        }

        var (startLine, startColumn) = (line, Column + 1);
        var first = PlainLine(out var isEnded);
        var (endLine, endColumn) = (line, Column + 1);
        StringBuilder? lines = null;
        var next = DocumentEnds;
        while (!Stops)
        {
            EndLine();
            var blankFrom = line;
            next = Stops ? DocumentEnds : NextContent();
            if (Stops || next <= indent)
                break;
            if (isEnded || HasCommentBetween(blankFrom))
            {
                isUnsure = true;
                break;
            }

            lines ??= new StringBuilder(first);
            if (line == blankFrom)
                lines.Append(' ');
            else
                lines.Append('\n', line - blankFrom);
            lines.Append(PlainLine(out isEnded));
            (endLine, endColumn) = (line, Column + 1);
        }

        if (!Stops)
            tree.Add(Scalars.Plain(tree, lines?.ToString() ?? first, new TextSpan(startLine, startColumn, endLine, endColumn)));
        return next;
    }

    // The rest of the line up to a comment. A colon that a reader could take for a key's makes it no scalar.
    string PlainLine(out bool isEnded)
    {
        var rest = text.AsSpan(at, LineEnd() - at);
        isEnded = false;
        for (var from = 0; rest[from..].IndexOfAny(':', '#', '\t') is >= 0 and var length; from++)
        {
            from += length;
            if (rest[from] == '#')
            {
                if (from > 0 && rest[from - 1] != ' ')
                    continue;

                isEnded = true;
                rest = rest[..from];
                break;
            }

            if (rest[from] == '\t' || from + 1 == rest.Length || rest[from + 1] is ' ' or '\t')
                isUnsure = true;
        }

        rest = rest.TrimEnd(' ');
        at += rest.Length;
        return rest.ToString();
    }

    // Whether a comment stands between the line and the one that was reached: it ends a scalar.
    bool HasCommentBetween(int fromLine)
    {
        var before = text.AsSpan(0, lineStart);
        for (var up = line; up > fromLine; up--)
        {
            before = before[..^1];
            var start = before.LastIndexOf('\n') + 1;
            if (before[start..].Contains('#'))
                return true;
            before = before[..start];
        }

        return false;
    }

    int LiteralBlock(int indent)
    {
        var (startLine, startColumn) = (line, Column + 1);
        at++;
        var chomping = at < text.Length && text[at] is '+' or '-' ? text[at++] : ' ';
        EndLine();
        if (Stops)
            return DocumentEnds;

        var value = new StringBuilder();
        var blockIndent = 0;
        var blanks = 0;
        // A blank line above the first that is indented further than it is an error.
        var widestBlank = 0;
        while (at < text.Length)
        {
            var end = LineEnd();
            SkipSpaces();
            if (at == end && (blockIndent == 0 || Column <= blockIndent))
            {
                if (blockIndent == 0)
                    widestBlank = Math.Max(widestBlank, Column);
                blanks++;
            }
            else
            {
                if (blockIndent == 0 && Column > Math.Max(indent, 0))
                {
                    blockIndent = Column;
                    isUnsure |= widestBlank > blockIndent || text[at] == '\t';
                }

                if (blockIndent == 0 || Column < blockIndent)
                    break;

                value.Append('\n', blanks).Append(text.AsSpan(lineStart + blockIndent, end - lineStart - blockIndent));
                blanks = 1;
            }

            // Readers disagree about a last line that does not end.
            if (end == text.Length)
            {
                isUnsure = true;
                return DocumentEnds;
            }

            at = end;
            NextLine();
        }

        if (blockIndent > 0 && chomping != '-')
            value.Append('\n', chomping == '+' ? blanks : Math.Min(blanks, 1));
        else if (blockIndent == 0 && chomping == '+')
            value.Append('\n', blanks);

        if (blockIndent == 0 && widestBlank > 0)
            isUnsure = true;

        // A comment or a tab here may belong to the block for one reader and end it for another.
        if (at < text.Length && text[at] is '#' or '\t' && Column > indent)
            isUnsure = true;

        tree.Add(new ScalarNode(ScalarKind.String, value.ToString(), new TextSpan(startLine, startColumn, line, 1)));
        at = lineStart;
        return Stops ? DocumentEnds : NextContent();
    }
}
