using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Belvedere.Documents.Yaml;

/// <content>Scalars in quotes.</content>
sealed partial class BlockYaml
{
    // Between quotes, on one line.
    bool TryQuoted([NotNullWhen(true)] out ScalarNode? scalar)
    {
        var start = at;
        var rest = text.AsSpan(at + 1, LineEnd() - at - 1);
        var value = text[at] == '\'' ? SingleQuoted(rest, out var length) : DoubleQuoted(rest, out length);
        if (value is null)
        {
            isUnsure = true;
            scalar = null;
            return false;
        }

        at += length + 2;
        scalar = new ScalarNode(ScalarKind.String, value, SpanFrom(start));
        return true;
    }

    static string? SingleQuoted(ReadOnlySpan<char> rest, out int length)
    {
        var isDoubled = false;
        for (length = 0; rest[length..].IndexOf('\'') is >= 0 and var found; length += 2)
        {
            length += found;
            if (length + 1 == rest.Length || rest[length + 1] != '\'')
                return isDoubled ? rest[..length].ToString().Replace("''", "'", StringComparison.Ordinal) : rest[..length].ToString();
            isDoubled = true;
        }

        return null;
    }

    static string? DoubleQuoted(ReadOnlySpan<char> rest, out int length)
    {
        length = rest.IndexOfAny('"', '\\');
        if (length < 0)
            return null;
        if (rest[length] == '"')
            return rest[..length].ToString();

        var value = new StringBuilder();
        for (length = 0; length < rest.Length; length++)
        {
            if (rest[length] == '"')
                return value.ToString();
            if (rest[length] != '\\')
                value.Append(rest[length]);
            else if (!TryEscape(rest, ref length, value))
                return null;
        }

        return null;
    }

    // Stands on the backslash before, and on the last character of the escape after.
    static bool TryEscape(ReadOnlySpan<char> rest, ref int length, StringBuilder value)
    {
        if (++length >= rest.Length)
            return false;

        var (character, digits) = rest[length] switch
        {
            'n' => ('\n', 0),
            't' => ('\t', 0),
            'r' => ('\r', 0),
            '0' => ('\0', 0),
            'a' => ('\a', 0),
            'b' => ('\b', 0),
            'e' => ('\e', 0),
            'f' => ('\f', 0),
            'v' => ('\v', 0),
            '"' or '\\' or '/' or ' ' => (rest[length], 0),
            'x' => ('\0', 2),
            'u' => ('\0', 4),
            _ => ('\0', -1),
        };
        if (digits < 0 || length + digits >= rest.Length)
            return false;

        if (digits > 0)
        {
            if (!ushort.TryParse(rest.Slice(length + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || char.IsSurrogate((char)code))
                return false;

            character = (char)code;
            length += digits;
        }

        value.Append(character);
        return true;
    }
}
