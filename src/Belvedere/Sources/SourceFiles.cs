using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Belvedere.Sources;

/// <summary>
/// The files that a topology reads. Every read goes through here and is recorded, so that an edit of any of them makes the
/// next build run again. Paths are relative to the project's folder.
/// </summary>
/// <param name="projectFolder">The absolute path of the folder that relative paths start from.</param>
public sealed class SourceFiles(string projectFolder)
{
    // Larger than any inventory, rule file or dashboard, and small enough to hold.
    const long LargestFile = 256L << 20;

    readonly ConcurrentDictionary<string, SourceRecord> records = new(StringComparer.Ordinal);

    /// <summary>The absolute path of the folder that relative paths start from.</summary>
    public string ProjectFolder { get; } = Path.GetFullPath(projectFolder);

    /// <summary>What was read so far, by path.</summary>
    public IReadOnlyList<SourceRecord> Records => [.. records.Values.OrderBy(record => record.Path, StringComparer.Ordinal)];

    /// <summary>Reads a file whole, or says why it cannot be read.</summary>
    public SourceFile Read(string path)
    {
        var absolute = Absolute(path);
        try
        {
            var information = new FileInfo(absolute);
            if (Directory.Exists(absolute))
                return Missing(path, absolute, "it is a folder, and a file is needed");
            if (!information.Exists)
                return Missing(path, absolute, $"there is no such file in {ProjectFolder}");
            if (information.Length > LargestFile)
                return Missing(path, absolute, $"it holds {information.Length} bytes; at most {LargestFile} are read");

            var content = File.ReadAllBytes(absolute);
            records[absolute] = new SourceRecord(absolute, Convert.ToHexStringLower(SHA256.HashData(content)))
            {
                // Of before the read: an edit during it makes the record old, never the build stale.
                Length = information.Length,
                Written = information.LastWriteTimeUtc,
            };
            return new SourceFile(path, absolute, content, Problem: null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Missing(path, absolute, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>
    /// The files that a pattern names, in ordinal order. <c>*</c> and <c>?</c> stand for characters of one name, <c>**</c> for
    /// any folders. The listing itself is recorded: a new file that fits makes the next build run again.
    /// </summary>
    public IReadOnlyList<string> Find(string pattern)
    {
        var normal = pattern.Replace('\\', '/');
        if (normal.AsSpan().IndexOfAny('*', '?') < 0)
            return [normal];

        var folder = FolderBeforeWildcards(normal);
        var root = Absolute(folder.Length == 0 ? "." : folder);
        var rest = folder.Length == 0 ? normal : normal[(folder.Length + 1)..];
        var found = FileListing.Find(root, rest);
        records[$"{root}/{rest}"] = new SourceRecord(root, FileListing.Digest(found)) { Pattern = rest };
        return [.. found.Select(file => folder.Length == 0 ? file : $"{folder}/{file}")];
    }

    SourceFile Missing(string path, string absolute, string problem)
    {
        records[absolute] = new SourceRecord(absolute, Hash: null);
        return new SourceFile(path, absolute, ReadOnlyMemory<byte>.Empty, problem);
    }

    string Absolute(string path) => Path.GetFullPath(path, ProjectFolder);

    static string FolderBeforeWildcards(string pattern)
    {
        var wildcard = pattern.AsSpan().IndexOfAny('*', '?');
        var slash = pattern.LastIndexOf('/', wildcard);
        return slash < 0 ? "" : pattern[..slash];
    }
}

/// <summary>A file that was read, or the reason why it was not.</summary>
/// <param name="Path">As the model names it.</param>
/// <param name="AbsolutePath">Where it lies.</param>
/// <param name="Content">Its bytes; none when it could not be read.</param>
/// <param name="Problem">Why it could not be read, as the end of a sentence; null when it was.</param>
public sealed record SourceFile(string Path, string AbsolutePath, ReadOnlyMemory<byte> Content, string? Problem);

/// <summary>The memory of one read: of a file, of a file that was not there, or of a listing.</summary>
/// <param name="Path">An absolute path; of a listing, the folder that its pattern starts from.</param>
/// <param name="Hash">The SHA-256 of a file, the digest of a listing; null when nothing was there.</param>
public sealed record SourceRecord(string Path, string? Hash)
{
    /// <summary>The pattern of a listing, relative to <see cref="Path"/>; null for a file.</summary>
    public string? Pattern { get; init; }

    /// <summary>A file's length in bytes when it was read.</summary>
    public long Length { get; init; }

    /// <summary>When a file that was read had last been written.</summary>
    public DateTime Written { get; init; }
}
