using System.Globalization;

namespace Belvedere;

/// <summary>
/// A version of three numbers with an optional prerelease, as Thanos and Prometheus are released; ordered as semver.org
/// 2.0 item 11 says. Build metadata (<c>+…</c>) is dropped: it takes no part in the order.
/// </summary>
public readonly record struct SemanticVersion : IComparable<SemanticVersion>
{
    readonly string? prerelease;

    /// <summary>A release.</summary>
    public SemanticVersion(int major, int minor, int patch) : this(major, minor, patch, null)
    {
    }

    SemanticVersion(int major, int minor, int patch, string? prerelease)
    {
        Major = major;
        Minor = minor;
        Patch = patch;
        this.prerelease = prerelease;
    }

    /// <summary>The first number.</summary>
    public int Major { get; }

    /// <summary>The second number.</summary>
    public int Minor { get; }

    /// <summary>The third number.</summary>
    public int Patch { get; }

    /// <summary>What follows the hyphen, for example <c>rc.1</c>; empty for a release.</summary>
    public string Prerelease => prerelease ?? "";

    /// <summary>The release line: the first two numbers.</summary>
    public MinorVersion Line => new(Major, Minor);

    /// <summary>The version without its prerelease: a candidate stands for the release that it precedes.</summary>
    public SemanticVersion Release => new(Major, Minor, Patch);

    /// <summary>Reads <c>0.42.4</c>, <c>v0.42.4</c> or <c>3.2.0-rc.1+build</c>. All three numbers are needed.</summary>
    /// <returns>Whether the text is a version; with false, <paramref name="version"/> is <c>0.0.0</c>.</returns>
    public static bool TryParse(string? text, out SemanticVersion version)
    {
        version = default;
        var rest = WithoutPrefix(text);
        var build = rest.IndexOf('+');
        if (build >= 0)
            rest = rest[..build];

        string? prerelease = null;
        var hyphen = rest.IndexOf('-');
        if (hyphen >= 0)
        {
            if (!IsPrerelease(rest[(hyphen + 1)..]))
                return false;
            prerelease = rest[(hyphen + 1)..].ToString();
            rest = rest[..hyphen];
        }

        var first = rest.IndexOf('.');
        var last = rest.LastIndexOf('.');
        if (first == last
            || !TryNumber(rest[..first], out var major)
            || !TryNumber(rest[(first + 1)..last], out var minor)
            || !TryNumber(rest[(last + 1)..], out var patch))
        {
            return false;
        }

        version = new SemanticVersion(major, minor, patch, prerelease);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion other)
    {
        var byLine = Line.CompareTo(other.Line);
        if (byLine != 0)
            return byLine;
        var byPatch = Patch.CompareTo(other.Patch);
        return byPatch != 0 ? byPatch : ComparePrereleases(Prerelease, other.Prerelease);
    }

    /// <summary>Whether the left version is older.</summary>
    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left version is newer.</summary>
    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left version is older or the same.</summary>
    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left version is newer or the same.</summary>
    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The version without a leading <c>v</c>, for example <c>0.42.4</c> or <c>3.2.0-rc.1</c>.</summary>
    public override string ToString() => prerelease is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}")
        : string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}-{prerelease}");

    internal static ReadOnlySpan<char> WithoutPrefix(string? text) => text is ['v' or 'V', .. var rest] ? rest : text;

    // Digits only: no sign, space or group separator, and no overflow.
    internal static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    // Dots separate identifiers, and none of them is empty.
    static bool IsPrerelease(ReadOnlySpan<char> text)
    {
        var previous = '.';
        foreach (var character in text)
        {
            if (character == '.' ? previous == '.' : !char.IsAsciiLetterOrDigit(character) && character != '-')
                return false;
            previous = character;
        }

        return previous != '.';
    }

    static int ComparePrereleases(string left, string right)
    {
        // A release comes after its own prereleases.
        if (left.Length == 0 || right.Length == 0)
            return right.Length.CompareTo(left.Length);

        var mine = left.Split('.');
        var theirs = right.Split('.');
        for (var i = 0; i < mine.Length && i < theirs.Length; i++)
        {
            var order = CompareIdentifiers(mine[i], theirs[i]);
            if (order != 0)
                return order;
        }

        return mine.Length.CompareTo(theirs.Length);
    }

    static int CompareIdentifiers(string left, string right) =>
        (TryNumber(left, out var mine), TryNumber(right, out var theirs)) switch
        {
            (true, true) => mine.CompareTo(theirs),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(left, right),
        };
}
