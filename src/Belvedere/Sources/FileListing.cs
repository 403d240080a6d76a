namespace Belvedere.Sources;

/// <summary>
/// The files below a folder that a pattern names: <c>*</c> and <c>?</c> stand for characters of one name, <c>**</c> for any
/// folders. The build's task compiles this file too, to see whether a listing is still what it was.
/// </summary>
static class FileListing
{
    /// <summary>
    /// Paths relative to <paramref name="root"/>, with forward slashes, each once, in ordinal order. Only folders that can
    /// match are visited, and <c>**</c> does not follow links, which may lead in circles.
    /// </summary>
    public static IReadOnlyCollection<string> Find(string root, string pattern)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (Directory.Exists(root))
            Find(root, "", pattern.Split('/'), 0, found);
        return found;
    }

    /// <summary>A short text that differs when the files differ: their number and a 64-bit FNV-1a hash of their names.</summary>
    public static string Digest(IReadOnlyCollection<string> files)
    {
        var hash = 14695981039346656037UL;
        foreach (var file in files)
        {
            foreach (var character in file)
                hash = (hash ^ character) * 1099511628211UL;
            hash = (hash ^ '\n') * 1099511628211UL;
        }

        return FormattableString.Invariant($"{files.Count}-{hash:x16}");
    }

    static void Find(string folder, string prefix, string[] pattern, int segment, SortedSet<string> found)
    {
        var name = pattern[segment];
        var last = segment == pattern.Length - 1;
        if (name == "**" && !last)
            Find(folder, prefix, pattern, segment + 1, found);

        if (last)
        {
            foreach (var file in Directory.EnumerateFiles(folder))
                if (name == "**" || Fits(name, Path.GetFileName(file)))
                    found.Add(prefix + Path.GetFileName(file));
        }

        if (last && name != "**")
            return;

        foreach (var child in new DirectoryInfo(folder).EnumerateDirectories())
        {
            if (name == "**" && (child.Attributes & FileAttributes.ReparsePoint) == 0)
                Find(child.FullName, prefix + child.Name + "/", pattern, segment, found);
            else if (name != "**" && Fits(name, child.Name))
                Find(child.FullName, prefix + child.Name + "/", pattern, segment + 1, found);
        }
    }

    // Backtracks to the last star only, so that a long row of stars costs no more than pattern times name.
    static bool Fits(string pattern, string name)
    {
        int at = 0, star = -1, retry = 0;
        for (var index = 0; index < name.Length;)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                retry = index;
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == name[index]))
            {
                at++;
                index++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                index = ++retry;
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
            at++;
        return at == pattern.Length;
    }
}
