using System.Text.Json;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;
using YamlDotNet.RepresentationModel;

namespace Belvedere.Documents.Tests.Yaml;

/// <summary>Every string reads back as itself, in every reader that stands between the file and the cluster.</summary>
public sealed class YamlWriterStringTests
{
    [Test]
    public void Kubectl_reads_every_string_back_as_value_and_key_at_every_depth()
    {
        var strings = Strings.All();
        var read = Kubectl.Read(YamlWriter.AllToUtf8(strings.Select((text, number) => (Node)Strings.Holder(number, text))));

        Assert.That(read, Has.Count.EqualTo(strings.Count));
        Assert.Multiple(() =>
        {
            for (var number = 0; number < strings.Count; number++)
                AssertSame(Strings.Holder(number, strings[number]), read[number], strings[number]);
        });
    }

    [Test]
    public void Our_reader_reads_every_string_back()
    {
        var strings = Strings.All();
        var holders = strings.Select((text, number) => (Node)Strings.Holder(number, text)).ToList();
        var read = YamlReader.Read(YamlWriter.AllToUtf8(holders));

        Assert.That(read.Errors, Is.Empty);
        Assert.That(read.Documents, Has.Count.EqualTo(holders.Count));
        Assert.Multiple(() =>
        {
            for (var number = 0; number < holders.Count; number++)
                Assert.That(Node.ContentEquals(read.Documents[number], holders[number]), Is.True, () => Shown(strings[number], holders[number]));
        });
    }

    [Test]
    public void A_second_reader_reads_every_string_back()
    {
        var strings = Strings.All();
        Assert.Multiple(() =>
        {
            for (var number = 0; number < strings.Count; number++)
            {
                var holder = Strings.Holder(number, strings[number]);
                var stream = new YamlStream();
                stream.Load(new StringReader(System.Text.Encoding.UTF8.GetString(YamlWriter.ToUtf8(holder))));
                Assert.That(Flat(stream.Documents[0].RootNode), Is.EqualTo(Flat(holder)), () => Shown(strings[Math.Min(number, strings.Count - 1)], holder));
            }
        });
    }

    [Test]
    public void A_document_that_is_a_single_string_reads_back()
    {
        var roots = Strings.All().Select(ScalarNode.String).ToList();
        var read = YamlReader.Read(YamlWriter.AllToUtf8(roots));

        Assert.That(read.Errors, Is.Empty);
        Assert.That(read.Documents.Select(document => ((ScalarNode)document).Text), Is.EqualTo(roots.Select(root => root.Text)));
    }

    static void AssertSame(Node written, JsonElement read, string text)
    {
        var understood = JsonReader.Read(read.GetRawText());
        var without = ((MapNode)understood.Documents[0]).With("metadata", ((MapNode)understood.Documents[0].At("metadata")!).Without("annotations"));
        Assert.That(Node.ContentEquals(without, written), Is.True, () => Shown(text, written));
    }

    static string Shown(string text, Node node) =>
        JsonSerializer.Serialize(text) + "\n" + System.Text.Encoding.UTF8.GetString(YamlWriter.ToUtf8(node));

    static IEnumerable<string> Flat(Node node) => node switch
    {
        MapNode map => map.SelectMany(entry => Flat(entry.Value).Prepend(entry.Key.Text)).Prepend("{"),
        ListNode list => list.SelectMany(Flat).Prepend("["),
        _ => [((ScalarNode)node).Text],
    };

    static IEnumerable<string> Flat(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(entry => Flat(entry.Value).Prepend(((YamlScalarNode)entry.Key).Value!)).Prepend("{"),
        YamlSequenceNode list => list.Children.SelectMany(Flat).Prepend("["),
        _ => [((YamlScalarNode)node).Value!],
    };
}
