using Belvedere.Diagnostics;

namespace Belvedere.Emission.OnDisk;

/// <summary>What in the output folder keeps the output from being written without harm to what is not ours.</summary>
static class Obstacles
{
    /// <summary>A finding for each, in ordinal order.</summary>
    public static IReadOnlyList<Diagnostic> In(OutputTree tree, string root)
    {
        var found = new DiagnosticBag();
        foreach (var folder in tree.Folders)
        {
            if (folder.IsNeeded && InPlaceOf(folder, tree, root) is { } obstacle)
                found.Add(obstacle);
            foreach (var (name, file) in folder.Files)
                if (file.Content is not null && InPlaceOf(file, folder.Folders.GetValueOrDefault(name), root) is { } problem)
                    found.Add(problem);
            if (folder is { IsNeeded: true, Others.Count: > 0 })
                found.AddRange(OtherSpellings(folder, root));
        }

        return found.ToSorted();
    }

    static Diagnostic? InPlaceOf(OutputFolder folder, OutputTree tree, string root) => folder switch
    {
        { IsLink: true } => OnDiskDiagnostics.LinkInTheWay(folder.Path, root),
        { IsFile: true } when !tree.HasOrphan(folder.Path) => OnDiskDiagnostics.FileInPlaceOfFolder(folder.Path, root),
        _ => null,
    };

    static Diagnostic? InPlaceOf(OutputFile file, OutputFolder? folderOfThatName, string root) => file.State switch
    {
        FileState.Link => OnDiskDiagnostics.LinkInTheWay(file.Path, root),
        FileState.Folder when folderOfThatName is not { IsVacated: true } => OnDiskDiagnostics.FolderInPlaceOfFile(file.Path, root),
        FileState.Differs when !file.IsOurs => OnDiskDiagnostics.UnknownFileInTheWay(file.Path, root),
        _ => null,
    };

    // Where case does not count, what is to be created would be written over what is there.
    static IEnumerable<Diagnostic> OtherSpellings(OutputFolder folder, string root)
    {
        var others = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var other in folder.Others)
            others.TryAdd(other, other);

        var created = folder.Files.Where(file => file.Value is { Content: not null, State: FileState.Absent }).Select(file => file.Key)
            .Concat(folder.Folders.Where(child => child.Value is { IsNeeded: true, Exists: false, IsLink: false, IsFile: false }).Select(child => child.Key));
        foreach (var name in created)
            if (others.TryGetValue(name, out var existing))
                yield return OnDiskDiagnostics.NameInTheWay(Join(folder.Path, name), Join(folder.Path, existing), root);
    }

    static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
