using System.Globalization;

namespace Belvedere.Kubernetes;

/// <summary>The formats of texts that API servers check.</summary>
static class Formats
{
    public static bool Fits(string format, string text) => format switch
    {
        "date-time" => IsTimestamp(text),
        "byte" => IsBase64(text),
        // int32, int64 and double are checked as kinds.
        _ => true,
    };

    // RFC 3339: a date, a time with any fraction, and a zone, which is not optional.
    static bool IsTimestamp(string text)
    {
        const string WithoutFraction = "yyyy-MM-dd'T'HH:mm:ssK";
        const int Seconds = 19;
        if (text.Length <= Seconds)
            return false;

        var zone = Seconds;
        if (text[zone] is '.')
            zone = text.AsSpan(zone + 1).IndexOfAnyExceptInRange('0', '9') is > 0 and var digits ? zone + 1 + digits : text.Length;
        return zone < text.Length
            && DateTimeOffset.TryParseExact(string.Concat(text.AsSpan(0, Seconds), text.AsSpan(zone)).ToUpperInvariant(), WithoutFraction, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    static bool IsBase64(string text)
    {
        var buffer = new byte[text.Length * 3 / 4 + 3];
        return Convert.TryFromBase64String(text, buffer, out _);
    }
}
