using System.Globalization;

namespace Belvedere.Hosting.CSharp;

/// <summary>Reads one string literal in any of C#'s forms: regular, verbatim, raw, and each interpolated.</summary>
static class StringScanner
{
    // Holes hold strings with holes; nobody writes more.
    const int DeepestNesting = 16;

    /// <summary>The literal that begins at an offset, and the offset after it; null when none begins there.</summary>
    public static (LiteralValue Value, int End)? Scan(string text, int start) => Scan(text, start, 0);

    /// <summary>The offset after a character literal.</summary>
    public static int AfterCharacter(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] is not ('\'' or '\r' or '\n'))
            at += text[at] == '\\' ? 2 : 1;
        return Math.Min(at + 1, text.Length);
    }

    static (LiteralValue, int)? Scan(string text, int start, int depth)
    {
        var at = start;
        var dollars = 0;
        var verbatim = false;
        for (; at < text.Length && text[at] is '$' or '@'; at++)
        {
            if (text[at] == '$')
                dollars++;
            else
                verbatim = true;
        }

        var quotes = CountOf(text, at, '"');
        if (quotes == 0 || depth > DeepestNesting)
            return null;

        var form = new Form(text, dollars, depth);
        return quotes >= 3 && !verbatim ? form.Raw(at, quotes) : form.Quoted(at + 1, verbatim);
    }

    static int CountOf(string text, int at, char character)
    {
        var end = at;
        while (end < text.Length && text[end] == character)
            end++;
        return end - at;
    }

    readonly struct Form(string text, int dollars, int depth)
    {
        public (LiteralValue, int) Quoted(int start, bool verbatim)
        {
            var value = new LiteralValue(start);
            int at = start, plain = start;
            while (at < text.Length)
            {
                var character = text[at];
                var length = character switch
                {
                    '"' when verbatim && Doubled(at) => 2,
                    '"' => 0,
                    '\r' or '\n' when !verbatim => 0,
                    '\\' when !verbatim => EscapeLength(at),
                    '{' or '}' when dollars > 0 && Doubled(at) => 2,
                    '{' when dollars > 0 => AfterHole(at + 1, 1) - at,
                    _ => -1,
                };
                if (length < 0)
                {
                    at++;
                    continue;
                }

                value.Verbatim(text, plain, at - plain);
                if (length == 0)
                    return (value, at + 1);
                if (character == '{' && !Doubled(at))
                    value.Hole(at, length);
                else
                    value.Escaped(character == '\\' ? Unescape(at, length) : text[at].ToString(), at, length);
                at = plain = Math.Min(at + length, text.Length);
            }

            value.Verbatim(text, plain, text.Length - plain);
            return (value, text.Length);
        }

        public (LiteralValue, int) Raw(int start, int quotes)
        {
            var content = start + quotes;
            var value = new LiteralValue(content);
            var end = text.IndexOf(new string('"', quotes), content, StringComparison.Ordinal);
            if (end < 0)
                return (value, text.Length);

            // Quotes beyond the closing ones belong to the text.
            end += CountOf(text, end, '"') - quotes;
            var after = end + quotes;
            var firstLine = text.AsSpan(content, end - content);
            if (firstLine.IndexOfAny('\r', '\n') < 0)
            {
                RawLine(value, content, end);
                return (value, after);
            }

            var indent = end - StartOfLine(end);
            var line = AfterLineBreak(content);
            var last = BeforeLineBreak(StartOfLine(end));
            while (line < last || (line == last && line > content))
            {
                var lineEnd = Math.Min(EndOfLine(line), last);
                RawLine(value, Math.Min(line + indent, lineEnd), lineEnd);
                if (lineEnd >= last)
                    break;
                var next = AfterLineBreak(lineEnd);
                value.Verbatim(text, lineEnd, next - lineEnd);
                line = next;
            }

            return (value, after);
        }

        void RawLine(LiteralValue value, int start, int end)
        {
            int at = start, plain = start;
            while (dollars > 0 && at < end)
            {
                var braces = text[at] == '{' ? CountOf(text, at, '{') : 0;
                if (braces < dollars)
                {
                    at += Math.Max(braces, 1);
                    continue;
                }

                // Braces beyond the dollars are text before the hole.
                var open = at + braces - dollars;
                value.Verbatim(text, plain, open - plain);
                at = plain = Math.Min(AfterHole(open + dollars, dollars), end);
                value.Hole(open, at - open);
            }

            value.Verbatim(text, plain, end - plain);
        }

        // The offset after the braces that close a hole, past everything that it holds.
        int AfterHole(int start, int braces)
        {
            var open = 0;
            for (var at = start; at < text.Length;)
            {
                var character = text[at];
                if (character == '}' && open == 0)
                    return at + Math.Min(CountOf(text, at, '}'), braces);
                if (character is '{' or '(' or '[')
                    open++;
                else if (character is '}' or ')' or ']')
                    open--;

                at = character == '\'' ? AfterCharacter(text, at) : Scan(text, at, depth + 1) is var (_, end) ? end : at + 1;
            }

            return text.Length;
        }

        bool Doubled(int at) => at + 1 < text.Length && text[at + 1] == text[at];

        int EscapeLength(int at) => at + 1 >= text.Length ? 1 : text[at + 1] switch
        {
            'u' => 6,
            'U' => 10,
            'x' => 2 + HexDigits(at + 2, 4),
            _ => 2,
        };

        int HexDigits(int at, int most)
        {
            var count = 0;
            while (count < most && at + count < text.Length && char.IsAsciiHexDigit(text[at + count]))
                count++;
            return count;
        }

        string Unescape(int at, int length) => at + 1 >= text.Length ? "" : text[at + 1] switch
        {
            '0' => "\0",
            'a' => "\a",
            'b' => "\b",
            'e' => "\e",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'v' => "\v",
            'u' or 'U' or 'x' => CodePoint(at + 2, length - 2),
            var character => character.ToString(),
        };

        string CodePoint(int at, int digits) =>
            at + digits <= text.Length && int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                ? code is >= 0xD800 and < 0xE000 ? ((char)code).ToString() : code is >= 0 and <= 0x10FFFF ? char.ConvertFromUtf32(code) : ""
                : "";

        int StartOfLine(int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

        int EndOfLine(int at) => text.AsSpan(at).IndexOfAny('\r', '\n') is var length and >= 0 ? at + length : text.Length;

        int AfterLineBreak(int at)
        {
            var end = EndOfLine(at);
            return end >= text.Length ? end : text[end] == '\r' && Doubling(end, '\n') ? end + 2 : end + 1;
        }

        int BeforeLineBreak(int startOfLine) =>
            startOfLine >= 2 && text[startOfLine - 2] == '\r' ? startOfLine - 2 : Math.Max(startOfLine - 1, 0);

        bool Doubling(int at, char next) => at + 1 < text.Length && text[at + 1] == next;
    }
}
