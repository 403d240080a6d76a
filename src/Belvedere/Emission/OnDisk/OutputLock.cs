using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Belvedere.Emission.OnDisk;

/// <summary>
/// The list of what a write left in the output folder: <c>.belvedere/lock/&lt;shard&gt;.tsv</c> with a line
/// <c>path TAB sha256</c> for each file, in ordinal order of paths. It is sharded like the output, so that pull requests
/// about different clusters do not meet in one file.
/// </summary>
static class OutputLock
{
    public const string Folder = OutputPath.Bookkeeping + "/lock";

    public const string Extension = ".tsv";

    const string Clusters = "clusters";

    /// <summary>
    /// The shard of a path: its first folder, and for a managed cluster the shard of the cluster. Two folders may share a
    /// shard, since lines hold whole paths; it is in lower case, since shards are file names.
    /// </summary>
    public static string ShardOf(string path)
    {
        var slash = path.IndexOf('/');
        if (slash < 0)
            return "root";

        var next = path.IndexOf('/', slash + 1);
        return next > 0 && path.AsSpan(0, slash).SequenceEqual(Clusters)
            ? path[(slash + 1)..next].ToLowerInvariant()
            : path[..slash].ToLowerInvariant();
    }

    /// <summary>The lock's files for an output, in ordinal order of paths.</summary>
    public static IReadOnlyList<RepositoryFile> Render(IReadOnlyList<RepositoryFile> files)
    {
        var hashes = Hash(files);
        var shards = new Dictionary<string, ArrayBufferWriter<byte>>(StringComparer.Ordinal);
        for (var i = 0; i < files.Count; i++)
        {
            var shard = ShardOf(files[i].Path);
            if (!shards.TryGetValue(shard, out var lines))
                shards.Add(shard, lines = new ArrayBufferWriter<byte>(1 << 12));
            WriteLine(lines, files[i].Path, hashes.AsSpan(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
        }

        return [.. shards.Select(shard => new RepositoryFile(FileOf(shard.Key), shard.Value.WrittenMemory)).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The lock file of a shard.</summary>
    public static string FileOf(string shard) => $"{Folder}/{shard}{Extension}";

    /// <summary>
    /// The paths that a lock file lists. Lines that are no entry are passed over: a merge conflict's markers, so that both
    /// sides count, and paths that could never have been written, so that no lock leads out of the folder.
    /// </summary>
    public static IEnumerable<string> Paths(ReadOnlyMemory<byte> content)
    {
        foreach (var line in Encoding.UTF8.GetString(content.Span).Split('\n'))
        {
            var tab = line.IndexOf('\t');
            if (tab > 0 && line.Length - tab - 1 >= 2 * SHA256.HashSizeInBytes && OutputPath.Problem(line.AsSpan(0, tab)) is null)
                yield return line[..tab];
        }
    }

    static byte[] Hash(IReadOnlyList<RepositoryFile> files)
    {
        var hashes = new byte[files.Count * SHA256.HashSizeInBytes];
        Parallel.For(0, files.Count, i =>
            SHA256.HashData(files[i].Content.Span, hashes.AsSpan(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes)));
        return hashes;
    }

    static void WriteLine(ArrayBufferWriter<byte> lines, string path, ReadOnlySpan<byte> hash)
    {
        var room = lines.GetSpan(path.Length + 2 * hash.Length + 2);
        var length = Encoding.ASCII.GetBytes(path, room);
        room[length++] = (byte)'\t';
        Convert.TryToHexStringLower(hash, room[length..], out var hex);
        length += hex;
        room[length++] = (byte)'\n';
        lines.Advance(length);
    }
}
