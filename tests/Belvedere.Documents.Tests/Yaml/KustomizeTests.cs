using System.Text.RegularExpressions;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;
using Belvedere.Testing;

namespace Belvedere.Documents.Tests.Yaml;

/// <summary>
/// Kustomize reads by YAML 1.2 and writes again what it read. What it loses on the way is listed here, and shown to be its own
/// fault: the same object given as JSON, which our YAML writer never saw, is lost too.
/// </summary>
public sealed class KustomizeTests
{
    // It copies each object through YAML without escaping these, and refuses or changes what it wrote.
    const string Lost = "\u007F\u0080\u0085\u009F\uFFFE\uFFFF";

    // Its copy is YAML without the question mark that a longer key needs.
    const int LongestKey = 1000;

    [Test]
    public void Kustomize_reads_every_string_back_save_what_it_loses_itself()
    {
        // It compares each object with each other, so that all strings would take minutes.
        var strings = Strings.Awkward().Concat(Strings.Met()).Concat(Strings.Blocks().Where((_, number) => number % 9 == 0)).Concat(Strings.Random(300))
            .Distinct(StringComparer.Ordinal).Where(text => text != "<<" && text.Length < LongestKey && !Lost.Any(text.Contains)).ToList();
        var built = Kustomize("all.yaml", YamlWriter.AllToUtf8(strings.Select((text, number) => (Node)Strings.Holder(number, text))));
        Assert.That(built.ExitCode, Is.Zero, () => built.Everything);

        var read = YamlReader.Read(built.Output);
        Assert.That(read.Errors, Is.Empty);
        var byName = read.Documents.ToDictionary(document => ((ScalarNode)document.At("metadata.name")!).Text, StringComparer.Ordinal);
        Assert.That(byName, Has.Count.EqualTo(strings.Count));
        Assert.Multiple(() =>
        {
            for (var number = 0; number < strings.Count; number++)
                Assert.That(Node.ContentEquals(byName[$"n{number}"], Strings.Holder(number, strings[number])), Is.True, () => built.Output);
        });
    }

    [Test]
    public void What_kustomize_loses_from_our_YAML_it_loses_from_JSON_too([Values] bool asJson, [ValueSource(nameof(Losses))] string escaped)
    {
        var key = Regex.Unescape(escaped);
        var holder = MapNode.Of(
            ("apiVersion", ScalarNode.String("v1")),
            ("kind", ScalarNode.String("ConfigMap")),
            ("metadata", MapNode.Of(("name", ScalarNode.String("a")))),
            ("data", MapNode.Of((key, ScalarNode.String("value")))));
        var built = asJson ? Kustomize("a.json", JsonWriter.ToUtf8(holder)) : Kustomize("a.yaml", YamlWriter.ToUtf8(holder));

        var survives = built.ExitCode == 0 && YamlReader.Read(built.Output) is { IsValid: true, Documents: [var read] } && Node.ContentEquals(read, holder);
        Assert.That(survives, Is.False, () => built.Everything);
    }

    static IEnumerable<string> Losses() => Lost.Select(character => $"a\\u{(int)character:X4}b").Append("<<").Append(new string('k', LongestKey + 25));

    static ToolResult Kustomize(string file, byte[] resources)
    {
        using var folder = new TemporaryFolder();
        folder.Write("kustomization.yaml", $"resources:\n- {file}\n");
        File.WriteAllBytes(folder.Path(file), resources);
        return Tool.Require("kubectl").Run(["kustomize", folder.Root]);
    }
}
