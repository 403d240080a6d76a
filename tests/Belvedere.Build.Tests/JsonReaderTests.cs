using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Belvedere.Build.Tests;

public sealed class JsonReaderTests
{
    [Test]
    public void Every_kind_of_value_is_read()
    {
        var read = (Dictionary<string, object?>)JsonReader.Read("""
            { "text": "a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00", "number": -12.5e1, "yes": true, "no": false, "nothing": null, "list": [1, [], {}], "empty": "" }
            """)!;

        Assert.That(read["text"], Is.EqualTo("a\"\\/\b\f\n\r\té😀"));
        Assert.That(read["number"], Is.EqualTo(-125.0));
        Assert.That(read["yes"], Is.True);
        Assert.That(read["no"], Is.False);
        Assert.That(read["nothing"], Is.Null);
        Assert.That(read["list"], Has.Count.EqualTo(3));
        Assert.That(read["empty"], Is.EqualTo(""));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[1,]")]
    [TestCase("{\"a\":1,}")]
    [TestCase("{\"a\" 1}")]
    [TestCase("{a:1}")]
    [TestCase("[1 2]")]
    [TestCase("\"open")]
    [TestCase("\"line\nbreak\"")]
    [TestCase("\"\\x\"")]
    [TestCase("\"\\u12\"")]
    [TestCase("tru")]
    [TestCase("-")]
    [TestCase("1 1")]
    [TestCase("nul")]
    public void What_is_not_JSON_is_refused_with_a_position(string text) =>
        Assert.That(() => JsonReader.Read(text), Throws.TypeOf<FormatException>().With.Message.Contains("JSON"));

    [Test]
    public void Deep_nesting_is_refused_and_does_not_overflow_the_stack() =>
        Assert.That(() => JsonReader.Read(new string('[', 100_000)), Throws.TypeOf<FormatException>());

    [Test]
    public void Any_text_that_the_framework_writes_is_read_back() => Prop.ForAll<string>(text =>
    {
        var written = JsonSerializer.Serialize(new[] { text });
        // The framework replaces lone surrogates when it writes; what it reads back is the measure.
        return ((List<object?>)JsonReader.Read(written)!)[0] as string == JsonSerializer.Deserialize<string[]>(written)![0];
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Any_text_is_read_or_refused() => Prop.ForAll<string>(text =>
    {
        try
        {
            JsonReader.Read(text ?? "");
        }
        catch (FormatException)
        {
            // Refused, which is as good.
        }

        return true;
    }).QuickCheckThrowOnFailure();
}
