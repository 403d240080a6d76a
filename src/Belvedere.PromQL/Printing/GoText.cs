using System.Globalization;
using System.Text;

namespace Belvedere.PromQL;

/// <summary>Text as Go's <c>strconv</c> and <c>fmt</c> write it: Prometheus' messages and printed strings are made with them.</summary>
static class GoText
{
    const string Hex = "0123456789abcdef";

    /// <summary>Go's <c>strconv.Quote</c>.</summary>
    public static string Quote(string text)
    {
        var result = new StringBuilder(text.Length + 2);
        AppendQuoted(result, text);
        return result.ToString();
    }

    /// <summary>Go's <c>%.10q</c>: the first ten characters in quotes.</summary>
    public static string QuoteStart(string text)
    {
        var end = 0;
        for (var runes = 0; runes < 10 && end < text.Length; runes++)
            end += RuneAt(text, end) > 0xFFFF ? 2 : 1;

        return Quote(text.Substring(0, end));
    }

    /// <summary>Go's <c>strconv.AppendQuote</c>.</summary>
    public static void AppendQuoted(StringBuilder result, string text)
    {
        result.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < (char)0x7F and not '"' and not '\\')
            {
                result.Append(c);
                continue;
            }

            var rune = RuneAt(text, i);
            if (rune > 0xFFFF)
                i++;
            AppendRune(result, rune, '"');
        }

        result.Append('"');
    }

    /// <summary>Go's <c>%q</c> of a rune.</summary>
    public static string QuoteRune(int rune)
    {
        var result = new StringBuilder().Append('\'');
        AppendRune(result, IsSurrogate(rune) ? 0xFFFD : rune, '\'');
        return result.Append('\'').ToString();
    }

    /// <summary>Go's <c>%#U</c>: the code point and, if it can be seen, the character.</summary>
    public static string DescribeRune(int rune)
    {
        var code = "U+" + rune.ToString("X4", CultureInfo.InvariantCulture);
        return IsPrintable(rune) ? $"{code} '{char.ConvertFromUtf32(rune)}'" : code;
    }

    /// <summary>The code point at a place; half a pair stands for itself, and the end of the text for U+FFFD.</summary>
    public static int RuneAt(string text, int index) =>
        index >= text.Length ? 0xFFFD
        : char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1])
            : text[index];

    /// <summary>The value of a hexadecimal digit; 16 for any other character.</summary>
    public static int DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => 16,
    };

    static void AppendRune(StringBuilder result, int rune, char quote)
    {
        if (rune == quote || rune == '\\')
        {
            result.Append('\\').Append((char)rune);
            return;
        }

        // U+DC80 to U+DCFF stand for single bytes that are not UTF-8.
        if (rune is >= 0xDC80 and <= 0xDCFF)
        {
            AppendHex(result.Append("\\x"), rune - 0xDC00, 2);
            return;
        }

        if (IsPrintable(rune))
        {
            if (rune > 0xFFFF)
                result.Append(char.ConvertFromUtf32(rune));
            else
                result.Append((char)rune);
            return;
        }

        const string controls = "abtnvfr";
        if (rune is >= '\a' and <= '\r')
            result.Append('\\').Append(controls[rune - '\a']);
        else if (rune is < ' ' or 0x7F)
            AppendHex(result.Append("\\x"), rune, 2);
        else if (rune <= 0xFFFF)
            AppendHex(result.Append("\\u"), IsSurrogate(rune) ? 0xFFFD : rune, 4);
        else
            AppendHex(result.Append("\\U"), rune, 8);
    }

    static void AppendHex(StringBuilder result, int value, int digits)
    {
        for (var shift = (digits - 1) * 4; shift >= 0; shift -= 4)
            result.Append(Hex[(value >> shift) & 15]);
    }

    static bool IsSurrogate(int rune) => rune is >= 0xD800 and <= 0xDFFF;

    // Letters, marks, numbers, punctuation, symbols and the ASCII space: Go's unicode.IsPrint.
    static bool IsPrintable(int rune)
    {
        if (rune < 0x80)
            return rune is >= ' ' and < 0x7F;
        if (IsSurrogate(rune))
            return false;
#if NET
        var category = CharUnicodeInfo.GetUnicodeCategory(rune);
#else
        var category = CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(rune), 0);
#endif
        return category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }
}
