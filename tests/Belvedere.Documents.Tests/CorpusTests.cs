using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;
using Belvedere.Testing;

namespace Belvedere.Documents.Tests;

/// <summary>Real rules, dashboards, schemas and configurations come through unchanged.</summary>
public sealed class CorpusTests
{
    static readonly string[] Folders = ["acm-samples", "crds", "dashboards", "k8s-openapi", "mco-metrics-list", "openshift", "prometheus-config", "promql-tests", "rules", "rules-testdata"];

    // Prometheus refuses these on purpose, for what is YAML in them too: duplicate keys, and bytes under !!binary.
    static readonly string[] Refused = ["section_key_dup.bad.yml", "__static_config.bad.yml", "labelvalue.bad.yml", "labelname.bad.yml", "labelmap.bad.yml"];

    // One text of it holds half of a surrogate pair, which UTF-8 does not have.
    const string HalfACharacter = "cases.json";

    [Test]
    public void Every_YAML_file_reads_writes_and_reads_the_same([ValueSource(nameof(Folders))] string folder) => Assert.Multiple(() =>
    {
        foreach (var file in Files(folder, ".yaml", ".yml"))
        {
            var read = YamlReader.Read(File.ReadAllBytes(file));
            Assert.That(read.IsValid, Is.Not.EqualTo(Refused.Any(file.EndsWith)), () => $"{file}: {string.Join("\n", read.Errors)}");
            if (read.IsValid)
                AssertRoundTrip(read, file);
        }
    });

    [Test]
    public void Every_JSON_file_reads_writes_and_reads_the_same([ValueSource(nameof(Folders))] string folder) => Assert.Multiple(() =>
    {
        foreach (var file in Files(folder, ".json"))
        {
            var read = JsonReader.Read(File.ReadAllBytes(file));
            Assert.That(read.IsValid, Is.Not.EqualTo(file.EndsWith(HalfACharacter)), () => $"{file}: {string.Join("\n", read.Errors)}");
            if (read.IsValid)
                AssertRoundTrip(read, file);
        }
    });

    static void AssertRoundTrip(DocumentResult read, string file)
    {
        var again = YamlReader.Read(YamlWriter.AllToUtf8(read.Documents));
        Assert.That(again.Errors, Is.Empty, file);
        Assert.That(again.Documents, Has.Count.EqualTo(read.Documents.Count), file);
        foreach (var (before, after) in read.Documents.Zip(again.Documents))
        {
            Assert.That(Node.ContentEquals(before, after), Is.True, file);
            foreach (var minified in new[] { false, true })
                Assert.That(Node.ContentEquals(JsonReader.Read(JsonWriter.ToUtf8(before, minified)).Documents.Single(), before), Is.True, file);
        }
    }

    static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Corpus.Path(folder), "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal);
}
