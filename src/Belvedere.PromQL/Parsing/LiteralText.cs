using System.Globalization;
using System.Text;

namespace Belvedere.PromQL;

/// <summary>What literals mean. Sources: Prometheus' <c>util/strutil</c>, Go's <c>strconv</c>, <c>model.ParseDuration</c>.</summary>
static class LiteralText
{
    /// <summary>Nanoseconds are counted in 63 bits: some 292 years.</summary>
    const double MaximumSeconds = 9223372036.854775808;

    static readonly (string Unit, double Milliseconds)[] Units =
    [
        ("y", 365.0 * 24 * 3600 * 1000), ("w", 7.0 * 24 * 3600 * 1000), ("d", 24.0 * 3600 * 1000), ("h", 3600.0 * 1000),
        ("m", 60.0 * 1000), ("s", 1000), ("ms", 1),
    ];

    /// <summary>The value of a string token that the lexer let pass.</summary>
    public static string Unquote(string text, int start, int end)
    {
        var quote = text[start];
        var escape = quote == '`' ? -1 : text.IndexOf('\\', start + 1, end - start - 2);
        return escape < 0 ? text.Substring(start + 1, end - start - 2) : Unescape(text, start + 1, end - 1);
    }

    /// <summary>The value of a number token; null with Go's message where it is none.</summary>
    public static double? Number(string text, out string? error)
    {
        error = null;
        if (text.Length < 16 && IsPlainInteger(text))
        {
            long value = 0;
            foreach (var c in text)
                value = value * 10 + (c - '0');
            return value;
        }

        if (Integer(text) is { } integer)
            return integer;

        var number = text.IndexOf('_') >= 0 ? text.Replace("_", "") : text;
        if (number.Equals("inf", StringComparison.OrdinalIgnoreCase))
            return double.PositiveInfinity;
        if (number.Equals("nan", StringComparison.OrdinalIgnoreCase))
            return double.NaN;

        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var isNumber = double.TryParse(number, styles, CultureInfo.InvariantCulture, out var parsed);
        if (isNumber && !double.IsInfinity(parsed))
            return parsed;

        error = $"strconv.ParseFloat: parsing {GoText.Quote(text)}: {(isNumber ? "value out of range" : "invalid syntax")}";
        return null;
    }

    /// <summary>The seconds of a duration token; null with Prometheus' message where it is none.</summary>
    public static double? Duration(string text, int start, int end, out string? error)
    {
        error = null;
        double milliseconds = 0;
        var last = -1;
        var i = start;
        while (i < end)
        {
            double value = 0;
            var digits = i;
            for (; i < end && text[i] is >= '0' and <= '9'; i++)
                value = value * 10 + (text[i] - '0');

            var unitStart = i;
            while (i < end && text[i] is not (>= '0' and <= '9'))
                i++;

            var unit = UnitAt(text, unitStart, i - unitStart);
            if (unit < 0 && digits < unitStart && i > unitStart)
            {
                error = $"unknown unit {GoText.Quote(text.Substring(unitStart, i - unitStart))} in duration {GoText.Quote(text.Substring(start, end - start))}";
                return null;
            }

            if (unit <= last || digits == unitStart)
            {
                error = "not a valid duration string: " + GoText.Quote(text.Substring(start, end - start));
                return null;
            }

            last = unit;
            milliseconds += value * Units[unit].Milliseconds;
        }

        var seconds = milliseconds / 1000;
        if (!IsOutOfRange(seconds))
            return seconds;

        error = "duration out of range";
        return null;
    }

    /// <summary>Whether seconds do not fit into 63 bits of nanoseconds.</summary>
    public static bool IsOutOfRange(double seconds) => !(Math.Abs(seconds) <= MaximumSeconds);

    static int UnitAt(string text, int start, int length)
    {
        for (var i = 0; i < Units.Length; i++)
            if (Units[i].Unit.Length == length && string.CompareOrdinal(text, start, Units[i].Unit, 0, length) == 0)
                return i;

        return -1;
    }

    static bool IsPlainInteger(string text)
    {
        if (text[0] == '0' && text.Length > 1)
            return false;
        foreach (var c in text)
            if (c is not (>= '0' and <= '9'))
                return false;

        return true;
    }

    // Go's ParseInt with base 0: a leading zero means octal, as in C.
    static double? Integer(string text)
    {
        var hexadecimal = text.Length > 2 && text[0] == '0' && (text[1] | 0x20) == 'x';
        var numberBase = hexadecimal ? 16 : text[0] == '0' && text.Length > 1 ? 8 : 10;
        ulong value = 0;
        var digits = 0;
        for (var i = hexadecimal ? 2 : 0; i < text.Length; i++)
        {
            if (text[i] == '_')
                continue;
            var digit = GoText.DigitValue(text[i]);
            if (digit >= numberBase || value > (long.MaxValue - (ulong)digit) / (ulong)numberBase)
                return null;
            value = value * (ulong)numberBase + (ulong)digit;
            digits++;
        }

        return digits == 0 ? null : (long)value;
    }

    static string Unescape(string text, int start, int end)
    {
        var result = new StringBuilder(end - start);
        List<byte>? bytes = null;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c != '\\')
            {
                Flush(result, bytes);
                result.Append(c);
                continue;
            }

            c = text[++i];
            if (c is 'x' or (>= '0' and <= '7'))
            {
                // Escaped bytes may together make a character.
                var octal = c != 'x';
                bytes ??= [];
                bytes.Add((byte)Digits(text, octal ? i : i + 1, octal ? 3 : 2, octal ? 8 : 16));
                i += 2;
                continue;
            }

            Flush(result, bytes);
            switch (c)
            {
                case 'u':
                    result.Append((char)Digits(text, i + 1, 4, 16));
                    i += 4;
                    break;
                case 'U':
                    result.Append(char.ConvertFromUtf32(Digits(text, i + 1, 8, 16)));
                    i += 8;
                    break;
                default:
                    result.Append(c switch { 'a' => '\a', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v', _ => c });
                    break;
            }
        }

        Flush(result, bytes);
        return result.ToString();
    }

    static int Digits(string text, int start, int count, int numberBase)
    {
        var value = 0;
        for (var i = 0; i < count; i++)
            value = value * numberBase + GoText.DigitValue(text[start + i]);

        return value;
    }

    // Bytes that are UTF-8 become characters; each other byte becomes the lone surrogate U+DC00 + byte.
    static void Flush(StringBuilder result, List<byte>? bytes)
    {
        if (bytes is null || bytes.Count == 0)
            return;

        var i = 0;
        while (i < bytes.Count)
        {
            var length = SequenceLength(bytes, i, out var rune);
            if (length == 0)
                result.Append((char)(0xDC00 + bytes[i++]));
            else
                result.Append(char.ConvertFromUtf32(rune));
            i += length;
        }

        bytes.Clear();
    }

    static int SequenceLength(List<byte> bytes, int index, out int rune)
    {
        var first = bytes[index];
        rune = first;
        if (first < 0x80)
            return 1;

        var (length, minimum) = first switch
        {
            >= 0xC2 and <= 0xDF => (2, 0x80),
            >= 0xE0 and <= 0xEF => (3, 0x800),
            >= 0xF0 and <= 0xF4 => (4, 0x10000),
            _ => (0, 0),
        };
        if (length == 0 || index + length > bytes.Count)
            return 0;

        rune = first & (0x7F >> length);
        for (var i = 1; i < length; i++)
        {
            if ((bytes[index + i] & 0xC0) != 0x80)
                return 0;
            rune = (rune << 6) | (bytes[index + i] & 0x3F);
        }

        return rune < minimum || rune > 0x10FFFF || rune is >= 0xD800 and <= 0xDFFF ? 0 : length;
    }
}
