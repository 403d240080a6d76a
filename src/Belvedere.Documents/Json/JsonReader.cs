using System.Text;
using System.Text.Json;

namespace Belvedere.Documents.Json;

/// <summary>
/// Reads JSON by its specification: no comments, no trailing commas, no duplicate keys, one value a file. Numbers keep their text.
/// </summary>
public static class JsonReader
{
    /// <summary>Reads a file: UTF-8, or UTF-16 with its byte order mark. Never throws for what the file holds.</summary>
    public static DocumentResult Read(ReadOnlySpan<byte> file, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        var errors = new List<DocumentError>();
        if (!TextInput.IsWithin(file.Length, limits, errors))
            return Failed(errors);

        if (file is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
            return Read(file is [0xEF, 0xBB, 0xBF, ..] ? file[3..] : file, limits, errors);

        return TextInput.Decode(file, limits, errors) is { } text ? Read(Encoding.UTF8.GetBytes(text), limits, errors) : Failed(errors);
    }

    /// <summary>Reads text. Never throws for what it holds.</summary>
    public static DocumentResult Read(string text, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);

        limits ??= ReadLimits.Default;
        var errors = new List<DocumentError>();
        return TextInput.IsWithin(text.Length, limits, errors) ? Read(Encoding.UTF8.GetBytes(text), limits, errors) : Failed(errors);
    }

    static DocumentResult Failed(List<DocumentError> errors) => new() { Documents = [], Errors = errors };

    static DocumentResult Read(ReadOnlySpan<byte> json, ReadLimits limits, List<DocumentError> errors)
    {
        var tree = new TreeBuilder(limits, errors);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = limits.MaxDepth + 1 });
        var place = new Utf8Place(json);
        try
        {
            while (!tree.IsHalted && reader.Read())
                Handle(ref reader, ref place, tree);
        }
        catch (JsonException exception)
        {
            var at = Offset(json, exception);
            tree.Error(JsonComplaints.InOurWords(json, at, isComplete: tree.Root is not null), new Utf8Place(json).At(at, at + 1));
        }

        errors.Sort(static (left, right) => (left.Span.Line, left.Span.Column).CompareTo((right.Span.Line, right.Span.Column)));
        return new DocumentResult { Documents = tree.Root is { } root ? [root] : [], Errors = errors };
    }

    static int Offset(ReadOnlySpan<byte> json, JsonException exception)
    {
        var start = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
            start += json[start..].IndexOf((byte)'\n') + 1;
        return (int)Math.Min(start + (exception.BytePositionInLine ?? 0), json.Length);
    }

    static void Handle(ref Utf8JsonReader reader, ref Utf8Place place, TreeBuilder tree)
    {
        var start = (int)reader.TokenStartIndex;
        // With a key the reader has consumed its colon too.
        var isText = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String;
        var span = place.At(start, isText ? start + reader.ValueSpan.Length + 2 : (int)reader.BytesConsumed);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                tree.Open(isMap: reader.TokenType == JsonTokenType.StartObject, span.Line, span.Column);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                tree.Close(span.EndLine, span.EndColumn);
                break;
            case JsonTokenType.PropertyName:
                tree.AddKey(new ScalarNode(ScalarKind.String, Text(ref reader, tree, span), span));
                break;
            case JsonTokenType.String:
                tree.Add(new ScalarNode(ScalarKind.String, Text(ref reader, tree, span), span));
                break;
            case JsonTokenType.Number:
                var isWhole = reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
                tree.Add(new ScalarNode(isWhole ? ScalarKind.Integer : ScalarKind.Float, Encoding.UTF8.GetString(reader.ValueSpan), span));
                break;
            case JsonTokenType.True or JsonTokenType.False:
                tree.Add(new ScalarNode(ScalarKind.Boolean, reader.TokenType == JsonTokenType.True ? "true" : "false", span));
                break;
            case JsonTokenType.Null:
                tree.Add(new ScalarNode(ScalarKind.Null, "null", span));
                break;
        }
    }

    static string Text(ref Utf8JsonReader reader, TreeBuilder tree, TextSpan span)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            tree.Error("The text holds bytes that are not UTF-8, or half of a surrogate pair: write the character itself, or both halves.", span);
            return "";
        }
    }
}
