namespace Belvedere.Documents;

/// <summary>Text of a file inside a message: short, on one line, without control characters.</summary>
static class Excerpt
{
    const int Longest = 60;

    public static string Of(ReadOnlySpan<char> text)
    {
        var shown = text.Length > Longest ? string.Concat(text[..(Longest - 1)], "…") : text.ToString();
        return string.Create(shown.Length, shown, static (target, source) =>
        {
            for (var at = 0; at < target.Length; at++)
                target[at] = char.IsControl(source[at]) || char.IsSurrogate(source[at]) ? '\uFFFD' : source[at];
        });
    }
}
