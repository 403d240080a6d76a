using System.Text.RegularExpressions;

namespace Belvedere.Verifier.Sites;

/// <summary>Text with variables in double braces, as the add-on framework fills it: once, and an unknown one by nothing.</summary>
static partial class Templates
{
    public static string Fill(string text, IReadOnlyDictionary<string, string> variables) =>
        text.Contains("{{", StringComparison.Ordinal) ? Variable().Replace(text, match => variables.GetValueOrDefault(match.Groups[1].Value, "")) : text;

    /// <summary>The names in a text.</summary>
    public static IEnumerable<string> Names(string text) => Variable().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\{\{(.*?)\}\}", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Variable();
}
