using System.Globalization;
using System.Text;
using System.Text.Json;
using Belvedere.Documents.Yaml;
using Belvedere.Testing;

namespace Belvedere.Documents.Tests.Yaml;

/// <summary>What we read is what clusters read.</summary>
public sealed class KubectlTests
{
    [Test]
    public void Kubectl_reads_real_manifests_as_we_do()
    {
        var files = new[] { "crds", "openshift", "rules", "rules-testdata", "acm-samples" }
            .SelectMany(folder => Directory.EnumerateFiles(Corpus.Path(folder), "*.y*ml", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)
            .Where((file, number) => number % 5 == 0 && new FileInfo(file).Length < 400_000).ToList();
        var documents = files.SelectMany(file => YamlReader.Read(File.ReadAllBytes(file)).Documents.Select(document => (file, document)))
            .Where(read => read.document is MapNode map && map["apiVersion"] is not null && map["kind"] is ScalarNode { Text: not "List" } && map.At("metadata.name") is not null)
            .ToList();
        Assert.That(documents, Has.Count.GreaterThan(100));

        // The files themselves, not what we wrote: kubectl reads the text that we read.
        Assert.Multiple(() =>
        {
            foreach (var file in documents.GroupBy(read => read.file))
                if (YamlReader.Read(File.ReadAllBytes(file.Key)).Documents is var all && all.Count == file.Count())
                    AssertSame(all, Kubectl.Read(File.ReadAllBytes(file.Key)), file.Key);
        });
    }

    [Test]
    public void Kubectl_reads_scalars_as_we_do()
    {
        string[] scalars =
        [
            "0644", "0o644", "1_000", "1:30", "190:20:30", "yes", "No", "y", "N", "On", "oFF", "~", "null", "Null", "nULL", "true", "TRUE", "tRUE", "0b11", "-0b11", "0b", "0x1F",
            "-0x1F", "0X1f", "+0x1", "0x_1F", "0xZZ", "1e3", "12e03", "1e", "e1", ".5", "-.5", "+.5", "5.", "1.e5", "1.5e+3", "1.50", "._1", ".", "..", "+", "+a", "2001-01-01",
            "2001-01-01T00:00:00Z", "08", "-08", "0o9", "0O7", "07_0", "00", "0", "-0", "+0", "0_", "_1", "1_", "-_1", "1__0", "-1_0", "1_0.5", "123456789012345678901234567890",
            "9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "-9223372036854775808", "-9223372036854775809", "0xFFFFFFFFFFFFFFFF",
            "0x1FFFFFFFFFFFFFFFF", "-0x8000000000000000", "0777777777777777777777777", "1e400", "-1e400", "1e-400", "nan", "inf", "Infinity", "=", "a<<", "12e03a", "1.2.3", "v1.2",
            "100m", "1Gi", "!!str 12", "!!int \"12\"", "!!float 3", "!!bool yes", "!!null \"\"", "! 12", "!!str", "'12'", "\"yes\"", "\"a\\x41\\u00e9\\U0001F600\\N\\_\\L\\P\\0\\a\\e\"",
            "[a, yes, 1]", "{a: 0644}", "&x a", "|+\n    a\n\n", ">\n    a\n    b\n\n    c\n     d\n", ">-\n    a\n\n\n    b", "|2\n      a\n", "a\n  b\n\n  c", "'a\n  b'", "\"a \\\n  b\"",
        ];
        var yaml = string.Concat(scalars.Select((scalar, number) => $"{Header(number)}v: {scalar}\n"));

        var read = YamlReader.Read(yaml);
        Assert.That(read.Errors, Is.Empty);
        AssertSame(read.Documents, Kubectl.Read(Encoding.UTF8.GetBytes(yaml)), "scalars");
    }

    [Test]
    public void A_line_of_blanks_above_a_block_is_no_error()
    {
        var yaml = Header(0) + "v: |\n  \n    b\n   \n    c\n";
        var read = YamlReader.Read(yaml);
        Assert.That(read.Errors, Is.Empty);
        AssertSame(read.Documents, Kubectl.Read(Encoding.UTF8.GetBytes(yaml)), yaml);
    }

    [Test]
    public void Kubectl_reads_aliases_and_merge_keys_as_we_do()
    {
        var yaml = Header(0) + """
            x: &x {a: 1, b: 2}
            w: {<<: *x, b: 3}
            z: &z {a: 9, c: [*x, *x]}
            list: {<<: [*x, *z], d: 4}
            inline: {<<: {a: b}}
            quoted: {"<<": *x}
            key: &k name
            map:
              *k : value
              1: one
              true: yes
              1.5: float
            """;

        var read = YamlReader.Read(yaml);
        Assert.That(read.Errors, Is.Empty);
        AssertSame(read.Documents, Kubectl.Read(Encoding.UTF8.GetBytes(yaml)), yaml);
    }

    [Test]
    public void Kubectl_reads_damaged_files_as_we_do()
    {
        var random = new Random(2_026);
        var texts = Enumerable.Range(0, 4_500).Select(_ => Damaged.Next(random)).Where(text => !text.Contains("---") && !text.Contains("...")).Distinct(StringComparer.Ordinal)
            .Select((text, number) => $"{Header(number)}x:\n  {text.Replace("\n", "\n  ")}\n").ToList();
        var valid = texts.Where(text => YamlReader.Read(text) is { IsValid: true, Documents: [MapNode map] } && map.Count == 4).ToList();
        Assert.That(valid, Has.Count.GreaterThan(1000));
        Assert.Multiple(() => AssertReadAlike(valid));
    }

    // One call for many; where kubectl refuses one of them, the halves tell which. YamlDotNet lets a few things pass that are no
    // YAML (a comma that is missing after a bracket, a tab after a dash); the fast parser must not.
    static void AssertReadAlike(List<string> texts)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(texts));
        if (Kubectl.Accepts(bytes))
        {
            AssertSame([.. texts.SelectMany(text => YamlReader.Read(text).Documents)], Kubectl.Read(bytes), "damaged");
        }
        else if (texts is [var text])
        {
            var nodes = 0L;
            Assert.That(BlockYaml.TryRead(text, 1, ReadLimits.Default, ref nodes, [], []), Is.False, () => $"kubectl refuses {JsonSerializer.Serialize(text)}");
        }
        else
        {
            AssertReadAlike(texts[..(texts.Count / 2)]);
            AssertReadAlike(texts[(texts.Count / 2)..]);
        }
    }

    static string Header(int number) => $"---\napiVersion: v1\nkind: ConfigMap\nmetadata: {{name: n{number}}}\n";

    static void AssertSame(IReadOnlyList<Node> ours, IReadOnlyList<JsonElement> theirs, string name)
    {
        Assert.That(theirs, Has.Count.EqualTo(ours.Count), name);
        for (var number = 0; number < ours.Count; number++)
            if (Difference(ours[number], theirs[number], NodePath.Root) is { } difference)
                Assert.Fail($"{name}, document {number}: {difference}\n{JsonSerializer.Serialize(Encoding.UTF8.GetString(YamlWriter.ToUtf8(ours[number])))}\n{theirs[number].GetRawText()}");
    }

    static string? Difference(Node ours, JsonElement theirs, NodePath path)
    {
        switch (ours, theirs.ValueKind)
        {
            case (MapNode map, JsonValueKind.Object):
                var added = path.ToString() is "metadata" or "metadata.annotations";
                if (!added && map.Count != theirs.EnumerateObject().Count())
                    return $"{path}: other keys";
                return map.Select(entry => theirs.TryGetProperty(entry.Key.Text, out var value)
                    ? Difference(entry.Value, value, path.Then(entry.Key.Text))
                    : $"{path}: they lack {entry.Key.Text}").FirstOrDefault(difference => difference is not null);
            case (ListNode list, JsonValueKind.Array):
                return list.Count != theirs.GetArrayLength()
                    ? $"{path}: other length"
                    : list.Select((item, at) => Difference(item, theirs[at], path.Then(at))).FirstOrDefault(difference => difference is not null);
            case (ScalarNode { Kind: ScalarKind.String } text, JsonValueKind.String) when text.Text == theirs.GetString():
            case (ScalarNode { Kind: ScalarKind.Null }, JsonValueKind.Null):
            case (ScalarNode { Kind: ScalarKind.Null }, JsonValueKind.Object) when path.ToString() == "metadata.annotations":
            case (ScalarNode { Kind: ScalarKind.Boolean, Text: "true" }, JsonValueKind.True):
            case (ScalarNode { Kind: ScalarKind.Boolean, Text: "false" }, JsonValueKind.False):
            case (ScalarNode { IsNumber: true } number, JsonValueKind.Number) when SameNumber(number.Text, theirs.GetRawText()):
                return null;
            default:
                return $"{path} at {ours.Span}: {JsonSerializer.Serialize(ours.ToString())} against {theirs.GetRawText()}";
        }
    }

    static bool SameNumber(string ours, string theirs) =>
        decimal.TryParse(ours, CultureInfo.InvariantCulture, out var exact) && decimal.TryParse(theirs, CultureInfo.InvariantCulture, out var other) && exact == other
        || double.Parse(ours, CultureInfo.InvariantCulture) == double.Parse(theirs, CultureInfo.InvariantCulture);
}
