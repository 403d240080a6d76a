using System.Text;
using Belvedere.Emission;
using Belvedere.Testing;

namespace Belvedere.Tests.Emission;

/// <summary>Outputs and folders written in a few words.</summary>
static class Output
{
    public const string Owner = "fleet";

    /// <summary>An output of paths and contents.</summary>
    public static Repository Of(params (string Path, string Content)[] files) =>
        new(files.Select(file => new RepositoryFile(file.Path, Encoding.UTF8.GetBytes(file.Content))));

    /// <summary>Writes, and fails the test when anything is in the way.</summary>
    public static WriteSummary Write(this TemporaryFolder folder, Repository repository)
    {
        var outcome = RepositoryOnDisk.Write(repository, folder.Root, Owner);
        Assert.That(outcome.Diagnostics, Is.Empty);
        return outcome.Summary!;
    }

    /// <summary>Every file of a folder with its content, every link with its target, and every empty folder with a slash after its name.</summary>
    public static SortedDictionary<string, string> Everything(this TemporaryFolder folder) => new(
        Entries(new DirectoryInfo(folder.Root))
            .ToDictionary(entry => Path.GetRelativePath(folder.Root, entry.Path).Replace('\\', '/') + entry.Suffix, entry => entry.Content),
        StringComparer.Ordinal);

    static IEnumerable<(string Path, string Suffix, string Content)> Entries(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().SelectMany(entry => entry switch
        {
            { LinkTarget: { } target } => [(entry.FullName, "", "-> " + target)],
            DirectoryInfo inner => Entries(inner).DefaultIfEmpty((inner.FullName, "/", "")),
            _ => [(entry.FullName, "", File.ReadAllText(entry.FullName))],
        });

    /// <summary>The same without the lock's folder.</summary>
    public static SortedDictionary<string, string> Files(this TemporaryFolder folder) => new(
        folder.Everything().Where(entry => !entry.Key.StartsWith(".belvedere/", StringComparison.Ordinal)).ToDictionary(),
        StringComparer.Ordinal);

    /// <summary>What an output holds.</summary>
    public static Dictionary<string, string> Contents(this Repository repository) =>
        repository.Files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content.Span));
}
