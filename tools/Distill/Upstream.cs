using Belvedere.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Belvedere.Distill;

/// <summary>Reads what upstream publishes.</summary>
static class Upstream
{
    public static MapNode Read(string path)
    {
        using var reader = File.OpenText(path);
        var parser = new Parser(reader);
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return (MapNode)Node(parser);
    }

    static Node Node(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return Plain(scalar);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<Node>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(parser));
            return new ListNode(items);
        }

        parser.Consume<MappingStart>();
        var entries = new List<MapEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
            entries.Add(new MapEntry(ScalarNode.String(parser.Consume<Scalar>().Value), Node(parser)));
        return new MapNode(entries);
    }

    static ScalarNode Plain(Scalar scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => ScalarNode.String(scalar.Value),
        { Value: "" or "null" or "~" } => ScalarNode.Null,
        { Value: "true" } => ScalarNode.True,
        { Value: "false" } => ScalarNode.False,
        _ when long.TryParse(scalar.Value, out _) => new ScalarNode(ScalarKind.Integer, scalar.Value),
        _ when double.TryParse(scalar.Value, out _) => new ScalarNode(ScalarKind.Float, scalar.Value),
        _ => ScalarNode.String(scalar.Value),
    };
}
