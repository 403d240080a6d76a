using System.Buffers;
using System.IO.Enumeration;

namespace Belvedere.Emission.OnDisk;

/// <summary>Finds out what lies in the output folder, level by level, and compares it with what is to be there.</summary>
static class Survey
{
    const int BufferSize = 64 << 10;

    static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Fills in the tree. Nothing is opened through a link, and nothing is read whose length tells enough.</summary>
    public static void Take(OutputTree tree, string root)
    {
        tree.Root.Exists = Directory.Exists(root);
        foreach (var level in tree.Levels)
            Parallel.For(0, level.Count, i => Look(level[i], root));
    }

    static void Look(OutputFolder folder, string root)
    {
        if (!folder.Exists)
            return;

        var absolute = Path.Join(root, folder.Path);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var entries = new FileSystemEnumerable<Found>(absolute, static (ref FileSystemEntry entry) => Found.From(ref entry), Everything);
        foreach (var entry in entries)
        {
            var isOther = true;
            if (folder.Folders.TryGetValue(entry.Name, out var child))
            {
                child.IsLink = entry.IsLink;
                child.Exists = entry is { IsFolder: true, IsLink: false };
                child.IsFile = entry is { IsFolder: false, IsLink: false };
                isOther = !child.Exists;
            }

            if (folder.Files.TryGetValue(entry.Name, out var file))
            {
                file.State = StateOf(file, entry, absolute, buffer);
                isOther &= file.State is FileState.Folder or FileState.Link;
            }

            if (isOther)
                folder.Others.Add(entry.Name);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    static FileState StateOf(OutputFile file, in Found entry, string folder, byte[] buffer) => (entry, file.Content) switch
    {
        ({ IsLink: true }, _) => FileState.Link,
        ({ IsFolder: true }, _) => FileState.Folder,
        (_, null) => FileState.Differs,
        (_, { } content) when entry.Length != content.Length => FileState.Differs,
        (_, { } content) => Holds(Path.Join(folder, entry.Name), content.Span, buffer) ? FileState.Same : FileState.Differs,
    };

    static bool Holds(string path, ReadOnlySpan<byte> content, byte[] buffer)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        for (var offset = 0; offset < content.Length;)
        {
            var read = RandomAccess.Read(handle, buffer, offset);
            if (read == 0 || read > content.Length - offset || !content.Slice(offset, read).SequenceEqual(buffer.AsSpan(0, read)))
                return false;
            offset += read;
        }

        return true;
    }

    readonly record struct Found(string Name, bool IsFolder, bool IsLink, long Length)
    {
        public static Found From(ref FileSystemEntry entry)
        {
            var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
            return new Found(entry.FileName.ToString(), entry.IsDirectory, isLink, entry.IsDirectory || isLink ? 0 : entry.Length);
        }
    }
}
