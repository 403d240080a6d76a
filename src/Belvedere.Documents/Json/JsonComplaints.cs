namespace Belvedere.Documents.Json;

/// <summary>Says what is wrong with a text that is no JSON, and what to do about it.</summary>
static class JsonComplaints
{
    /// <param name="json">The file.</param>
    /// <param name="at">The byte at which the parser stopped; the length where the file ends too early.</param>
    /// <param name="isComplete">Whether a whole value stands before it.</param>
    public static string InOurWords(ReadOnlySpan<byte> json, int at, bool isComplete)
    {
        if (at >= json.Length)
            return json.Trim(" \t\r\n"u8).IsEmpty
                ? "The file is empty: JSON needs a value, {} at least."
                : "The JSON ends before it is complete: a quote, a brace or a bracket is not closed.";

        if (at > 0 && json[at - 1] == '\\')
            return "This escape does not exist: write \\\\ for a backslash.";

        return (char)json[at] switch
        {
            '/' => "JSON has no comments: remove it.",
            '\'' => "Text stands in double quotes in JSON.",
            '}' or ']' when json[..at].TrimEnd(" \t\r\n"u8) is [.., (byte)','] => "A comma stands before the end of the list or map: remove it.",
            _ when isComplete => "A file holds one JSON value: remove what follows it.",
            '}' or ']' => "This bracket closes nothing that is open, or a value is missing before it.",
            ',' or ':' => "A key or value is missing here.",
            '"' or '{' or '[' => "A comma or a colon is missing here.",
            < ' ' => "A line end or control character stands inside text: write it as an escape, such as \\n.",
            (>= '0' and <= '9') or '+' or '-' or '.' => "This is no JSON number: no leading zeros, no plus sign, a digit on both sides of the point, or a comma is missing.",
            _ => "JSON knows no such word: put text in double quotes; only true, false, null and numbers stand without.",
        };
    }
}
