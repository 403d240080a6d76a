using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Belvedere.Verifier.Reading;

/// <summary>YAML and JSON as trees, by a reader that the compiler's output was not written for.</summary>
static class YamlText
{
    /// <exception cref="YamlException">The text is no YAML, or uses anchors, which no delivery of ours may.</exception>
    public static IReadOnlyList<Node> Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        var documents = new List<Node>();
        parser.Consume<StreamStart>();
        while (!parser.Accept<StreamEnd>(out _))
        {
            parser.Consume<DocumentStart>();
            documents.Add(ReadNode(parser));
            parser.Consume<DocumentEnd>();
        }

        return documents;
    }

    static Node ReadNode(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return Node.Scalar(scalar.Value, scalar.Style != ScalarStyle.Plain || IsPlainString(scalar.Value));
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<Node>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(ReadNode(parser));
            return Node.List(items);
        }

        if (!parser.TryConsume<MappingStart>(out _))
            throw new YamlException("An alias is no part of a manifest.");

        var entries = new List<KeyValuePair<string, Node>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!keys.Add(key.Value))
                throw new YamlException(key.Start, key.End, $"The key '{key.Value}' stands twice.");
            entries.Add(KeyValuePair.Create(key.Value, ReadNode(parser)));
        }

        return Node.Map(entries);
    }

    static bool IsPlainString(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" or "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => false,
        _ => !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || text is ['i' or 'I' or 'n' or 'N', ..],
    };
}
