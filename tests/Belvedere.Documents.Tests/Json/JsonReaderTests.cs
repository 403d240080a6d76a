using System.Text;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;

namespace Belvedere.Documents.Tests.Json;

public sealed class JsonReaderTests
{
    [TestCase("", "1:1", "The file is empty")]
    [TestCase(" \n ", "2:2", "The file is empty")]
    [TestCase("{\"a\": 1", "1:8", "The JSON ends before it is complete")]
    [TestCase("{\"a\": \"b", null, "The JSON ends before it is complete")]
    [TestCase("{\n  // no\n}", "2:3", "JSON has no comments")]
    [TestCase("{\"a\": 1, /* no */ \"b\": 2}", "1:10", "JSON has no comments")]
    [TestCase("{\"a\": [1, 2,\n]}", "2:1", "A comma stands before the end")]
    [TestCase("{\"é\": 1,}", "1:9", "A comma stands before the end")]
    [TestCase("{'a': 1}", "1:2", "Text stands in double quotes")]
    [TestCase("{a: 1}", "1:2", "JSON knows no such word")]
    [TestCase("[True]", "1:2", "JSON knows no such word")]
    [TestCase("[NaN]", "1:2", "JSON knows no such word")]
    [TestCase("{} {}", "1:4", "A file holds one JSON value")]
    [TestCase("{\"a\" 1}", "1:6", "This is no JSON number")]
    [TestCase("{\"a\": 1 \"b\": 2}", "1:9", "A comma or a colon is missing")]
    [TestCase("[1 [2]]", "1:4", "A comma or a colon is missing")]
    [TestCase("[,1]", "1:2", "A key or value is missing")]
    [TestCase("[01]", "1:3", "This is no JSON number")]
    [TestCase("[+1]", "1:2", "This is no JSON number")]
    [TestCase("[.5]", "1:2", "This is no JSON number")]
    [TestCase("[1}", "1:3", "This bracket closes nothing")]
    [TestCase("[\"a\nb\"]", "1:4", "A line end or control character stands inside text")]
    [TestCase("[\"\\q\"]", "1:4", "This escape does not exist")]
    [TestCase("[\"\\uD83D\"]", "1:2", "The text holds bytes that are not UTF-8, or half of a surrogate pair")]
    [TestCase("{\"\\uDE00\": 1}", "1:2", "The text holds bytes that are not UTF-8, or half of a surrogate pair")]
    [TestCase("{\"a\": 1,\n \"a\": 2}", "2:2", "The key a is already set at 1:2")]
    [TestCase("{\"a\": {\"b\": 1, \"\\u0062\": 2}}", "1:16", "The key b is already set at 1:8")]
    public void An_error_is_told_at_its_place(string json, string? place, string message)
    {
        var read = JsonReader.Read(json);

        Assert.That(read.Errors, Has.Count.EqualTo(1));
        Assert.That(read.Errors[0].Message, Does.StartWith(message));
        if (place is not null)
            Assert.That(read.Errors[0].Span.ToString(), Is.EqualTo(place));
    }

    [Test]
    public void An_invalid_byte_in_text_is_an_error() =>
        Assert.That(JsonReader.Read([.. "[\"a"u8, 0xFF, .. "\"]"u8]).Errors.Single().ToString(), Does.StartWith("1:2: The text holds bytes that are not UTF-8"));

    [Test]
    public void Duplicate_keys_are_found_in_large_maps_too()
    {
        var json = "{" + string.Join(",\n", Enumerable.Range(0, 1000).Append(500).Select(key => $"\"k{key}\": 1")) + "}";

        Assert.That(JsonReader.Read(json).Errors.Single().ToString(), Does.StartWith("1001:1: The key k500 is already set at 501:1"));
    }

    [Test]
    public void Nesting_beyond_the_limit_is_refused()
    {
        Assert.That(JsonReader.Read(new string('[', 200) + new string(']', 200)).Errors, Is.Empty);
        Assert.That(JsonReader.Read(new string('[', 201) + new string(']', 201)).Errors.Single().ToString(), Does.StartWith("1:201: Maps and lists nest deeper than 200"));
        Assert.That(JsonReader.Read(new string('[', 100_000)).Errors.Single().Message, Does.StartWith("Maps and lists nest deeper than 200"));
    }

    [Test]
    public void More_values_than_the_limit_are_refused()
    {
        var limits = new ReadLimits { MaxNodes = 4 };

        Assert.That(JsonReader.Read("[1, 2, 3]", limits).Errors, Is.Empty);
        Assert.That(JsonReader.Read("[1, 2, 3, 4]", limits).Errors.Single().ToString(), Does.StartWith("1:11: The file holds more than 4 values"));
    }

    [Test]
    public void Numbers_keep_their_text()
    {
        string[] numbers = ["0", "-0", "1.0", "1.50", "1e3", "1E+20", "-1.5e-3", "123456789012345678901234567890", "0.1000", "1e400"];
        var read = JsonReader.Read($"[{string.Join(",", numbers)}]").Documents.Single();

        Assert.That(((ListNode)read).Select(node => ((ScalarNode)node).Text), Is.EqualTo(numbers));
        Assert.That(Encoding.UTF8.GetString(JsonWriter.ToUtf8(read, minified: true)), Is.EqualTo($"[{string.Join(",", numbers)}]"));
    }

    [Test]
    public void Spans_count_lines_and_UTF_16_columns()
    {
        var read = JsonReader.Read("{\r\n  \"日😀\": [true, \"é\"],\r\n  \"b\": 1.5\r\n}").Documents.Single();

        Assert.That(read.Span, Is.EqualTo(new TextSpan(1, 1, 4, 2)));
        Assert.That(((MapNode)read)[0].Key.Span, Is.EqualTo(new TextSpan(2, 3, 2, 8)));
        Assert.That(read.At("日😀") ?? ((MapNode)read)[0].Value, Has.Property("Span").EqualTo(new TextSpan(2, 10, 2, 21)));
        Assert.That(((MapNode)read)[0].Value is ListNode list ? list[1].Span : default, Is.EqualTo(new TextSpan(2, 17, 2, 20)));
        Assert.That(read.At("b")!.Span, Is.EqualTo(new TextSpan(3, 8, 3, 11)));
    }

    [Test]
    public void Every_byte_order_mark_is_understood() => Assert.Multiple(() =>
    {
        foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.That(((ListNode)JsonReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("[\"日\"]")]).Documents.Single())[0].ToString(), Is.EqualTo("日"), encoding.WebName);
    });

    [Test]
    public void Nothing_that_a_file_holds_makes_the_reader_throw()
    {
        var random = new Random(20_261_122);
        var alphabet = "{}[]\",:\\u0d8a1-+.eE tfn\n/*'\u0001"u8;
        var bytes = new byte[24];
        for (var round = 0; round < 100_000; round++)
        {
            for (var at = 0; at < bytes.Length; at++)
                bytes[at] = random.Next(50) == 0 ? (byte)random.Next(256) : alphabet[random.Next(alphabet.Length)];
            Assert.That(JsonReader.Read(bytes), Is.Not.Null);
        }
    }

    [Test]
    public void JSON_is_the_same_tree_as_YAML()
    {
        const string json = """{"a": [1, 1.5, true, null, "x", "yes"], "b": {"c": {}, "d": []}}""";

        Assert.That(Node.ContentEquals(JsonReader.Read(json).Documents.Single(), YamlReader.Read(json).Documents.Single()), Is.True);
    }
}
