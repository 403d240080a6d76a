using System.Globalization;
using System.Text.RegularExpressions;

namespace Belvedere.Verifier.Sites;

/// <summary>Durations as Prometheus and Go write them, with a sign where they are times relative to now.</summary>
static partial class Durations
{
    public static TimeSpan? Parse(string? text)
    {
        if (text is null || text.Length == 0)
            return null;

        var (isPast, digits) = text[0] == '-' ? (true, text[1..]) : (false, text);
        if (digits == "0" || !Whole().IsMatch(digits))
            return digits == "0" ? TimeSpan.Zero : null;

        var sum = 0.0;
        foreach (Match part in Part().Matches(digits))
            sum += double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture) * part.Groups[2].Value switch
            {
                "ms" => 0.001,
                "s" => 1,
                "m" => 60,
                "h" => 3600,
                "d" => 86_400,
                "w" => 604_800,
                _ => 31_536_000,
            };
        return TimeSpan.FromSeconds(isPast ? -sum : sum);
    }

    [GeneratedRegex(@"^(\d+(\.\d+)?(ms|s|m|h|d|w|y))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(ms|s|m|h|d|w|y)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
