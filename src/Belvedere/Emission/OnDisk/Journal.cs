using System.Buffers;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Belvedere.Emission.OnDisk;

/// <summary>
/// <c>.belvedere/journal</c>: there while a write is under way. Before anything else is touched it lists every path that
/// was or will be Belvedere's, so that whatever a killed write left behind is known as ours. It is only ever appended to,
/// in segments that count once their last line is there; and it is held open alone, so that two builds cannot write at once.
/// </summary>
sealed class Journal : IDisposable
{
    public const string Path = OutputPath.Bookkeeping + "/journal";

    const string Begin = "begin", End = "end", Entry = "path";

    readonly SafeFileHandle handle;
    readonly string path;

    Journal(SafeFileHandle handle, string path) => (this.handle, this.path) = (handle, path);

    /// <summary>How long the journal is.</summary>
    public long Length => RandomAccess.GetLength(handle);

    /// <summary>Opens the journal of a folder alone, creating what is absent; null when another build holds it.</summary>
    public static Journal? Open(string folder)
    {
        var path = System.IO.Path.Combine(folder, Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        try
        {
            return new Journal(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), path);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
    }

    /// <summary>Adds a segment.</summary>
    public void Append(ReadOnlyMemory<byte> segment) => RandomAccess.Write(handle, segment.Span, Length);

    /// <summary>Ends the write: what the lock says is true again.</summary>
    public void Remove()
    {
        // Where open files can be removed, nobody can take hold of the journal in between.
        if (OperatingSystem.IsWindows())
            handle.Dispose();
        File.Delete(path);
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    /// <summary>A segment that lists paths.</summary>
    public static ReadOnlyMemory<byte> Render(string owner, IReadOnlyCollection<string> paths)
    {
        // The first line break ends what a killed write may have left of a line.
        var segment = new ArrayBufferWriter<byte>(64 * (paths.Count + 2));
        Encoding.UTF8.GetBytes($"\n{Begin}\t{owner}\n", segment);
        foreach (var path in paths)
            Encoding.UTF8.GetBytes($"{Entry}\t{path}\n", segment);
        Encoding.UTF8.GetBytes($"{End}\n", segment);
        return segment.WrittenMemory;
    }

    /// <summary>What the whole segments of a journal say.</summary>
    public static JournalContent Parse(ReadOnlySpan<byte> content)
    {
        string? owner = null, nextOwner = null;
        List<string> paths = [], next = [];
        foreach (var line in Encoding.UTF8.GetString(content).Split('\n'))
        {
            switch (line.Split('\t'))
            {
                case [Begin, var text]:
                    next.Clear();
                    nextOwner = text;
                    break;
                case [Entry, var path] when OutputPath.Problem(path) is null:
                    next.Add(path);
                    break;
                case [End]:
                    paths.AddRange(next);
                    owner = nextOwner;
                    next.Clear();
                    break;
            }
        }

        return new JournalContent(owner, paths);
    }

    /// <summary>Whether a file cannot be opened because a build has it open alone.</summary>
    public static bool IsHeld(IOException exception) =>
        // The sharing violation of Windows, and EWOULDBLOCK of Linux and of macOS.
        exception.HResult is unchecked((int)0x80070020) or 11 or 35;
}

/// <summary>What a journal says.</summary>
/// <param name="Owner">The project whose write it was; null when no segment is whole.</param>
/// <param name="Paths">The paths that are Belvedere's.</param>
sealed record JournalContent(string? Owner, IReadOnlyList<string> Paths);
