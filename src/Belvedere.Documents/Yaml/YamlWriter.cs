using System.Buffers;
using System.Diagnostics;

namespace Belvedere.Documents.Yaml;

/// <summary>
/// Writes a tree as YAML in UTF-8: LF, no byte order mark, a final newline, two spaces a level, lists in line with their key as
/// kubectl writes them, no folding. What is written reads back as the same tree in kubectl, kustomize and other YAML 1.1 and 1.2
/// readers; the same tree always gives the same bytes.
/// </summary>
public static class YamlWriter
{
    // A key longer than this cannot be found by readers unless a question mark announces it; the limit of YAML is 1024.
    const int LongestSimpleKey = 128;

    /// <summary>Writes one document.</summary>
    public static void Write(Node document, IBufferWriter<byte> target)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(target);

        var output = new Utf8Output(target);
        Root(ref output, document);
        output.Flush();
    }

    /// <summary>Writes documents with <c>---</c> between them.</summary>
    public static void WriteAll(IEnumerable<Node> documents, IBufferWriter<byte> target)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(target);

        var output = new Utf8Output(target);
        var first = true;
        foreach (var document in documents)
        {
            if (!first)
                output.Bytes("---\n"u8);
            first = false;
            Root(ref output, document);
        }

        output.Flush();
    }

    /// <summary>One document as bytes.</summary>
    public static byte[] ToUtf8(Node document)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        Write(document, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Documents as bytes, with <c>---</c> between them.</summary>
    public static byte[] AllToUtf8(IEnumerable<Node> documents)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        WriteAll(documents, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    static void Root(ref Utf8Output output, Node node)
    {
        switch (node)
        {
            case MapNode { Count: > 0 } map:
                Map(ref output, map, 0);
                break;
            case ListNode { Count: > 0 } list:
                List(ref output, list, 0);
                break;
            default:
                Leaf(ref output, node, 2);
                break;
        }
    }

    // The cursor stands where the first key goes; every further key starts a line of its own.
    static void Map(ref Utf8Output output, MapNode map, int indent)
    {
        var first = true;
        foreach (ref readonly var entry in map.AsSpan())
        {
            if (!first)
                output.Spaces(indent);
            first = false;

            Key(ref output, entry.Key, indent);
            switch (entry.Value)
            {
                case MapNode { Count: > 0 } inner:
                    output.Byte((byte)'\n');
                    output.Spaces(indent + 2);
                    Map(ref output, inner, indent + 2);
                    break;
                case ListNode { Count: > 0 } inner:
                    output.Byte((byte)'\n');
                    output.Spaces(indent);
                    List(ref output, inner, indent);
                    break;
                default:
                    output.Byte((byte)' ');
                    Leaf(ref output, entry.Value, indent + 2);
                    break;
            }
        }
    }

    static void List(ref Utf8Output output, ListNode list, int indent)
    {
        var first = true;
        foreach (var item in list.AsSpan())
        {
            if (!first)
                output.Spaces(indent);
            first = false;

            output.Bytes("- "u8);
            switch (item)
            {
                case MapNode { Count: > 0 } inner:
                    Map(ref output, inner, indent + 2);
                    break;
                case ListNode { Count: > 0 } inner:
                    List(ref output, inner, indent + 2);
                    break;
                default:
                    Leaf(ref output, item, indent + 2);
                    break;
            }
        }
    }

    // Ends the line. A block of text stands at the given indent.
    static void Leaf(ref Utf8Output output, Node node, int indent)
    {
        switch (node)
        {
            case MapNode:
                output.Bytes("{}\n"u8);
                break;
            case ListNode:
                output.Bytes("[]\n"u8);
                break;
            case ScalarNode { Kind: ScalarKind.String, Text: var text }:
                String(ref output, text, StringStyles.OfValue(text), indent);
                break;
            case ScalarNode scalar:
                output.Text(Literal(scalar));
                output.Byte((byte)'\n');
                break;
            default:
                throw new UnreachableException();
        }
    }

    static string Literal(ScalarNode scalar) => scalar.Kind == ScalarKind.Null ? "null" : scalar.Text;

    static void Key(ref Utf8Output output, ScalarNode key, int indent)
    {
        var text = Literal(key);
        var isLong = text.Length > LongestSimpleKey;
        if (isLong)
            output.Bytes("? "u8);

        Inline(ref output, text, key.Kind == ScalarKind.String ? StringStyles.OfKey(text) : StringStyle.Plain);

        if (isLong)
        {
            output.Byte((byte)'\n');
            output.Spaces(indent);
        }

        output.Byte((byte)':');
    }

    static void String(ref Utf8Output output, string text, StringStyle style, int indent)
    {
        if (style == StringStyle.Literal)
        {
            LiteralBlock(ref output, text, indent);
            return;
        }

        Inline(ref output, text, style);
        output.Byte((byte)'\n');
    }

    static void Inline(ref Utf8Output output, string text, StringStyle style)
    {
        switch (style)
        {
            case StringStyle.Plain:
                output.Text(text);
                break;
            case StringStyle.SingleQuoted:
                SingleQuoted(ref output, text);
                break;
            default:
                DoubleQuoted(ref output, text);
                break;
        }
    }

    static void LiteralBlock(ref Utf8Output output, ReadOnlySpan<char> text, int indent)
    {
        output.Bytes(text switch
        {
            [.., '\n', '\n'] => "|+\n"u8,
            [.., '\n'] => "|\n"u8,
            _ => "|-\n"u8,
        });

        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n');
            var line = end < 0 ? text : text[..end];
            if (!line.IsEmpty)
            {
                output.Spaces(indent);
                output.Text(line);
            }

            output.Byte((byte)'\n');
            text = end < 0 ? default : text[(end + 1)..];
        }
    }

    static void SingleQuoted(ref Utf8Output output, ReadOnlySpan<char> text)
    {
        output.Byte((byte)'\'');
        for (var end = text.IndexOf('\''); end >= 0; end = text.IndexOf('\''))
        {
            output.Text(text[..end]);
            output.Bytes("''"u8);
            text = text[(end + 1)..];
        }

        output.Text(text);
        output.Byte((byte)'\'');
    }

    static void DoubleQuoted(ref Utf8Output output, ReadOnlySpan<char> text)
    {
        output.Byte((byte)'"');
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!TextEscapes.IsNeeded(text[at]))
                continue;

            output.Text(text[start..at]);
            TextEscapes.Write(ref output, text[at]);
            start = at + 1;
        }

        output.Text(text[start..]);
        output.Byte((byte)'"');
    }
}
