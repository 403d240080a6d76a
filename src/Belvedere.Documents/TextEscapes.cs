namespace Belvedere.Documents;

/// <summary>What YAML and JSON escape between quotation marks. The escapes are the same in both.</summary>
static class TextEscapes
{
    /// <summary>Whether a character is escaped between quotation marks. Surrogates are not: UTF-8 has their pairs.</summary>
    public static bool IsNeeded(char character) => character switch
    {
        '"' or '\\' => true,
        >= ' ' and <= '~' => false,
        _ => !IsPlainlyVisible(character) && !char.IsSurrogate(character),
    };

    /// <summary>
    /// Whether a character outside ASCII may stand unescaped on a line: no control, no line separator, no odd space, nothing of zero
    /// width or that turns the direction of a line, no half of a pair.
    /// </summary>
    public static bool IsPlainlyVisible(char character) => character switch
    {
        < '\u00A1' => false,
        '\u00AD' or '\u061C' or '\u180E' or '\u3000' or '\uFEFF' => false,
        >= '\u2000' and <= '\u200F' => false,
        >= '\u2028' and <= '\u202F' => false,
        >= '\u205F' and <= '\u206F' => false,
        >= '\uD800' and <= '\uDFFF' => false,
        >= '\uFFF0' => false,
        _ => true,
    };

    /// <summary>Writes a character's escape.</summary>
    public static void Write(ref Utf8Output output, char character)
    {
        switch (character)
        {
            case '"':
                output.Bytes("\\\""u8);
                break;
            case '\\':
                output.Bytes("\\\\"u8);
                break;
            case '\n':
                output.Bytes("\\n"u8);
                break;
            case '\t':
                output.Bytes("\\t"u8);
                break;
            case '\r':
                output.Bytes("\\r"u8);
                break;
            default:
                output.Bytes("\\u"u8);
                for (var shift = 12; shift >= 0; shift -= 4)
                    output.Byte("0123456789ABCDEF"u8[(character >> shift) & 15]);
                break;
        }
    }
}
