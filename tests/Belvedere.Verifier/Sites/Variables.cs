using System.Text.RegularExpressions;

namespace Belvedere.Verifier.Sites;

/// <summary>References to environment variables, <c>$(NAME)</c>, in arguments and in configuration that Thanos expands.</summary>
static partial class Variables
{
    public static IEnumerable<string> In(string text) => Variable().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\$\(([A-Za-z_][A-Za-z0-9_]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
