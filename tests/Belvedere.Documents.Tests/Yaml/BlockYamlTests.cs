using System.Text.Json;
using Belvedere.Documents.Yaml;
using Belvedere.Testing;

namespace Belvedere.Documents.Tests.Yaml;

/// <summary>Whatever the fast parser takes on, it reads as the full parser does, down to the columns.</summary>
public sealed class BlockYamlTests
{
    [Test]
    public void Both_parsers_read_real_files_alike()
    {
        var files = Directory.EnumerateFiles(Corpus.Path(), "*.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var taken = 0;
        Assert.Multiple(() =>
        {
            foreach (var file in files)
                if (AssertAlike(File.ReadAllText(file), Path.GetFileName(file)))
                    taken++;
        });

        // The rest has anchors, folded blocks or brackets over several lines.
        Assert.That(taken, Is.GreaterThan(files.Count * 3 / 4));
        TestContext.Out.WriteLine($"{taken} of {files.Count} files");
    }

    [Test]
    public void Both_parsers_read_damaged_files_alike()
    {
        var random = new Random(20_261_122);
        var taken = 0;
        Assert.Multiple(() =>
        {
            for (var round = 0; round < 40_000; round++)
            {
                if (AssertAlike(Damaged.Next(random), $"round {round}"))
                    taken++;
            }
        });
        TestContext.Out.WriteLine($"{taken} of 40000 damaged files");
    }

    static bool AssertAlike(string text, string name)
    {
        List<Node> fast = [], full = [];
        List<DocumentError> fastErrors = [], fullErrors = [];
        var nodes = 0L;
        if (!BlockYaml.TryRead(text, 1, ReadLimits.Default, ref nodes, fast, fastErrors))
            return false;

        YamlReader.ReadAll(text, 1, ReadLimits.Default, ref nodes, full, fullErrors);
        // YamlDotNet refuses a line of blanks above the first line of a block; kubectl reads it (see KubectlTests).
        if (fullErrors is [{ Message: var message }] && message.StartsWith("The block of text begins wrongly", StringComparison.Ordinal))
            return true;
        Assert.That(fastErrors, Is.EqualTo(fullErrors), () => $"{name}\n{Start(text)}");
        if (fullErrors.Count == 0)
            Assert.That(string.Join("\n", fast.Select(Shown)), Is.EqualTo(string.Join("\n", full.Select(Shown))), () => $"{name}\n{Start(text)}");
        return true;
    }

    static string Start(string text) => JsonSerializer.Serialize(text.Length > 300 ? text[..300] : text);

    static string Shown(Node node) => node switch
    {
        MapNode map => $"{Placed(map.Span)}{{{string.Join(", ", map.Select(entry => $"{Shown(entry.Key)}: {Shown(entry.Value)}"))}}}",
        ListNode list => $"{Placed(list.Span)}[{string.Join(", ", list.Select(Shown))}]",
        _ => $"{Placed(node.Span)}{((ScalarNode)node).Kind} {JsonSerializer.Serialize(((ScalarNode)node).Text)} {JsonSerializer.Serialize(((ScalarNode)node).Written)}\n",
    };

    static string Placed(TextSpan span) => $"({span}-{span.EndLine}:{span.EndColumn})";
}
