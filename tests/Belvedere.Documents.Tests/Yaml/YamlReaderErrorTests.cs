using System.Text;
using Belvedere.Documents.Yaml;

namespace Belvedere.Documents.Tests.Yaml;

/// <summary>What is wrong is told at its place with the remedy, and nothing a file holds makes the reader throw.</summary>
public sealed class YamlReaderErrorTests
{
    static ReadOnlySpan<byte> Alphabet => "ab01 \n\t-:#?,[]{}&*!|>'\"%@`\\<=~.+"u8;

    [TestCase("a: 1\nb: 2\na: 3\n", "3:1", "The key a is already set at 1:1")]
    [TestCase("a: {b: 1, b: 2}\n", "1:11", "The key b is already set at 1:5")]
    [TestCase("'1': a\n1: b\n", "2:1", "The key 1 is already set at 1:1")]
    [TestCase("yes: a\n", "1:1", "The key yes reaches clusters as true")]
    [TestCase("01: a\n", "1:1", "The key 01 reaches clusters as 1")]
    [TestCase("4.10: a\n", "1:1", "The key 4.10 reaches clusters as 4.1")]
    [TestCase("1e3: a\n", "1:1", "The key 1e3 reaches clusters as 1000")]
    [TestCase("~: a\n", "1:1", "A key is missing here, or is null")]
    [TestCase("? {a: b}\n: c\n", "1:3", "A key must be text")]
    [TestCase("? [a]\n: c\n", "1:3", "A key must be text")]
    [TestCase("a: &x [b]\n? *x\n: c\n", "2:3", "A key must be text")]
    [TestCase("a: .inf\n", "1:4", ".inf is a number that neither JSON nor Kubernetes has")]
    [TestCase("a: !foo b\n", "1:4", "The tag !foo is unknown here")]
    [TestCase("a: !foo {b: c}\n", "1:4", "The tag !foo is unknown here")]
    [TestCase("a: !!binary aGk=\n", "1:4", "The tag tag:yaml.org,2002:binary is unknown here")]
    [TestCase("a: !!python/object b\n", "1:4", "The tag tag:yaml.org,2002:python/object is unknown here")]
    [TestCase("a: !!int b\n", "1:4", "b is no int, as its tag says")]
    [TestCase("a: *b\n", "1:4", "The alias *b has no anchor &b above it")]
    [TestCase("a: &x b\n---\nc: *x\n", "3:4", "The alias *x has no anchor &x above it")]
    [TestCase("a: &x\n  b: *x\n", "2:6", "The alias *x stands inside its own anchor")]
    [TestCase("&x [*x]\n", "1:5", "The alias *x stands inside its own anchor")]
    [TestCase("a: 1\n<<: {a: 2}\n", "2:1", "The merge key << stands after the key a")]
    [TestCase("<<: 1\n", "1:1", "The merge key << takes a map or a list of maps")]
    [TestCase("<<: {a: 1}\n<<: {b: 1}\n", "2:1", "The key << is already set at 1:1")]
    [TestCase("\ta: b\n", "1:2", "A tab cannot indent YAML")]
    [TestCase("a:\n  - \tb: c\n", "2:6", "A tab cannot indent YAML")]
    [TestCase("a:\n\t- b\n", null, "A tab cannot indent YAML")]
    [TestCase("a: @b\n", "1:4", "Text cannot begin with @")]
    [TestCase("a: [@b]\n", "1:5", "Text cannot begin with @")]
    [TestCase("a: [b?c]\n", "1:5", "Text in brackets cannot hold a question mark")]
    [TestCase("a: {b:, c: d}\n", "1:5", "Readers disagree about a colon in brackets")]
    [TestCase("Last *: a\nx: &y z\n", null, "A map cannot begin here")]
    [TestCase("x: &y\n  Last *: a\n", "1:4", "A word of this key begins with an asterisk")]
    [TestCase("a: 'b\n", null, "The quoted text is not closed")]
    [TestCase("a: \"b\n---\nc\"\n", null, "The quoted text is not closed")]
    [TestCase("a: \"\\q\"\n", null, "This escape does not exist")]
    [TestCase("a: \"\\uD83D\"\n", null, "Half of a character is escaped here")]
    [TestCase("a: \"\\u12\"\n", null, "An escape lacks digits")]
    [TestCase("a: [b, c\n", null, "The list in brackets is not closed here")]
    [TestCase("a: {b: c\n", null, "The map in braces is not closed here")]
    [TestCase("a: b: c\n", null, "A map cannot begin here")]
    [TestCase("a: b\n c: d\n", null, "A map cannot begin here")]
    [TestCase("a: - b\n", null, "A list item cannot begin here")]
    [TestCase("a:\n  b: c\n d: e\n", null, "This line is no \"key: value\" of the map around it")]
    [TestCase("- a\nb: c\n", null, "This line is no item of the list around it")]
    [TestCase("a: 1\nb\nc: 2\n", null, "This line is no \"key: value\" of the map around it")]
    [TestCase("a b\nc: d\n", null, "A map cannot begin here")]
    [TestCase("a: |x\n  b\n", null, "The block of text begins wrongly")]
    [TestCase("%YAML 3.0\n---\na: b\n", null, "Only YAML 1.1 and 1.2 are read")]
    [TestCase("a: !!@:[=\n", null, "The tag is not closed or holds characters that no tag may hold")]
    [TestCase("[a\n\nb: [\nc\n", null, "")]
    [TestCase("a: \u0001\n", "1:4", "The control character U+0001 cannot stand in a file")]
    [TestCase("a: \0\n", "1:4", "The control character U+0000 cannot stand in a file")]
    public void An_error_is_told_at_its_place(string yaml, string? place, string message)
    {
        var read = YamlReader.Read(yaml);

        Assert.That(read.Errors, Is.Not.Empty);
        Assert.That(read.Errors[0].Message, Does.StartWith(message));
        Assert.That(read.Errors[0].Message, Does.EndWith("."));
        if (place is not null)
            Assert.That(read.Errors[0].Span.ToString(), Is.EqualTo(place));
    }

    [Test]
    public void All_errors_of_content_are_told_in_the_order_of_the_file()
    {
        var read = YamlReader.Read("a: {b: 1, b: 2}\nc: !x d\ne:\n- .nan\n- *f\na: 2\n");

        Assert.That(read.Errors.Select(error => error.Span.ToString()), Is.EqualTo(new[] { "1:11", "2:4", "4:3", "5:3", "6:1" }));
    }

    [Test]
    public void An_error_in_one_document_leaves_the_others_readable()
    {
        var read = YamlReader.Read("a: 1\n---\nb: [\n--- # c\nc: *d\n---\n# d\nd: 4\n");

        Assert.That(read.Errors.Select(error => error.Span.Line), Is.EqualTo(new[] { 4, 5 }).Or.EqualTo(new[] { 3, 5 }));
        Assert.That(read.Documents.Select(document => document.At("a") ?? document.At("d")).OfType<Node>().Select(node => node.Span.Line), Is.EqualTo(new[] { 1, 8 }));
    }

    [Test]
    public void An_invalid_byte_is_told_at_its_place()
    {
        var read = YamlReader.Read([.. "é: b\nc: 日"u8, 0xFF, (byte)'\n']);

        Assert.That(read.Errors.Single().ToString(), Does.StartWith("2:5: The byte 0xFF is not UTF-8"));
    }

    [Test]
    public void Half_a_character_in_UTF_16_is_an_error() =>
        Assert.That(YamlReader.Read([0xFF, 0xFE, (byte)'a', 0, 0x3D, 0xD8, (byte)'b', 0]).Errors.Single().ToString(), Does.StartWith("1:2: The file is not valid UTF-16"));

    [Test]
    public void Every_byte_order_mark_is_understood() => Assert.Multiple(() =>
    {
        foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var read = YamlReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("é: 日本 😀\n")]);
            Assert.That(read.Errors, Is.Empty);
            Assert.That(((ScalarNode)read.Documents.Single().At("é")!).Text, Is.EqualTo("日本 😀"));
            Assert.That(read.Documents.Single().Span, Is.EqualTo(new TextSpan(1, 1, 1, 9)), encoding.WebName);
        }
    });

    [Test]
    public void Aliases_of_aliases_are_refused_before_they_grow()
    {
        var laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 30; level++)
            laughs.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        var read = YamlReader.Read(laughs.ToString());

        Assert.That(read.Errors.Single().Message, Does.StartWith("The file holds more than 5000000 values once its aliases are expanded"));
    }

    [Test]
    public void The_limit_is_that_of_the_file_not_of_each_document()
    {
        var limits = new ReadLimits { MaxNodes = 10 };

        Assert.That(YamlReader.Read("[1, 2, 3, 4]\n---\n[1, 2, 3, 4]\n", limits).Errors, Is.Empty);
        Assert.That(YamlReader.Read("[1, 2, 3, 4]\n---\n&x [1, 2, 3, 4]\n---\n[1]\n", limits).Errors.Single().Message, Does.StartWith("The file holds more than 10 values"));
    }

    [Test]
    public void Aliases_cannot_nest_deeper_than_the_limit()
    {
        var deep = new StringBuilder("a0: &a0 [x]\n");
        for (var level = 1; level < 300; level++)
            deep.Append($"a{level}: &a{level} [*a{level - 1}]\n");

        Assert.That(YamlReader.Read(deep.ToString()).Errors.Single().Message, Does.StartWith("Maps and lists nest deeper than 200"));
    }

    [TestCase("[")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    [TestCase("[{a: ")]
    [TestCase("&a [")]
    public void Deep_nesting_is_refused(string opening)
    {
        var text = new StringBuilder();
        for (var level = 0; level < 100_000; level++)
            text.Append(opening);

        Assert.That(YamlReader.Read(text.ToString()).Errors[0].Message, Does.StartWith("Maps and lists nest deeper than 200"));
    }

    [Test]
    public void Deep_indents_are_refused()
    {
        var text = new StringBuilder();
        for (var level = 0; level < 2_000; level++)
            text.Append(' ', level).Append("a:\n");

        Assert.That(YamlReader.Read(text.ToString()).Errors[0].Message, Does.StartWith("Maps and lists nest deeper than 200"));
    }

    [Test]
    public void A_file_beyond_the_limit_is_refused()
    {
        var limits = new ReadLimits { MaxLength = 10 };

        Assert.That(YamlReader.Read("a: 1234567", limits).Errors, Is.Empty);
        Assert.That(YamlReader.Read("a: 12345678", limits).Errors.Single().Message, Does.StartWith("The file is 11 long and at most 10 is read"));
        Assert.That(YamlReader.Read("a: 12345678"u8, limits).IsValid, Is.False);
    }

    [Test]
    public void A_scalar_of_fifty_million_characters_is_read()
    {
        var text = new string('x', 50_000_000);
        foreach (var yaml in new[] { $"a: {text}\n", $"a: |\n  {text}\n", $"a: '{text}'\n" })
            Assert.That(((ScalarNode)YamlReader.Read(yaml).Documents.Single().At("a")!).Text.TrimEnd('\n'), Has.Length.EqualTo(text.Length));
    }

    [Test]
    public void Files_that_repeat_one_piece_a_hundred_thousand_times_end_soon()
    {
        string[] pieces =
        [
            "a: b\n", "- ", "-\n", "a\n", "#\n", " #\n", "'", "\"", "a:", "a: ", "[]", "{}", "[", "]", ", ", "&a ", "*a ", "!a ", "? ", ": ", "|", ">", "\t", " ", "\n", " \n", "  \n \n", "---\n", "...\n",
            "%a\n", "\\", "''", "\"\"", "a b ", "a\n\n", "- a: |\n \n", "é", "<<: ", "{a: b}, ", "a: {b: c}\n", "x: &x [*x]\n", "a: 'b\n", "- |\n", "- >\n", "'a': b\n",
        ];
        foreach (var piece in pieces)
            foreach (var prefix in new[] { "", "a: ", "a: |\n ", "[", "a: \"", "- - a\n  b" })
            {
                var text = new StringBuilder(prefix);
                for (var times = 0; times < 100_000; times++)
                    text.Append(piece);
                Assert.That(YamlReader.Read(text.ToString()), Is.Not.Null);
            }
    }

    [Test]
    public void Nothing_that_a_file_holds_makes_the_reader_throw()
    {
        var random = new Random(20_261_122);
        var bytes = new byte[40];
        for (var round = 0; round < 20_000; round++)
        {
            Assert.That(YamlReader.Read(Damaged.Next(random)), Is.Not.Null);
            random.NextBytes(bytes);
            Assert.That(YamlReader.Read(bytes), Is.Not.Null);
            for (var at = 0; at < bytes.Length; at++)
                bytes[at] = Alphabet[bytes[at] % Alphabet.Length];
            Assert.That(YamlReader.Read(bytes), Is.Not.Null);
        }
    }
}
