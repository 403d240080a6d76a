using System.Text;

namespace Belvedere.Build;

/// <summary>The compiler's <c>PathMap</c> property: <c>real=mapped</c> pairs between commas, where <c>,,</c> and <c>==</c> stand for the characters themselves.</summary>
static class PathMap
{
    /// <summary>The pairs; those without both sides are left out, as the compiler refuses them anyway.</summary>
    public static IReadOnlyList<(string Real, string Mapped)> Parse(string? text)
    {
        var pairs = new List<(string, string)>();
        foreach (var entry in Split(text ?? "", ','))
        {
            var sides = Split(entry.Trim(), '=');
            if (sides.Count == 2 && sides[0].Length > 0 && sides[1].Length > 0)
                pairs.Add((Unescape(sides[0]), Unescape(sides[1])));
        }

        return pairs;
    }

    // Doubled separators stay as they are, for the next level to see.
    static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != separator)
            {
                part.Append(text[index]);
            }
            else if (index + 1 < text.Length && text[index + 1] == separator)
            {
                part.Append(separator, 2);
                index++;
            }
            else
            {
                parts.Add(part.ToString());
                part.Clear();
            }
        }

        parts.Add(part.ToString());
        return parts;
    }

    static string Unescape(string text) => text.Replace(",,", ",").Replace("==", "=");
}
