namespace Belvedere.Knowledge;

/// <summary>The releases from one on, up to but without another. A prerelease counts as the release that it precedes.</summary>
/// <param name="From">The first release.</param>
/// <param name="Removed">The first release that is no longer in it; null: none.</param>
readonly record struct VersionRange(SemanticVersion From, SemanticVersion? Removed)
{
    /// <summary>Whether a release is in it.</summary>
    public bool Contains(SemanticVersion version) => !Precedes(version) && (Removed is not { } end || version.Release < end);

    /// <summary>Whether a release line is in it, by its first release.</summary>
    public bool Contains(MinorVersion line) => Contains(line.FirstRelease);

    /// <summary>Whether a release is older than all in it.</summary>
    public bool Precedes(SemanticVersion version) => version.Release < From;

    /// <summary>The releases in words, for example <c>4.12 to before 4.16</c> or <c>from 4.16</c>.</summary>
    public override string ToString() => (From == default, Removed) switch
    {
        (true, null) => "all",
        (true, { } end) => $"before {Short(end)}",
        (false, null) => $"from {Short(From)}",
        (false, { } end) => $"{Short(From)} to before {Short(end)}",
    };

    /// <summary>Reads a version of two or three numbers as tables write it; nothing is 0.0.0.</summary>
    internal static SemanticVersion Parse(string text) =>
        text.Length == 0 ? default
        : SemanticVersion.TryParse(text, out var version) ? version
        : MinorVersion.TryParse(text, out var line) ? line.FirstRelease
        : throw new InvalidDataException($"'{text}' in a knowledge table is no version.");

    /// <summary>A version without a patch of zero.</summary>
    internal static string Short(SemanticVersion version) => version.Patch == 0 ? version.Line.ToString() : version.ToString();
}
