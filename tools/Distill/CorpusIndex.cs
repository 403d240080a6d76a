namespace Belvedere.Distill;

/// <summary>Where a file of the corpus comes from.</summary>
sealed record Origin(string Repository, string Commit);

/// <summary>The corpus' list of files, with the repository and commit of each.</summary>
static class CorpusIndex
{
    /// <summary>Origins by path below the corpus. The columns are path, kind, repository, commit and more.</summary>
    public static IReadOnlyDictionary<string, Origin> Read(string path) =>
        (from line in File.ReadLines(path).Skip(1)
         let cells = line.Split('\t')
         select (Path: cells[0], Origin: new Origin(cells[2], cells[3]))).ToDictionary(entry => entry.Path, entry => entry.Origin, StringComparer.Ordinal);
}
