namespace Belvedere.Kubernetes;

/// <summary>Finds the name that somebody meant.</summary>
static class NearestName
{
    // Hostile keys can be long; nobody misspells a name that long.
    const int Longest = 64;

    /// <summary>The known name that is nearest, if it is near enough: another case, or one letter in three different.</summary>
    public static string? Of<T>(string name, IReadOnlyList<T> known, Func<T, string> nameOf)
    {
        if (name.Length is 0 or > Longest)
            return null;

        string? nearest = null;
        var least = Math.Max(1, name.Length / 3) + 1;
        Span<int> row = stackalloc int[Longest + 2];
        foreach (var candidate in known)
        {
            var text = nameOf(candidate);
            if (text.Equals(name, StringComparison.OrdinalIgnoreCase))
                return text;
            if (text.Length is 0 or > Longest || Math.Abs(text.Length - name.Length) >= least)
                continue;

            var distance = Distance(name, text, row);
            if (distance < least)
                (nearest, least) = (text, distance);
        }

        return nearest;
    }

    // Levenshtein's distance, with one row.
    static int Distance(string left, string right, Span<int> row)
    {
        for (var column = 0; column <= right.Length; column++)
            row[column] = column;
        for (var line = 1; line <= left.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var changed = diagonal + (left[line - 1] == right[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(changed, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
