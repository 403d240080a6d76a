using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Belvedere.Kubernetes;

/// <summary>
/// Matches texts against the patterns of schemas, which are regular expressions of RE2. The forms that nearly every object has
/// are matched by hand, so that a build that uses no other never loads the regular expressions.
/// </summary>
static class Patterns
{
    public static bool Matches(string pattern, string text) => pattern switch
    {
        @"^(0|(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$" => text is "0" || IsDuration(text, ["y", "w", "d", "h", "m", "s", "ms"]),
        @"^(0|(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$" => text is "0" || IsDuration(text, ["h", "m", "s", "ms"]),
        @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$" => IsDnsLabel(text),
        @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$" => IsDnsName(text),
        @"^[-._a-zA-Z0-9]+$" => IsConfigMapKey(text),
        @"^(http|https)://.+$" => IsUrl(text, ["http://", "https://"]),
        @"^(http|https|socks5)://.+$" => IsUrl(text, ["http://", "https://", "socks5://"]),
        _ => Engine.Matches(pattern, text),
    };

    static class Engine
    {
        static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

        public static bool Matches(string pattern, string text) => Compiled.GetOrAdd(pattern, Compile).IsMatch(text);

        // Without backtracking: what is matched can be hostile, and RE2 promises linear time.
        static Regex Compile(string pattern) => new(Translate(pattern), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>
    /// The same expression for .NET, where <c>$</c> also stands before a last line feed, and <c>\d</c>, <c>\w</c> and <c>\s</c>
    /// mean all of Unicode.
    /// </summary>
    internal static string Translate(string pattern)
    {
        var made = new StringBuilder(pattern.Length + 16);
        var inClass = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\' when at + 1 < pattern.Length:
                    var escaped = pattern[++at];
                    var ascii = escaped switch { 'd' => "0-9", 'w' => "0-9A-Za-z_", 's' => "\\t\\n\\f\\r ", _ => null };
                    made.Append(ascii is null ? $"\\{escaped}" : inClass ? ascii : $"[{ascii}]");
                    break;
                case '[' when inClass:
                    made.Append("\\[");
                    break;
                case '[':
                    inClass = true;
                    made.Append('[');
                    // What stands first in a class is a letter, even the closing bracket.
                    if (at + 1 < pattern.Length && pattern[at + 1] is '^')
                        made.Append(pattern[++at]);
                    if (at + 1 < pattern.Length && pattern[at + 1] is ']')
                    {
                        made.Append("\\]");
                        at++;
                    }

                    break;
                case ']' when inClass:
                    inClass = false;
                    made.Append(']');
                    break;
                case '$' when !inClass:
                    made.Append("\\z");
                    break;
                case var letter:
                    made.Append(letter);
                    break;
            }
        }

        return made.ToString();
    }

    // Units in their order, each at most once; no unit at all is a duration too.
    static bool IsDuration(string text, ReadOnlySpan<string> units)
    {
        var rest = text.AsSpan();
        foreach (var unit in units)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits > 0 && rest[digits..].StartsWith(unit, StringComparison.Ordinal) && !(unit is "m" && rest[digits..].StartsWith("ms", StringComparison.Ordinal)))
                rest = rest[(digits + unit.Length)..];
        }

        return rest.IsEmpty;
    }

    static bool IsDnsName(string text)
    {
        foreach (var label in text.AsSpan().Split('.'))
            if (!IsDnsLabel(text.AsSpan()[label]))
                return false;
        return true;
    }

    static bool IsDnsLabel(ReadOnlySpan<char> text) =>
        text.Length > 0 && text[0] is not '-' && text[^1] is not '-' && text.IndexOfAnyExcept(DnsLetters) < 0;

    static bool IsConfigMapKey(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExcept(KeyLetters) < 0;

    // "." of RE2 is every letter but a line feed.
    static bool IsUrl(string text, ReadOnlySpan<string> schemes)
    {
        foreach (var scheme in schemes)
            if (text.StartsWith(scheme, StringComparison.Ordinal) && text.Length > scheme.Length)
                return text.AsSpan(scheme.Length).IndexOf('\n') < 0;
        return false;
    }

    static readonly System.Buffers.SearchValues<char> DnsLetters = System.Buffers.SearchValues.Create("-0123456789abcdefghijklmnopqrstuvwxyz");
    static readonly System.Buffers.SearchValues<char> KeyLetters = System.Buffers.SearchValues.Create("-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
