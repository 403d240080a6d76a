using Belvedere.Diagnostics;

namespace Belvedere.Emission.OnDisk;

/// <summary>The paths of a whole output against each other: no two may be one path on any file system.</summary>
static class OutputPaths
{
    /// <summary>A finding for each path that cannot be written, in ordinal order.</summary>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<RepositoryFile> files)
    {
        var found = new List<Diagnostic>();
        var paths = new HashSet<string>(files.Count, StringComparer.OrdinalIgnoreCase);
        var folders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (OutputPath.Problem(file.Path) is { } problem)
                found.Add(OnDiskDiagnostics.NotPortable(file.Path, problem));
            else if (!paths.Add(file.Path))
                found.Add(OnDiskDiagnostics.SamePath(file.Path, paths.TryGetValue(file.Path, out var other) ? other : file.Path));
            else
                AddFolders(file.Path, folders, found);
        }

        foreach (var path in paths)
            if (folders.TryGetValue(path, out var folder))
                found.Add(OnDiskDiagnostics.FileAndFolder(path, folder));
        return found;
    }

    static void AddFolders(string path, Dictionary<string, string> folders, List<Diagnostic> found)
    {
        var known = folders.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            var folder = path.AsSpan(0, slash);
            if (!known.TryGetValue(folder, out var spelled))
            {
                var name = folder.ToString();
                folders.Add(name, name);
                continue;
            }

            // A folder that is known has brought its parents along.
            if (folder.SequenceEqual(spelled))
                return;

            found.Add(OnDiskDiagnostics.SameFolder(path, spelled));
            return;
        }
    }
}
