using System.Text;
using System.Text.RegularExpressions;

namespace Belvedere.PromQL.Tests.Synthesis;

/// <summary>A text that a regular expression matches: the first alternative, the fewest repetitions but one.</summary>
sealed class RegexSample
{
    readonly string pattern;
    int position;

    RegexSample(string pattern) => this.pattern = pattern;

    /// <summary>A match; null where none was found.</summary>
    public static string? Of(string pattern)
    {
        try
        {
            var sample = new RegexSample(pattern).Alternatives();
            return IsMatch(pattern, sample) ? sample : null;
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    public static bool IsMatch(string pattern, string text) => Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.Singleline, TimeSpan.FromSeconds(5));

    string Alternatives()
    {
        var first = Sequence();
        while (position < pattern.Length && pattern[position] == '|')
        {
            position++;
            var other = Sequence();
            if (first.Length == 0)
                first = other;
        }

        return first;
    }

    string Sequence()
    {
        var result = new StringBuilder();
        while (position < pattern.Length && pattern[position] is not ('|' or ')'))
        {
            var atom = Atom();
            var count = 1;
            if (position < pattern.Length && pattern[position] is '*' or '+' or '?')
                position++;
            else if (position < pattern.Length && pattern[position] == '{' && pattern.IndexOf('}', position) is > 0 and var end)
            {
                count = int.Parse(pattern[(position + 1)..end].Split(',')[0]);
                position = end + 1;
            }

            if (position < pattern.Length && pattern[position] == '?')
                position++;
            for (var i = 0; i < count; i++)
                result.Append(atom);
        }

        return result.ToString();
    }

    string Atom()
    {
        var c = pattern[position++];
        switch (c)
        {
            case '(':
                if (pattern[position] == '?')
                    position = pattern.IndexOf(':', position) + 1;
                var inner = Alternatives();
                position++;
                return inner;
            case '[':
                var negated = pattern[position] == '^';
                if (negated)
                    position++;
                var first = pattern[position] == '\\' ? Escaped(pattern[position + 1]) : pattern[position].ToString();
                position = pattern.IndexOf(']', position + 1) + 1;
                return negated ? "x" : first;
            case '.':
                return "x";
            case '^' or '$':
                return "";
            case '\\':
                return Escaped(pattern[position++]);
            default:
                return c.ToString();
        }
    }

    static string Escaped(char c) => c switch { 'd' => "1", 'w' => "w", 's' => " ", 'D' or 'S' or 'W' => "-", 'b' => "", _ => c.ToString() };
}
