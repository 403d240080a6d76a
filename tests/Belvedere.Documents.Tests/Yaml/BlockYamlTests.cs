using System.Text;
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
        string[] pieces =
        [
            " ", "  ", "\n", "\n\n", "\t", "- ", "-", ": ", ":", "#", " #", " # c", "'", "\"", "{", "}", "[", "]", ", ", ",", "|", "|-\n", "|+\n", ">\n", "&a ", "*a", "!t ", "? ",
            "---\n", "...\n", "%", "a", "a: b", "\\n", "{}", "[]", "[a, b]", "{a: b}", "<<: ", "~", "yes", "1", "''", "\"\"", "\\", "=", "@", "`", "é", "😀",
        ];
        var random = new Random(20_261_122);
        var sources = Sources();
        var taken = 0;
        Assert.Multiple(() =>
        {
            for (var round = 0; round < 40_000; round++)
            {
                var text = new StringBuilder(sources[random.Next(sources.Count)]);
                for (var change = random.Next(1, 4); change > 0; change--)
                {
                    var at = random.Next(text.Length);
                    if (random.Next(3) == 0)
                        text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at));
                    else
                        text.Insert(at, pieces[random.Next(pieces.Length)]);
                    if (text.Length == 0)
                        text.Append('a');
                }

                if (AssertAlike(text.ToString(), $"round {round}"))
                    taken++;
            }
        });
        TestContext.Out.WriteLine($"{taken} of 40000 damaged files");
    }

    static bool AssertAlike(string text, string name)
    {
        List<Node> fast = [], full = [];
        List<DocumentError> fastErrors = [], fullErrors = [];
        if (!BlockYaml.TryRead(text, ReadLimits.Default, fast, fastErrors))
            return false;

        YamlReader.ReadAll(text, ReadLimits.Default, full, fullErrors);
        Assert.That(fastErrors, Is.EqualTo(fullErrors), () => $"{name}\n{Start(text)}");
        if (fullErrors.Count == 0)
            Assert.That(string.Join("\n", fast.Select(Shown)), Is.EqualTo(string.Join("\n", full.Select(Shown))), () => $"{name}\n{Start(text)}");
        return true;
    }

    // Small texts that hold every form the fast parser knows.
    static List<string> Sources() =>
    [
        "a: 1\nb:\n  c: d\n  e:\n  - f\n  - g: h\n    i: j\n  - - k\n    - l\nm: n\n",
        "# comment\na: b # comment\n\nc:\n# comment\n- d\n\n- e\n",
        "a: |\n  x\n   y\n\n  z\nb: |-\n  x\n\nc: |+\n  x\n\nd: e\n",
        "- |\n x\n- a: |\n    x\n  b: c\n",
        "a: 'b'\n'c': \"d\\n\\u00e9\"\n\"e\" : f\n",
        "a: {b: c, d: [e, 'f'], g: {}}\nh: [1, yes, ~, \"x\"]\n",
        "a: b\n  c\n\n  d\ne:\n  f\n  g\nh:\ni: j\n",
        "---\na: b\n---\n# nothing\n---\nc: d\n",
        "a:\n- b\n-\n- c:\n  - d\n  e: f\n",
        "clusters:\n- name: east\n  labels: {region: eu, team: shop}\n  version: \"4.18\"\n",
    ];

    static string Start(string text) => JsonSerializer.Serialize(text.Length > 300 ? text[..300] : text);

    static string Shown(Node node) => node switch
    {
        MapNode map => $"{Placed(map.Span)}{{{string.Join(", ", map.Select(entry => $"{Shown(entry.Key)}: {Shown(entry.Value)}"))}}}",
        ListNode list => $"{Placed(list.Span)}[{string.Join(", ", list.Select(Shown))}]",
        _ => $"{Placed(node.Span)}{((ScalarNode)node).Kind} {JsonSerializer.Serialize(((ScalarNode)node).Text)} {JsonSerializer.Serialize(((ScalarNode)node).Written)}\n",
    };

    static string Placed(TextSpan span) => $"({span}-{span.EndLine}:{span.EndColumn})";
}
