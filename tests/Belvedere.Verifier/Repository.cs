using System.Collections.Concurrent;

namespace Belvedere.Verifier;

/// <summary>The files of a repository as a delivery reads them.</summary>
public sealed class Repository
{
    /// <summary>Files by their paths with '/'.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>Makes a repository of files.</summary>
    /// <param name="files">Texts by path.</param>
    /// <param name="documents">What was read before, where many repositories have files in common.</param>
    public Repository(IReadOnlyDictionary<string, string> files, Documents? documents = null)
    {
        Files = files;
        Documents = documents ?? new();
    }

    internal Documents Documents { get; }

    /// <summary>Reads a folder, without what the compiler keeps for itself in <c>.belvedere</c>.</summary>
    public static Repository FromFolder(string folder) => new(
        (from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
         let path = Path.GetRelativePath(folder, file).Replace('\\', '/')
         where !path.StartsWith('.')
         select (path, file)).ToDictionary(file => file.path, file => File.ReadAllText(file.file), StringComparer.Ordinal));
}

/// <summary>Texts that were read. Trees never change, so that repositories may share them.</summary>
public sealed class Documents
{
    readonly ConcurrentDictionary<string, IReadOnlyList<Reading.Node>> read = new(StringComparer.Ordinal);

    internal IReadOnlyList<Reading.Node> Of(string text) => read.GetOrAdd(text, Reading.YamlText.Read);
}
