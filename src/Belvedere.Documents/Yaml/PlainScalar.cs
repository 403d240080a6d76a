using System.Globalization;

namespace Belvedere.Documents.Yaml;

/// <summary>What kubectl takes a scalar without quotes for: null, a boolean, a number, or text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The string's value, or the literal as JSON has it.</param>
readonly record struct PlainScalar(ScalarKind Kind, string Text)
{
    // A sign, 64 binary digits and a prefix; anything longer is a number only in decimal.
    const int LongestPrefixed = 67;

    /// <summary>Whether it is a number that JSON, and so Kubernetes, has no literal for.</summary>
    public static bool IsNotFinite(ReadOnlySpan<char> text) => text is
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF" or ".nan" or ".NaN" or ".NAN";

    /// <summary>
    /// Decides by the table of kubectl's reader: YAML 1.1 with its many booleans and its octal, hexadecimal, binary and
    /// underscored numbers, but without its base 60 and its dates. Kustomize differs on <c>yes</c>, <c>no</c>, <c>on</c>,
    /// <c>off</c>, <c>y</c> and <c>n</c>, which are text there.
    /// </summary>
    public static PlainScalar Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new(ScalarKind.Null, "null"),
        [>= '0' and <= '9' or '+' or '-' or '.', ..] => Number(text) ?? new(ScalarKind.String, text),
        { Length: > 5 } => new(ScalarKind.String, text),
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => new(ScalarKind.Boolean, "true"),
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => new(ScalarKind.Boolean, "false"),
        _ => new(ScalarKind.String, text),
    };

    static PlainScalar? Number(string text)
    {
        var isJson = IsJsonNumber(text, out var isWhole);
        if (isJson && isWhole && text.Length < 300)
            return new(ScalarKind.Integer, text);

        // A leading point admits no underscores, so that versions like .1_2 stay text.
        var digits = text[0] != '.' && text.Contains('_') ? text.Replace("_", "", StringComparison.Ordinal) : text;
        if (!isJson && Prefixed(digits) is { } whole)
            return new(ScalarKind.Integer, whole);

        if (!IsDecimal(digits) || !double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return null;

        var literal = isJson ? text : Canonical(digits, value);
        return new(literal.AsSpan().ContainsAny('.', 'e', 'E') ? ScalarKind.Float : ScalarKind.Integer, literal);
    }

    // Keeps every digit of a whole number: a double would round from 2^53 on.
    static string Canonical(string digits, double value)
    {
        var unsigned = digits.AsSpan(digits[0] is '+' or '-' ? 1 : 0);
        if (unsigned.ContainsAnyExceptInRange('0', '9'))
            return value.ToString("R", CultureInfo.InvariantCulture);

        unsigned = unsigned.TrimStart('0');
        return digits[0] == '-' && !unsigned.IsEmpty ? string.Concat("-", unsigned) : unsigned.IsEmpty ? "0" : unsigned.ToString();
    }

    // 0x, 0o, 0b and a bare leading 0 for octal, each with a sign; beyond 64 bits it is no whole number any more.
    static string? Prefixed(string digits)
    {
        var isNegative = digits is ['-', ..];
        var unsigned = digits.AsSpan(digits is ['-' or '+', ..] ? 1 : 0);
        if (unsigned.Length > LongestPrefixed || unsigned is not ['0', _, ..])
            return null;

        var (radix, start) = unsigned[1] switch
        {
            'x' or 'X' => (16u, 2),
            'o' or 'O' => (8u, 2),
            'b' or 'B' => (2u, 2),
            _ => (8u, 1),
        };
        if (start == unsigned.Length)
            return null;

        var most = isNegative ? (UInt128)long.MaxValue + 1 : ulong.MaxValue;
        UInt128 value = 0;
        foreach (var character in unsigned[start..])
        {
            var digit = HexDigit(character);
            if (digit >= radix || (value = (value * radix) + digit) > most)
                return null;
        }

        var literal = value.ToString(CultureInfo.InvariantCulture);
        return isNegative && value != 0 ? "-" + literal : literal;
    }

    static uint HexDigit(char character) => character switch
    {
        >= '0' and <= '9' => (uint)(character - '0'),
        >= 'a' and <= 'f' => (uint)(character - 'a' + 10),
        >= 'A' and <= 'F' => (uint)(character - 'A' + 10),
        _ => uint.MaxValue,
    };

    static bool IsJsonNumber(ReadOnlySpan<char> text, out bool isWhole)
    {
        var unsigned = text is ['-', ..] ? text[1..] : text;
        isWhole = !unsigned.IsEmpty && !unsigned.ContainsAnyExceptInRange('0', '9') && (unsigned.Length == 1 || unsigned[0] != '0');
        return isWhole || (unsigned is [>= '1' and <= '9', ..] or ['0', '.' or 'e' or 'E', ..] && IsDecimal(unsigned) && !unsigned.EndsWith('.') && !HasBarePoint(unsigned));
    }

    static bool HasBarePoint(ReadOnlySpan<char> text) => text.IndexOf('.') is >= 0 and var point && !(point + 1 < text.Length && char.IsAsciiDigit(text[point + 1]));

    // [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
    static bool IsDecimal(ReadOnlySpan<char> text)
    {
        if (text is ['-' or '+', ..])
            text = text[1..];

        var whole = DigitsAtStart(text);
        text = text[whole..];
        if (text is ['.', ..])
        {
            var fraction = DigitsAtStart(text[1..]);
            if (whole + fraction == 0)
                return false;
            text = text[(1 + fraction)..];
        }
        else if (whole == 0)
        {
            return false;
        }

        if (text is ['e' or 'E', ..])
        {
            text = text[1..];
            if (text is ['-' or '+', ..])
                text = text[1..];
            return !text.IsEmpty && DigitsAtStart(text) == text.Length;
        }

        return text.IsEmpty;
    }

    static int DigitsAtStart(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;
}
