using System.Text;

namespace Belvedere.PromQL;

/// <summary>Text inside regular expressions.</summary>
static class RegexText
{
    const string Metacharacters = "\\.+*?()|[]{}^$";

    /// <summary>A regular expression that matches the text and nothing else: Go's <c>regexp.QuoteMeta</c>.</summary>
    public static string Quote(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Metacharacters.IndexOf(c) >= 0)
                result.Append('\\');
            result.Append(c);
        }

        return result.ToString();
    }
}
