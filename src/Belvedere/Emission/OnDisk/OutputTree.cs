namespace Belvedere.Emission.OnDisk;

/// <summary>What lies where a file of the output belongs.</summary>
enum FileState
{
    Absent,
    Same,
    Differs,
    Folder,
    Link,
}

/// <summary>A file that the output holds, or that an earlier one held.</summary>
/// <param name="path">Relative to the output folder.</param>
/// <param name="content">What it is to hold; null for a file of an earlier output that is to go.</param>
sealed class OutputFile(string path, ReadOnlyMemory<byte>? content)
{
    public string Path { get; } = path;

    public ReadOnlyMemory<byte>? Content { get; } = content;

    /// <summary>Whether an earlier write made it, so that it may be overwritten or removed.</summary>
    public bool IsOurs { get; set; }

    /// <summary>What lies there.</summary>
    public FileState State { get; set; }
}

/// <summary>A folder of the output: as it is to be, as an earlier write left it, and what lies in it.</summary>
/// <param name="path">Relative to the output folder; empty for the output folder itself.</param>
sealed class OutputFolder(string path)
{
    public string Path { get; } = path;

    public Dictionary<string, OutputFolder> Folders { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, OutputFile> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the output holds a file in it or below it.</summary>
    public bool IsNeeded { get; set; }

    /// <summary>Whether it is there.</summary>
    public bool Exists { get; set; }

    /// <summary>Whether a symbolic link is there instead.</summary>
    public bool IsLink { get; set; }

    /// <summary>Whether a file is there instead.</summary>
    public bool IsFile { get; set; }

    /// <summary>The names of what lies in it and is neither of this output nor of an earlier one.</summary>
    public List<string> Others { get; } = [];

    /// <summary>Whether nothing is left of it once the files of the earlier output are gone.</summary>
    public bool IsVacated =>
        !IsNeeded && Others.Count == 0 && Folders.Values.All(folder => folder.IsVacated);
}

/// <summary>All folders of the output, by depth.</summary>
sealed class OutputTree
{
    readonly Dictionary<string, OutputFolder> folders = new(StringComparer.Ordinal);
    readonly Dictionary<string, OutputFolder>.AlternateLookup<ReadOnlySpan<char>> byPath;
    readonly List<List<OutputFolder>> levels = [];

    public OutputTree()
    {
        byPath = folders.GetAlternateLookup<ReadOnlySpan<char>>();
        Root = Add("", depth: 0);
    }

    /// <summary>The output folder itself.</summary>
    public OutputFolder Root { get; }

    /// <summary>The folders at each depth, beginning with the root alone; in each, the order in which they were added.</summary>
    public IReadOnlyList<IReadOnlyList<OutputFolder>> Levels => levels;

    /// <summary>All folders, parents first.</summary>
    public IEnumerable<OutputFolder> Folders => levels.SelectMany(level => level);

    /// <summary>Adds a file that the output holds.</summary>
    public void AddWanted(string path, ReadOnlyMemory<byte> content, bool isOurs)
    {
        var folder = FolderOf(path);
        folder.Files.Add(NameOf(path), new OutputFile(path, content) { IsOurs = isOurs });
        Need(folder);
    }

    /// <summary>Notes that an earlier write may have made a folder.</summary>
    public void AddFolder(string path) => Folder(path);

    /// <summary>Notes that an earlier write made a file.</summary>
    public void AddListed(string path)
    {
        var files = FolderOf(path).Files;
        var name = NameOf(path);
        if (!files.TryGetValue(name, out var file))
            files.Add(name, file = new OutputFile(path, content: null));
        file.IsOurs = true;
    }

    /// <summary>Whether a file of an earlier output lies at a path and is to go.</summary>
    public bool HasOrphan(string path) =>
        FolderOf(path).Files.TryGetValue(NameOf(path), out var file) && file is { Content: null, State: FileState.Differs };

    static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    OutputFolder FolderOf(ReadOnlySpan<char> path) => Folder(path[..Math.Max(0, path.LastIndexOf('/'))]);

    OutputFolder Folder(ReadOnlySpan<char> path)
    {
        if (byPath.TryGetValue(path, out var known))
            return known;

        var parent = FolderOf(path);
        var folder = Add(path.ToString(), path.Count('/') + 1);
        parent.Folders.Add(NameOf(folder.Path), folder);
        return folder;
    }

    OutputFolder Add(string path, int depth)
    {
        var folder = new OutputFolder(path);
        folders.Add(path, folder);
        if (levels.Count == depth)
            levels.Add([]);
        levels[depth].Add(folder);
        return folder;
    }

    void Need(OutputFolder folder)
    {
        while (!folder.IsNeeded)
        {
            folder.IsNeeded = true;
            if (folder == Root)
                return;
            folder = FolderOf(folder.Path);
        }
    }
}
