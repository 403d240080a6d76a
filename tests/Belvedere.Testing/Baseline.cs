namespace Belvedere.Testing;

/// <summary>
/// A folder of expected files under <c>tests/&lt;project&gt;/Baselines/&lt;case&gt;</c>. A person reads a new baseline before it is
/// accepted: run with <c>BELVEDERE_ACCEPT=1</c>, then read the diff.
/// </summary>
public static class Baseline
{
    /// <summary>Compares relative paths and contents; the failure shows each difference's first line.</summary>
    public static void Matches(string folder, IReadOnlyDictionary<string, string> actual)
    {
        if (Environment.GetEnvironmentVariable("BELVEDERE_ACCEPT") is "1")
            Accept(folder, actual);

        var expected = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText)
            : [];

        var differences = expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal)
            .Select(path => Difference(path, expected.GetValueOrDefault(path), actual.GetValueOrDefault(path)))
            .OfType<string>()
            .ToList();

        Assert.That(differences, Is.Empty, () =>
            $"{differences.Count} files differ from {folder}. Read them, then accept with BELVEDERE_ACCEPT=1:\n" + string.Join("\n", differences.Take(20)));
    }

    static void Accept(string folder, IReadOnlyDictionary<string, string> actual)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var (path, content) in actual)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, content);
        }
    }

    static string? Difference(string path, string? expected, string? actual)
    {
        if (expected is null)
            return $"{path}: not expected";
        if (actual is null)
            return $"{path}: missing";
        if (expected == actual)
            return null;

        string[] before = expected.Split('\n'), after = actual.Split('\n');
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{path}({line + 1}):\n  - {before.ElementAtOrDefault(line)}\n  + {after.ElementAtOrDefault(line)}";
    }
}
