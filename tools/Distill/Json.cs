using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Belvedere.Documents;

namespace Belvedere.Distill;

/// <summary>Writes a tree as JSON.</summary>
static class Json
{
    static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly JsonWriterOptions ManyLines = OneLine with { Indented = true, NewLine = "\n" };

    public static string Compact(Node node) => Encoding.UTF8.GetString(Write(node, OneLine));

    public static string Indented(Node node) => Encoding.UTF8.GetString(Write(node, ManyLines)) + "\n";

    static byte[] Write(Node node, JsonWriterOptions options)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, options))
            Write(writer, node);
        return stream.ToArray();
    }

    static void Write(Utf8JsonWriter writer, Node node)
    {
        switch (node)
        {
            case MapNode map:
                writer.WriteStartObject();
                foreach (var (key, value) in map)
                {
                    writer.WritePropertyName(key.Text);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ScalarNode { Kind: ScalarKind.String } text:
                writer.WriteStringValue(text.Text);
                break;
            case ScalarNode scalar:
                writer.WriteRawValue(scalar.Text);
                break;
        }
    }
}
