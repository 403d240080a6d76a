namespace Belvedere.Emission.OnDisk;

/// <summary>What earlier writes say about the output folder: its layout, its lock, and the journal of a write that did not end.</summary>
/// <param name="Layout">The bytes of the layout file; none when it is absent.</param>
/// <param name="Lock">The lock's files by path.</param>
/// <param name="Unfinished">The journal that a write left which did not end; null when there is none.</param>
sealed record PreviousOutput(byte[] Layout, IReadOnlyDictionary<string, byte[]> Lock, byte[]? Unfinished)
{
    // More than the lock of a million files; a larger file is not ours.
    const long LargestFile = 256 << 20;

    /// <summary>Reads them; null while another build writes.</summary>
    public static PreviousOutput? Read(string folder)
    {
        try
        {
            return new PreviousOutput(
                ReadIfPresent(new FileInfo(Path.Combine(folder, LayoutFile.Path))) ?? [],
                ReadLock(folder),
                ReadIfPresent(new FileInfo(Path.Combine(folder, Journal.Path))));
        }
        catch (IOException exception) when (Journal.IsHeld(exception))
        {
            return null;
        }
    }

    /// <summary>Whether the layout or the journal is another by now: another build has been here.</summary>
    public bool IsOutdated(string folder, Journal held) =>
        held.Length != (Unfinished?.Length ?? 0)
        || !Layout.AsSpan().SequenceEqual(ReadIfPresent(new FileInfo(Path.Combine(folder, LayoutFile.Path))) ?? []);

    static Dictionary<string, byte[]> ReadLock(string folder)
    {
        var shards = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var lockFolder = new DirectoryInfo(Path.Combine(folder, OutputLock.Folder));
        if (lockFolder.Exists)
            foreach (var file in lockFolder.EnumerateFiles("*" + OutputLock.Extension))
                if (ReadIfPresent(file) is { } content)
                    shards.Add($"{OutputLock.Folder}/{file.Name}", content);
        return shards;
    }

    static byte[]? ReadIfPresent(FileInfo file)
    {
        if (!file.Exists)
            return null;
        if (file.Length > LargestFile)
            throw new IOException(FormattableString.Invariant($"{file.FullName} holds {file.Length} bytes, more than Belvedere writes into such a file."));

        return File.ReadAllBytes(file.FullName);
    }
}
