namespace Belvedere.Sources;

/// <summary>Paths with <c>*</c>, <c>?</c> and <c>**</c>, matched segment by segment.</summary>
static class PathPattern
{
    /// <summary>Whether a path with forward slashes fits a pattern.</summary>
    public static bool Matches(string pattern, string path) => Matches(pattern.Split('/'), path.Split('/'));

    static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty)
            return path.IsEmpty;

        if (pattern[0] == "**")
        {
            for (var skipped = 0; skipped <= path.Length; skipped++)
                if (Matches(pattern[1..], path[skipped..]))
                    return true;
            return false;
        }

        return !path.IsEmpty
            && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false)
            && Matches(pattern[1..], path[1..]);
    }
}
