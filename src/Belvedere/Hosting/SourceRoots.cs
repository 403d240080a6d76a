namespace Belvedere.Hosting;

/// <summary>One entry of a path map, read backwards.</summary>
/// <param name="Mapped">The prefix that the compiler wrote into the assembly, for example <c>/_/</c>.</param>
/// <param name="Real">The folder that it stands for.</param>
sealed record SourceRoot(string Mapped, string Real);

/// <summary>
/// Deterministic builds compile with a path map, so that captured file names and debug symbols say <c>/_/Fleet.cs</c>. Messages
/// must lead to the file that the user has open.
/// </summary>
sealed class SourceRoots(IReadOnlyList<SourceRoot> roots)
{
    public static readonly SourceRoots None = new([]);

    // The longest prefix first: a map may hold a folder and its subfolder.
    readonly SourceRoot[] roots = [.. roots.OrderByDescending(root => root.Mapped.Length)];

    /// <summary>The real path of a file: mapped prefixes undone, relative paths completed from the project's folder.</summary>
    public string Locate(string file, string projectFolder)
    {
        if (file.Length == 0)
            return file;

        foreach (var root in roots)
        {
            if (!file.StartsWith(root.Mapped, StringComparison.Ordinal))
                continue;
            var rest = file[root.Mapped.Length..];
            if (rest.Length == 0 || EndsInSeparator(root.Mapped) || IsSeparator(rest[0]))
                return Path.GetFullPath(Path.Join(root.Real, rest));
        }

        return Path.GetFullPath(file, projectFolder);
    }

    static bool EndsInSeparator(string path) => path.Length > 0 && IsSeparator(path[^1]);

    static bool IsSeparator(char character) => character is '/' or '\\';
}
