using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Belvedere.Documents.Json;
using Belvedere.Documents.Tests.Yaml;

namespace Belvedere.Documents.Tests.Json;

public sealed class JsonWriterTests
{
    static readonly MapNode Sample = MapNode.Of(
        ("b", ScalarNode.String("it's a < b && c + d > \"e\" \\ é 日 😀 \u2028\t")),
        ("a", new ListNode([ScalarNode.Integer(1), new ScalarNode(ScalarKind.Float, "1.50"), ScalarNode.True, ScalarNode.Null])),
        ("c", MapNode.Empty),
        ("d", ListNode.Empty));

    [Test]
    public void Indented_JSON_keeps_order_numbers_and_plain_punctuation() => Assert.That(Encoding.UTF8.GetString(JsonWriter.ToUtf8(Sample)), Is.EqualTo("""
        {
          "b": "it's a < b && c + d > \"e\" \\ é 日 \uD83D\uDE00 \u2028\t",
          "a": [
            1,
            1.50,
            true,
            null
          ],
          "c": {},
          "d": []
        }

        """));

    [Test]
    public void Minified_JSON_is_one_line() => Assert.That(Encoding.UTF8.GetString(JsonWriter.ToUtf8(Sample, minified: true)), Is.EqualTo(
        """{"b":"it's a < b && c + d > \"e\" \\ é 日 \uD83D\uDE00 \u2028\t","a":[1,1.50,true,null],"c":{},"d":[]}"""));

    [Test]
    public void Every_string_reads_back_as_value_and_key() => Assert.Multiple(() =>
    {
        foreach (var text in Strings.All())
        {
            using var read = JsonDocument.Parse(JsonWriter.ToUtf8(MapNode.Of((text, ScalarNode.String(text)))));
            Assert.That(read.RootElement.EnumerateObject().Single().Name, Is.EqualTo(text));
            Assert.That(read.RootElement.EnumerateObject().Single().Value.GetString(), Is.EqualTo(text));
        }
    });

    [TestCase(@"\uD83D", "\uFFFD")]
    [TestCase(@"\uDE00a", "\uFFFDa")]
    [TestCase(@"a\uD83D\uD83D\uDE00", "a\uFFFD😀")]
    public void Half_a_character_becomes_the_replacement_character(string escaped, string read) =>
        Assert.That(JsonDocument.Parse(JsonWriter.ToUtf8(ScalarNode.String(Regex.Unescape(escaped)))).RootElement.GetString(), Is.EqualTo(read));

    // A dashboard in a ConfigMap: its pull requests are read by people.
    [Test]
    public void JSON_text_stands_in_YAML_as_a_block_whatever_it_holds()
    {
        foreach (var text in Strings.All())
        {
            var json = Encoding.UTF8.GetString(JsonWriter.ToUtf8(MapNode.Of(("title", ScalarNode.String(text)))));
            var yaml = Encoding.UTF8.GetString(Documents.Yaml.YamlWriter.ToUtf8(MapNode.Of(("dashboard.json", ScalarNode.String(json)))));
            Assert.That(yaml, Does.StartWith("dashboard.json: |\n  {\n"));
        }
    }
}
