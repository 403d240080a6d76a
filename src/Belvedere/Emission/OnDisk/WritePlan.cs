using Belvedere.Diagnostics;

namespace Belvedere.Emission.OnDisk;

/// <summary>
/// What a write will do, decided before anything is touched. The order heals itself: the journal first, then what goes, then
/// what comes, then the lock, and the journal's end.
/// </summary>
sealed record WritePlan
{
    static readonly byte[] GitAttributes = "layout text eol=lf\nlock/*.tsv text eol=lf merge=union\n"u8.ToArray();

    /// <summary>The absolute path of the output folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What stands in the way; with any, nothing else is planned.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What it does to the model's files.</summary>
    public WriteSummary Summary { get; init; } = new(0, 0, 0);

    /// <summary>What follows each other.</summary>
    public IReadOnlyList<WriteStage> Stages { get; init; } = [];

    /// <summary>What is told to the journal before.</summary>
    public ReadOnlyMemory<byte> JournalSegment { get; init; }

    /// <summary>What the plan was made against.</summary>
    public PreviousOutput? Previous { get; init; }

    /// <summary>Whether the folder is right and no killed write has left its journal.</summary>
    public bool IsEmpty => Stages.Count == 0 && Previous?.Unfinished is null;

    /// <summary>What is not as it is to be.</summary>
    public IReadOnlyList<StaleFile> Stale
    {
        get
        {
            var stale = Stages.SelectMany(stage => stage.Groups).SelectMany(group => group).Select(Describe).OfType<StaleFile>();
            if (Diagnostics.Count == 0 && Previous?.Unfinished is not null)
                stale = stale.Append(new StaleFile(Journal.Path, "tells of a write that did not end"));
            return [.. stale.OrderBy(file => file.Path, StringComparer.Ordinal)];
        }
    }

    /// <summary>Compares the folder with the output.</summary>
    public static WritePlan Make(Repository repository, string folder, string owner)
    {
        if (OutputPaths.Check(repository.Files) is { Count: > 0 } problems)
            return new WritePlan { Folder = folder, Diagnostics = problems };
        if (File.Exists(folder))
            return new WritePlan { Folder = folder, Diagnostics = [OnDiskDiagnostics.OutputIsFile(folder)] };

        try
        {
            return Compare(repository, folder, LayoutFile.OneField(owner));
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            return new WritePlan { Folder = folder, Diagnostics = [OnDiskDiagnostics.CannotRead(folder, DiskFailure.Of(exception))] };
        }
    }

    static WritePlan Compare(Repository repository, string folder, string owner)
    {
        if (new FileInfo(Path.Combine(folder, Journal.Path)).LinkTarget is not null)
            return new WritePlan { Folder = folder, Diagnostics = [OnDiskDiagnostics.LinkInTheWay(Journal.Path, folder)] };
        if (PreviousOutput.Read(folder) is not { } previous)
            return new WritePlan { Folder = folder, Diagnostics = [OnDiskDiagnostics.Busy(folder)] };

        var journal = Journal.Parse(previous.Unfinished);
        if (OwnerProblem(folder, owner, LayoutFile.Parse(previous.Layout), journal) is { } problem)
            return new WritePlan { Folder = folder, Diagnostics = [problem] };

        var locks = OutputLock.Render(repository.Files);
        var tree = new OutputTree();
        AddWanted(tree, repository, owner, locks, previous.Lock);
        AddListed(tree, previous.Lock, journal);
        Survey.Take(tree, folder);

        var found = Obstacles.In(tree, folder);
        return found.Count > 0
            ? new WritePlan { Folder = folder, Diagnostics = found }
            : Plan(tree, repository.Files.Count, folder, owner, previous);
    }

    // A journal speaks for a layout file that was cut off.
    static Diagnostic? OwnerProblem(string folder, string owner, LayoutFile layout, JournalContent journal) =>
        layout.Layout > LayoutFile.CurrentLayout ? OnDiskDiagnostics.LayoutIsNewer(folder, layout.Layout, LayoutFile.CurrentLayout)
        : (journal.Owner ?? layout.Owner) is { } other && other != owner ? OnDiskDiagnostics.BelongsToAnother(folder, owner, other)
        : null;

    static void AddWanted(
        OutputTree tree,
        Repository repository,
        string owner,
        IReadOnlyList<RepositoryFile> locks,
        IReadOnlyDictionary<string, byte[]> previous)
    {
        foreach (var file in repository.Files)
            tree.AddWanted(file.Path, file.Content, isOurs: false);
        foreach (var file in locks)
            tree.AddWanted(file.Path, file.Content, isOurs: true);
        tree.AddWanted($"{OutputPath.Bookkeeping}/.gitattributes", GitAttributes, isOurs: true);
        tree.AddWanted(LayoutFile.Path, LayoutFile.Render(owner), isOurs: true);
        tree.AddFolder(OutputLock.Folder);
        foreach (var path in previous.Keys)
            if (!locks.Any(file => file.Path == path))
                tree.AddListed(path);
    }

    static void AddListed(OutputTree tree, IReadOnlyDictionary<string, byte[]> previous, JournalContent journal)
    {
        foreach (var path in journal.Paths)
            tree.AddListed(path);
        foreach (var content in previous.Values)
            foreach (var path in OutputLock.Paths(content))
                tree.AddListed(path);
    }

    static WritePlan Plan(OutputTree tree, int files, string folder, string owner, PreviousOutput previous)
    {
        List<IReadOnlyList<DiskOperation>> deletions = [], writes = [], bookkeeping = [];
        List<DiskOperation> vacated = [], vacatedBookkeeping = [];
        int written = 0, removed = 0;
        foreach (var each in tree.Folders)
        {
            var isBookkeeping = each.Path is OutputPath.Bookkeeping or OutputLock.Folder;
            DiskOperation[] gone = [.. each.Files.Values.Where(IsOrphan).Select(file => new DeleteFile(file.Path))];
            DiskOperation[] come = [.. each.Files.Values.Select(Write).OfType<DiskOperation>()];
            if (come.Length > 0 && !each.Exists)
                come = [new CreateFolder(each.Path), .. come];

            Add(isBookkeeping ? bookkeeping : deletions, gone);
            Add(isBookkeeping ? bookkeeping : writes, come);
            if (each is { Exists: true, IsVacated: true } && each != tree.Root)
                (isBookkeeping ? vacatedBookkeeping : vacated).Add(new DeleteFolder(each.Path));
            if (!isBookkeeping)
                (written, removed) = (written + come.Count(operation => operation is not CreateFolder), removed + gone.Length);
        }

        // Parents come first in the tree and last here.
        vacated.Reverse();
        WriteStage[] stages =
        [
            .. new WriteStage[]
            {
                new(deletions),
                WriteStage.InOrder(vacated),
                new(writes),
                WriteStage.InOrder([.. bookkeeping.SelectMany(group => group), .. vacatedBookkeeping]),
            }.Where(stage => stage.Groups.Count > 0),
        ];
        return new WritePlan
        {
            Folder = folder,
            Summary = new WriteSummary(written, files - written, removed),
            Stages = stages,
            JournalSegment = stages.Length == 0 ? default : Journal.Render(owner, [.. tree.Folders.SelectMany(each => each.Files.Values).Select(file => file.Path)]),
            Previous = previous,
        };
    }

    static void Add(List<IReadOnlyList<DiskOperation>> groups, DiskOperation[] operations)
    {
        if (operations.Length > 0)
            groups.Add(operations);
    }

    static bool IsOrphan(OutputFile file) => file is { Content: null, State: FileState.Differs };

    static DiskOperation? Write(OutputFile file) => (file.Content, file.State) switch
    {
        ({ } content, FileState.Absent or FileState.Folder) => new CreateFile(file.Path, content),
        ({ } content, FileState.Differs) => new RewriteFile(file.Path, content),
        _ => null,
    };

    static StaleFile? Describe(DiskOperation operation) => operation switch
    {
        CreateFile => new StaleFile(operation.Path, "is missing"),
        RewriteFile => new StaleFile(operation.Path, "is not what the model gives"),
        DeleteFile => new StaleFile(operation.Path, "is no longer part of the output"),
        DeleteFolder => new StaleFile(operation.Path, "is an empty folder that is no longer part of the output"),
        _ => null,
    };
}

/// <summary>A step of a write.</summary>
/// <param name="Groups">What may be done at once; the operations of a group follow each other.</param>
sealed record WriteStage(IReadOnlyList<IReadOnlyList<DiskOperation>> Groups)
{
    /// <summary>A stage whose operations follow each other.</summary>
    public static WriteStage InOrder(IReadOnlyList<DiskOperation> operations) => new(operations.Count > 0 ? [operations] : []);
}
