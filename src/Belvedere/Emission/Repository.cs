namespace Belvedere.Emission;

/// <summary>One file of the output.</summary>
/// <param name="Path">Relative to the output folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record RepositoryFile(string Path, ReadOnlyMemory<byte> Content);

/// <summary>The whole output in memory: every file once, in ordinal order of paths. The same model gives the same bytes.</summary>
public sealed class Repository
{
    /// <summary>The output without files.</summary>
    public static readonly Repository Empty = new([]);

    readonly RepositoryFile[] files;

    /// <summary>Takes files in any order. Paths that collide are told when the repository is written or checked.</summary>
    public Repository(IEnumerable<RepositoryFile> files)
    {
        this.files = [.. files];
        Array.Sort(this.files, static (left, right) => string.CompareOrdinal(left.Path, right.Path));
    }

    /// <summary>The files in ordinal order of their paths.</summary>
    public IReadOnlyList<RepositoryFile> Files => files;
}
