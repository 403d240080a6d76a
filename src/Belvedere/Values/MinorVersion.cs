using System.Globalization;

namespace Belvedere;

/// <summary>
/// A release line such as <c>4.18</c> of OpenShift or <c>1.33</c> of Kubernetes: what they serve changes with the minor
/// release, never with a patch.
/// </summary>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number.</param>
public readonly record struct MinorVersion(int Major, int Minor) : IComparable<MinorVersion>
{
    /// <summary>
    /// Reads <c>4.18</c>, <c>v1.33</c>, <c>4.18.12</c> or <c>v1.31.5+build</c>; what follows the minor number is left
    /// out, because clusters report their whole version.
    /// </summary>
    /// <returns>Whether the text is a version; with false, <paramref name="version"/> is <c>0.0</c>.</returns>
    public static bool TryParse(string? text, out MinorVersion version)
    {
        if (SemanticVersion.TryParse(text, out var whole))
        {
            version = whole.Line;
            return true;
        }

        var rest = SemanticVersion.WithoutPrefix(text);
        var dot = rest.IndexOf('.');
        if (dot > 0
            && SemanticVersion.TryNumber(rest[..dot], out var major)
            && SemanticVersion.TryNumber(rest[(dot + 1)..], out var minor))
        {
            version = new MinorVersion(major, minor);
            return true;
        }

        version = default;
        return false;
    }

    /// <summary>The first release of the line, for example <c>4.18.0</c>.</summary>
    public SemanticVersion FirstRelease => new(Major, Minor, 0);

    /// <inheritdoc/>
    public int CompareTo(MinorVersion other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    /// <summary>Whether the left release line is older.</summary>
    public static bool operator <(MinorVersion left, MinorVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left release line is newer.</summary>
    public static bool operator >(MinorVersion left, MinorVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left release line is older or the same.</summary>
    public static bool operator <=(MinorVersion left, MinorVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left release line is newer or the same.</summary>
    public static bool operator >=(MinorVersion left, MinorVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The two numbers with a dot, for example <c>4.18</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
