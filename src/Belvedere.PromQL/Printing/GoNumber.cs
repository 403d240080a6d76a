using System.Globalization;
using System.Text;

namespace Belvedere.PromQL;

/// <summary>Numbers as Go's <c>strconv</c> and Prometheus' <c>model.Duration</c> write them.</summary>
static class GoNumber
{
    static readonly (long Milliseconds, string Unit, bool WholeOnly)[] Units =
    [
        (365L * 24 * 3600 * 1000, "y", true), (7L * 24 * 3600 * 1000, "w", true), (24L * 3600 * 1000, "d", false),
        (3600L * 1000, "h", false), (60L * 1000, "m", false), (1000, "s", false), (1, "ms", false),
    ];

    /// <summary>The shortest digits that read back as the same number, without an exponent: <c>FormatFloat(v, 'f', -1, 64)</c>.</summary>
    public static void AppendShortest(StringBuilder result, double value)
    {
        if (value is > -1e15 and < 1e15 && value == Math.Truncate(value) && !IsNegativeZero(value))
        {
            result.Append((long)value);
            return;
        }

        if (AppendSpecial(result, value))
            return;
        var (digits, point) = Digits(value);
        if (point <= 0)
            result.Append("0.").Append('0', -point).Append(digits);
        else if (point >= digits.Length)
            result.Append(digits).Append('0', point - digits.Length);
        else
            result.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
    }

    /// <summary>The same digits, with an exponent where the number is large or small: Go's <c>%v</c>.</summary>
    public static void AppendGeneral(StringBuilder result, double value)
    {
        if (double.IsInfinity(value) || double.IsNaN(value) || value == 0)
        {
            AppendShortest(result, value);
            return;
        }

        var (digits, point) = Digits(value);
        var exponent = point - 1;
        if (exponent is >= -4 and < 6)
        {
            AppendShortest(result, value);
            return;
        }

        if (value < 0)
            result.Append('-');
        result.Append(digits[0]);
        if (digits.Length > 1)
            result.Append('.').Append(digits, 1, digits.Length - 1);
        result.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture));
    }

    /// <summary>Six digits after the point: Go's <c>%f</c>.</summary>
    public static string Fixed(double value)
    {
        var result = new StringBuilder();
        return AppendSpecial(result, value) && (double.IsInfinity(value) || double.IsNaN(value))
            ? result.ToString()
            : value.ToString("F6", CultureInfo.InvariantCulture);
    }

    /// <summary>Seconds in milliseconds, halves away from zero.</summary>
    public static long Milliseconds(double seconds) => (long)Math.Round(seconds * 1000, MidpointRounding.AwayFromZero);

    /// <summary>A timestamp with three digits after the point: Go's <c>%.3f</c> of its seconds.</summary>
    public static void AppendTimestamp(StringBuilder result, long milliseconds)
    {
        var absolute = Math.Abs((decimal)milliseconds);
        if (milliseconds < 0)
            result.Append('-');
        result.Append((absolute / 1000).ToString("F3", CultureInfo.InvariantCulture));
    }

    /// <summary>A length with units, longest first; a length that is not whole milliseconds as a number.</summary>
    public static void AppendDuration(StringBuilder result, double seconds)
    {
        var milliseconds = Milliseconds(seconds);
        if (milliseconds / 1000.0 != seconds && Math.Abs(seconds) < 1)
        {
            AppendShortest(result, seconds);
            return;
        }

        if (milliseconds < 0)
            result.Append('-');
        var rest = (ulong)Math.Abs((decimal)milliseconds);
        if (rest == 0)
            result.Append("0s");
        foreach (var (length, unit, wholeOnly) in Units)
        {
            var count = rest / (ulong)length;
            if (count == 0 || (wholeOnly && rest % (ulong)length != 0))
                continue;
            result.Append(count).Append(unit);
            rest -= count * (ulong)length;
        }
    }

    static bool AppendSpecial(StringBuilder result, double value)
    {
        if (double.IsNaN(value))
            result.Append("NaN");
        else if (double.IsInfinity(value))
            result.Append(value > 0 ? "+Inf" : "-Inf");
        else if (value < 0 || IsNegativeZero(value))
            result.Append('-');
        else
            return false;

        return double.IsNaN(value) || double.IsInfinity(value);
    }

    /// <summary>The digits of a number and where the point stands among them; the sign is left out.</summary>
    static (string Digits, int Point) Digits(double value)
    {
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E');
        var exponent = mark < 0 ? 0 : int.Parse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text.Substring(0, mark);
        var dot = mantissa.IndexOf('.');
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;
        var digits = mantissa.Replace(".", "");
        var leading = 0;
        while (leading < digits.Length - 1 && digits[leading] == '0')
            leading++;

        return (digits.Substring(leading).TrimEnd('0') is { Length: > 0 } trimmed ? trimmed : "0", point - leading);
    }

    static bool IsNegativeZero(double value) => value == 0 && 1 / value < 0;
}
