using System.Buffers;

namespace Belvedere.Documents.Yaml;

/// <summary>How a string is written so that every reader gives back the same string.</summary>
enum StringStyle
{
    /// <summary>As it is: no reader takes it for anything but text.</summary>
    Plain = 1,

    /// <summary>Between apostrophes: printable ASCII that would mean something else on its own.</summary>
    SingleQuoted,

    /// <summary>Between quotation marks: control characters and everything outside ASCII.</summary>
    DoubleQuoted,

    /// <summary>A block of lines under <c>|</c>, <c>|-</c> or <c>|+</c>.</summary>
    Literal,
}

/// <summary>
/// The quoting rule. It leans to quotes: a string is plain only where YAML 1.1 and 1.2 readers are known to agree, because one
/// cluster is read by several (kubectl by 1.1, kustomize by 1.2).
/// </summary>
static class StringStyles
{
    // A range would do, but allocates until the runtime has compiled it well, and a build is over by then.
    static readonly SearchValues<char> PrintableAscii = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    // YamlDotNet takes a word of a key that begins with an asterisk for an alias, and loses the key.
    public static StringStyle OfKey(ReadOnlySpan<char> text) =>
        !IsPrintableAscii(text) ? StringStyle.DoubleQuoted
        : text.Contains(" *", StringComparison.Ordinal) ? StringStyle.SingleQuoted
        : OfPrintableAscii(text);

    public static StringStyle OfValue(ReadOnlySpan<char> text) =>
        IsPrintableAscii(text) ? OfPrintableAscii(text)
        : CanBeLiteral(text) ? StringStyle.Literal
        : StringStyle.DoubleQuoted;

    static bool IsPrintableAscii(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(PrintableAscii);

    static StringStyle OfPrintableAscii(ReadOnlySpan<char> text) => IsPlain(text) ? StringStyle.Plain : StringStyle.SingleQuoted;

    // A first letter rules out every number, date, time and indicator; what is left to exclude are words and the two places
    // where a scalar ends early.
    static bool IsPlain(ReadOnlySpan<char> text) =>
        text is [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '/' or '_' or '(', ..]
        && text[^1] is not (' ' or ':')
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !IsReservedWord(text);

    static bool IsReservedWord(ReadOnlySpan<char> text)
    {
        if (text.Length > 8)
            return false;

        Span<char> lower = stackalloc char[8];
        lower = lower[..text.ToLowerInvariant(lower)];
        return lower is "y" or "n" or "yes" or "no" or "on" or "off" or "true" or "false" or "null" or "nan" or "inf" or "infinity";
    }

    // Readers disagree about blanks at either end of a line and about a block that starts with one; control characters need escapes.
    static bool CanBeLiteral(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\n') || text[0] is ' ' or '\n')
            return false;

        var last = '\n';
        foreach (var character in text)
        {
            if (character == '\n' ? last == ' ' : character is < ' ' or > '~' && !TextEscapes.IsPlainlyVisible(character))
                return false;
            last = character;
        }

        return last != ' ';
    }
}
