namespace Belvedere.Documents;

/// <summary>Finds the name that somebody meant among those that exist.</summary>
public static class NearestName
{
    // More than this many names in a message help nobody.
    const int MostListed = 12;

    // Longer texts are not slips of the keyboard, and the distance costs their product.
    const int LongestCompared = 64;

    /// <summary>
    /// The existing name that differs in the fewest letters, if it differs in at most a third of them; null when none is near.
    /// The first of several equally near counts.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length > LongestCompared)
            return null;

        var (nearest, least) = (default(string), Math.Max(1, name.Length / 3) + 1);
        foreach (var candidate in known)
            if (candidate.Length <= LongestCompared && Distance(name, candidate) is var distance && distance < least)
                (nearest, least) = (candidate, distance);
        return nearest;
    }

    /// <summary>
    /// The end of a message about an unknown name: the nearest one, or all when they are few. Begins with a space; empty when
    /// there is nothing to say.
    /// </summary>
    public static string Suggestion(string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        if (Of(name, names) is { } nearest)
            return $" Did you mean '{nearest}'?";
        return names.Count is 0 or > MostListed ? "" : $" Known are: {string.Join(", ", names.Order(StringComparer.Ordinal))}.";
    }

    // Letters that are inserted, left out, replaced or, side by side, exchanged, whatever their case.
    static int Distance(string left, string right)
    {
        Span<int> beforeLast = stackalloc int[right.Length + 1], last = stackalloc int[right.Length + 1], row = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
            last[column] = column;

        for (var at = 1; at <= left.Length; at++)
        {
            row[0] = at;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = Same(left[at - 1], right[column - 1]) ? 0 : 1;
                row[column] = Math.Min(Math.Min(row[column - 1] + 1, last[column] + 1), last[column - 1] + cost);
                if (at > 1 && column > 1 && Same(left[at - 1], right[column - 2]) && Same(left[at - 2], right[column - 1]))
                    row[column] = Math.Min(row[column], beforeLast[column - 2] + 1);
            }

            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return last[right.Length];
    }

    static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
