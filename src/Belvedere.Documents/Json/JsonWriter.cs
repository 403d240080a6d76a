using System.Buffers;
using System.Diagnostics;

namespace Belvedere.Documents.Json;

/// <summary>
/// Writes a tree as JSON in UTF-8: keys in the order of the tree, numbers as they are written, apostrophes, plus signs, ampersands
/// and angle brackets as they are. What a block of text in YAML cannot hold is escaped (control characters, odd spaces, characters
/// beyond U+FFFF), so that JSON in a ConfigMap stays readable. A lone surrogate becomes U+FFFD.
/// </summary>
public static class JsonWriter
{
    // Stands for the indent of a document on one line.
    const int Minified = -1;

    /// <summary>Writes a document: indented by two spaces with LF and a final newline, or on one line without one.</summary>
    public static void Write(Node document, IBufferWriter<byte> target, bool minified = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(target);

        var output = new Utf8Output(target);
        Value(ref output, document, minified ? Minified : 0);
        if (!minified)
            output.Byte((byte)'\n');
        output.Flush();
    }

    /// <summary>The document as bytes.</summary>
    public static byte[] ToUtf8(Node document, bool minified = false)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        Write(document, buffer, minified);
        return buffer.WrittenSpan.ToArray();
    }

    static void Value(ref Utf8Output output, Node node, int indent)
    {
        switch (node)
        {
            case MapNode { Count: > 0 } map:
                Map(ref output, map, indent);
                break;
            case ListNode { Count: > 0 } list:
                List(ref output, list, indent);
                break;
            case MapNode:
                output.Bytes("{}"u8);
                break;
            case ListNode:
                output.Bytes("[]"u8);
                break;
            case ScalarNode { Kind: ScalarKind.String } scalar:
                Text(ref output, scalar.Text);
                break;
            case ScalarNode { Kind: ScalarKind.Null }:
                output.Bytes("null"u8);
                break;
            case ScalarNode scalar:
                output.Text(scalar.Text);
                break;
            default:
                throw new UnreachableException();
        }
    }

    static void Map(ref Utf8Output output, MapNode map, int indent)
    {
        var inner = indent == Minified ? Minified : indent + 2;
        output.Byte((byte)'{');
        var first = true;
        foreach (ref readonly var entry in map.AsSpan())
        {
            Next(ref output, ref first, inner);
            Text(ref output, entry.Key.Text);
            output.Bytes(inner == Minified ? ":"u8 : ": "u8);
            Value(ref output, entry.Value, inner);
        }

        Line(ref output, indent);
        output.Byte((byte)'}');
    }

    static void List(ref Utf8Output output, ListNode list, int indent)
    {
        var inner = indent == Minified ? Minified : indent + 2;
        output.Byte((byte)'[');
        var first = true;
        foreach (var item in list.AsSpan())
        {
            Next(ref output, ref first, inner);
            Value(ref output, item, inner);
        }

        Line(ref output, indent);
        output.Byte((byte)']');
    }

    static void Next(ref Utf8Output output, ref bool first, int indent)
    {
        if (!first)
            output.Byte((byte)',');
        first = false;
        Line(ref output, indent);
    }

    static void Line(ref Utf8Output output, int indent)
    {
        if (indent == Minified)
            return;

        output.Byte((byte)'\n');
        output.Spaces(indent);
    }

    static void Text(ref Utf8Output output, ReadOnlySpan<char> text)
    {
        output.Byte((byte)'"');
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            if (!isPair && !TextEscapes.IsNeeded(text[at]))
                continue;

            output.Text(text[start..at]);
            TextEscapes.Write(ref output, text[at]);
            if (isPair)
                TextEscapes.Write(ref output, text[++at]);
            start = at + 1;
        }

        output.Text(text[start..]);
        output.Byte((byte)'"');
    }
}
