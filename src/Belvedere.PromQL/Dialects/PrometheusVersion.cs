using System.Globalization;

namespace Belvedere.PromQL;

/// <summary>A minor version of Prometheus; patch versions do not change the language.</summary>
public readonly record struct PrometheusVersion(int Major, int Minor) : IComparable<PrometheusVersion>
{
    /// <summary>Reads <c>3.14</c>, <c>v3.14</c> or <c>3.14.2</c>.</summary>
    public static bool TryParse(string text, out PrometheusVersion version)
    {
        version = default;
        var parts = (text.StartsWith("v", StringComparison.Ordinal) ? text.Substring(1) : text).Split('.');
        if (parts.Length is < 2 or > 3
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            || (parts.Length == 3 && !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            return false;

        version = new(major, minor);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(PrometheusVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <summary>Whether one version is older than another.</summary>
    public static bool operator <(PrometheusVersion left, PrometheusVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether one version is newer than another.</summary>
    public static bool operator >(PrometheusVersion left, PrometheusVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether one version is older than another, or the same.</summary>
    public static bool operator <=(PrometheusVersion left, PrometheusVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one version is newer than another, or the same.</summary>
    public static bool operator >=(PrometheusVersion left, PrometheusVersion right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}";
}
