using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Belvedere.Documents.Json;

/// <summary>
/// Writes a tree as JSON in UTF-8: keys in the order of the tree, numbers as they are written, apostrophes, plus signs, ampersands
/// and angle brackets as they are. Control characters and everything that would need quotes in a YAML block are escaped, so that
/// a JSON text in a ConfigMap stays readable.
/// </summary>
public static class JsonWriter
{
    static readonly JsonWriterOptions Indented = Options(indented: true);

    static readonly JsonWriterOptions Minified = Options(indented: false);

    /// <summary>Writes a document: indented by two spaces with LF and a final newline, or on one line without one.</summary>
    public static void Write(Node document, IBufferWriter<byte> target, bool minified = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(target);

        using (var writer = new Utf8JsonWriter(target, minified ? Minified : Indented))
            Write(writer, document);
        if (!minified)
            target.Write("\n"u8);
    }

    /// <summary>The document as bytes.</summary>
    public static byte[] ToUtf8(Node document, bool minified = false)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        Write(document, buffer, minified);
        return buffer.WrittenSpan.ToArray();
    }

    static void Write(Utf8JsonWriter writer, Node node)
    {
        switch (node)
        {
            case MapNode map:
                writer.WriteStartObject();
                foreach (ref readonly var entry in map.AsSpan())
                {
                    writer.WritePropertyName(WellFormed(entry.Key.Text));
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.AsSpan())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ScalarNode { Kind: ScalarKind.String } text:
                writer.WriteStringValue(WellFormed(text.Text));
                break;
            case ScalarNode { Kind: ScalarKind.Null }:
                writer.WriteNullValue();
                break;
            case ScalarNode literal:
                writer.WriteRawValue(literal.Text, skipInputValidation: true);
                break;
            default:
                throw new UnreachableException();
        }
    }

    // A lone surrogate has no UTF-8 form; it becomes U+FFFD, as it does in YAML.
    static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;

        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var at = 0; at < target.Length; at++)
                target[at] = IsLone(source, at) ? '\uFFFD' : source[at];
        });
    }

    static bool IsLone(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));

    static JsonWriterOptions Options(bool indented) => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = indented,
        IndentSize = 2,
        NewLine = "\n",
        MaxDepth = 100_000,
        // The tree has the shape of JSON by construction.
        SkipValidation = true,
    };
}
