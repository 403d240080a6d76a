using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Belvedere.Documents;

/// <summary>Turns the bytes of a file into text: UTF-8 unless a byte order mark says UTF-16.</summary>
static class TextInput
{
    // What YAML calls printable leaves these out; some readers take a NUL for the end of the file.
    static readonly SearchValues<char> Unprintable = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    /// <summary>The text without its byte order mark, or null after an error was added.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, ReadLimits limits, List<DocumentError> errors)
    {
        if (!IsWithin(bytes.Length, limits, errors))
            return null;

        return bytes switch
        {
            [0xFF, 0xFE, ..] => DecodeUtf16(bytes[2..], Encoding.Unicode, errors),
            [0xFE, 0xFF, ..] => DecodeUtf16(bytes[2..], Encoding.BigEndianUnicode, errors),
            [0xEF, 0xBB, 0xBF, ..] => DecodeUtf8(bytes[3..], errors),
            _ => DecodeUtf8(bytes, errors),
        };
    }

    /// <summary>Whether an input is not too long; adds the error otherwise.</summary>
    public static bool IsWithin(int length, ReadLimits limits, List<DocumentError> errors)
    {
        if (length <= limits.MaxLength)
            return true;

        errors.Add(new DocumentError(
            FormattableString.Invariant($"The file is {length} long and at most {limits.MaxLength} is read: split it."), new TextSpan(1, 1, 1, 1)));
        return false;
    }

    /// <summary>Whether text holds no control characters but tabs and line ends; adds the error otherwise.</summary>
    public static bool IsPrintable(ReadOnlySpan<char> text, List<DocumentError> errors)
    {
        var at = text.IndexOfAny(Unprintable);
        if (at < 0)
            return true;

        errors.Add(new DocumentError(
            FormattableString.Invariant($"The control character U+{(int)text[at]:X4} cannot stand in a file: remove it, or write \"\\u{(int)text[at]:X4}\" in double quotes."),
            At(text, at)));
        return false;
    }

    /// <summary>The place of an offset into text.</summary>
    public static TextSpan At(ReadOnlySpan<char> text, int offset)
    {
        var before = text[..offset];
        var line = before.Count('\n') + 1;
        var column = offset - (before.LastIndexOf('\n') + 1) + 1;
        return new TextSpan(line, column, line, column + 1);
    }

    static string? DecodeUtf8(ReadOnlySpan<byte> bytes, List<DocumentError> errors)
    {
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);

        var before = new char[bytes.Length];
        Utf8.ToUtf16(bytes, before, out var read, out var written, replaceInvalidSequences: false);
        errors.Add(new DocumentError(
            FormattableString.Invariant($"The byte 0x{bytes[read]:X2} is not UTF-8: save the file as UTF-8."), At(before.AsSpan(0, written), written)));
        return null;
    }

    static string? DecodeUtf16(ReadOnlySpan<byte> bytes, Encoding encoding, List<DocumentError> errors)
    {
        var text = encoding.GetString(bytes);
        var at = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (at < 0)
            return text;

        errors.Add(new DocumentError("The file is not valid UTF-16 here: save it as UTF-8.", At(text, at)));
        return null;
    }
}
