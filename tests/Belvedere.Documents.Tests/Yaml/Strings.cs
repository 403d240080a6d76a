using System.Text.Json;
using Belvedere.Testing;

namespace Belvedere.Documents.Tests.Yaml;

/// <summary>Strings that writers get wrong, and places to put them.</summary>
static class Strings
{
    /// <summary>The corpus's list.</summary>
    public static IReadOnlyList<string> Awkward() =>
        JsonSerializer.Deserialize<string[]>(File.ReadAllText(Corpus.Path("yaml", "awkward-strings.json")))!;

    /// <summary>Every mix of what decides about a block of text: its first and last characters, blank lines, indents, comments.</summary>
    public static IEnumerable<string> Blocks()
    {
        string[] starts = ["", " ", "\t", "\n", "#", "- ", "? ", "a: ", "---", "...", "%", "|", "é", "\uFEFF"];
        string[] middles = ["a\nb", "a\n\nb", "a\n  b", "a\n\tb", "a \nb", "a\t\nb", "a\n \nb", "a\n#b", "a\n---\nb", "a\r\nb", "a\u2028b\nc", "日本\nb", "😀\nb", "a: b\n- c"];
        string[] ends = ["", "\n", "\n\n", "\n\n\n", " ", "\t", "\n ", "\n\t", " \n", ":", ":\n"];
        return from start in starts from middle in middles from end in ends select start + middle + end;
    }

    /// <summary>Random strings of the characters that matter to YAML; the same ones in every run.</summary>
    public static IEnumerable<string> Random(int count)
    {
        string[] pieces =
        [
            "a", "b", "Z", "0", "1", "9", "_", "-", "+", ".", "e", "x", "y", "n", "~", ":", " ", "  ", "\t", "\n", "\n\n", "\r", "#", "'", "\"", "\\",
            "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "=", "<<", "/", "(", ")", "$", "true", "null", "yes", "é", "日", "😀",
            "\u0000", "\u0007", "\u001B", "\u007F", "\u0085", "\u00A0", "\u00AD", "\u2028", "\u202E", "\u3000", "\uE000", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF",
        ];
        var random = new System.Random(20_261_122);
        for (var made = 0; made < count; made++)
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    /// <summary>Strings on which readers were seen to differ.</summary>
    public static IEnumerable<string> Met() => ["Last *", "a *b", "a &b", "a !b", "a * on(b) c", "key\nof lines", new('k', 127), new('k', 128), new('k', 129), new('\'', 1000), new('é', 3000)];

    /// <summary>All of them, each once.</summary>
    public static IReadOnlyList<string> All() => [.. Awkward().Concat(Met()).Concat(Blocks()).Concat(Random(600)).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// An object that holds the text as a value and as a key, at every nesting that lines a block of text up differently.
    /// </summary>
    public static MapNode Holder(int number, string text)
    {
        var value = ScalarNode.String(text);
        return MapNode.Of(
            ("apiVersion", ScalarNode.String("v1")),
            ("kind", ScalarNode.String("ConfigMap")),
            ("metadata", MapNode.Of(("name", ScalarNode.String($"n{number}")))),
            ("data", MapNode.Of(("v", value), ("after", ScalarNode.String("x")))),
            ("keys", new MapNode([new MapEntry(value, value), new MapEntry(ScalarNode.String("after the key"), ScalarNode.Integer(1))])),
            ("list", new ListNode([value, ScalarNode.String("x"), value])),
            ("lists", new ListNode([new ListNode([value, new ListNode([value, value])]), value])),
            ("maps", new ListNode([MapNode.Of(("v", value), ("list", new ListNode([value, MapNode.Of(("deep", MapNode.Of(("deeper", value))))])), ("after", value))])),
            ("last", value));
    }
}
