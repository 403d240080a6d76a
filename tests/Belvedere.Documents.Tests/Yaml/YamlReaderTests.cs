using Belvedere.Documents.Yaml;

namespace Belvedere.Documents.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Test]
    public void Spans_tell_where_each_key_and_value_stands()
    {
        var read = YamlReader.Read("# c\na: 'é' # c\nbb:\n- c: [1, 2]\n  d: |\n    x\n    y\n- e\n").Documents.Single();

        Assert.Multiple(() =>
        {
            Assert.That(read.Span, Is.EqualTo(new TextSpan(2, 1, 8, 4)));
            Assert.That(((MapNode)read)[0].Key.Span, Is.EqualTo(new TextSpan(2, 1, 2, 2)));
            Assert.That(read.At("a")!.Span, Is.EqualTo(new TextSpan(2, 4, 2, 7)));
            Assert.That(((MapNode)read)[1].Key.Span, Is.EqualTo(new TextSpan(3, 1, 3, 3)));
            Assert.That(read.At("bb")!.Span, Is.EqualTo(new TextSpan(4, 1, 8, 4)));
            Assert.That(read.At("bb[0].c")!.Span, Is.EqualTo(new TextSpan(4, 6, 4, 12)));
            Assert.That(read.At("bb[0].d")!.Span, Is.EqualTo(new TextSpan(5, 6, 8, 1)));
            Assert.That(read.At("bb[1]")!.Span, Is.EqualTo(new TextSpan(8, 3, 8, 4)));
        });
    }

    [Test]
    public void A_scalar_keeps_what_was_written_beside_what_it_means()
    {
        var read = YamlReader.Read("a: 0644\nb: on\nc: ~\nd: 1.50\ne: 'on'\nf: 1_000\n").Documents.Single();

        Assert.That(((MapNode)read).Select(entry => (ScalarNode)entry.Value).Select(scalar => (scalar.Kind, scalar.Text, scalar.Written)), Is.EqualTo(new[]
        {
            (ScalarKind.Integer, "420", "0644"),
            (ScalarKind.Boolean, "true", "on"),
            (ScalarKind.Null, "null", "~"),
            (ScalarKind.Float, "1.50", "1.50"),
            (ScalarKind.String, "on", "on"),
            (ScalarKind.Integer, "1000", "1_000"),
        }));
    }

    [TestCase("")]
    [TestCase("# nothing\n")]
    [TestCase("---\n")]
    [TestCase("---\n---\n# nothing\n---\n")]
    [TestCase("---\n...\n")]
    [TestCase("\uFEFF")]
    public void Empty_documents_are_left_out(string yaml)
    {
        var read = YamlReader.Read(System.Text.Encoding.UTF8.GetBytes(yaml));

        Assert.That(read.Errors, Is.Empty);
        Assert.That(read.Documents, Is.Empty);
    }

    [Test]
    public void A_document_that_says_null_is_not_empty() => Assert.That(Node.ContentEquals(YamlReader.Read("--- ~\n").Documents.Single(), ScalarNode.Null), Is.True);

    [TestCase("a: 1\n---\nb: 2\n")]
    [TestCase("---\na: 1\n...\n---\nb: 2\n...\n")]
    [TestCase("%YAML 1.1\n---\na: 1\n---\n\n---\nb: 2\n")]
    public void Several_documents_are_read_in_order(string yaml)
    {
        var read = YamlReader.Read(yaml);

        Assert.That(read.Errors, Is.Empty);
        Assert.That(read.Documents.Select(document => ((MapNode)document)[0].Key.Text), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void An_alias_stands_for_its_anchor_wherever_that_is()
    {
        var read = YamlReader.Read("a: &a {x: 1}\nb: &b 1\nc: [*a, *b, &b 2, *b]\n").Documents.Single();

        Assert.That(read.At("c[0]"), Is.SameAs(read.At("a")));
        Assert.That(((ListNode)read.At("c")!).Skip(1).Select(node => node.ToString()), Is.EqualTo(new[] { "1", "2", "2" }));
    }

    [Test]
    public void A_key_of_the_map_wins_over_a_merged_one_and_the_first_merged_over_the_next()
    {
        var read = YamlReader.Read("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz: {<<: [*x, *y], a: 3}\n").Documents.Single();

        Assert.That(((MapNode)read.At("z")!).Select(entry => $"{entry.Key}={entry.Value}"), Is.EqualTo(new[] { "a=3", "b=1", "c=2" }));
    }

    [Test]
    public void Windows_line_ends_are_line_ends()
    {
        var read = YamlReader.Read("a: |\r\n  x\r\n  y\r\nb: c\r\n").Documents.Single();

        Assert.That(read.At("a")?.ToString(), Is.EqualTo("x\ny\n"));
        Assert.That(read.At("b")!.Span, Is.EqualTo(new TextSpan(4, 4, 4, 5)));
    }
}
