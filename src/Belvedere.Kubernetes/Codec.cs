using System.Globalization;
using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>Turns a value into a node and back.</summary>
abstract class Codec<T>
{
    public abstract Node Write(T value);

    public abstract bool TryRead(Node node, out T value);
}

/// <summary>The codecs of what is not a part of its own.</summary>
static class Codecs
{
    public static readonly Codec<string> String = new StringCodec();
    public static readonly Codec<bool> Boolean = new BooleanCodec();
    public static readonly Codec<int> Int32 = new Int32Codec();
    public static readonly Codec<long> Int64 = new Int64Codec();
    public static readonly Codec<double> Double = new DoubleCodec();
    public static readonly Codec<Quantity> Quantity = new QuantityCodec();
    public static readonly Codec<IntOrString> IntOrString = new IntOrStringCodec();
    public static readonly Codec<Node> Any = new NodeCodec<Node>();
    public static readonly Codec<MapNode> Object = new NodeCodec<MapNode>();

    sealed class StringCodec : Codec<string>
    {
        public override Node Write(string value) => ScalarNode.String(value);

        public override bool TryRead(Node node, out string value)
        {
            value = (node as ScalarNode)?.Text ?? "";
            return node is ScalarNode { Kind: ScalarKind.String };
        }
    }

    sealed class BooleanCodec : Codec<bool>
    {
        public override Node Write(bool value) => ScalarNode.Boolean(value);

        public override bool TryRead(Node node, out bool value)
        {
            value = node is ScalarNode { Text: "true" };
            return node is ScalarNode { Kind: ScalarKind.Boolean };
        }
    }

    sealed class Int32Codec : Codec<int>
    {
        public override Node Write(int value) => ScalarNode.Integer(value);

        public override bool TryRead(Node node, out int value)
        {
            value = 0;
            return node is ScalarNode { Kind: ScalarKind.Integer } scalar && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        }
    }

    sealed class Int64Codec : Codec<long>
    {
        public override Node Write(long value) => ScalarNode.Integer(value);

        public override bool TryRead(Node node, out long value)
        {
            value = 0;
            return node is ScalarNode { Kind: ScalarKind.Integer } scalar && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        }
    }

    sealed class DoubleCodec : Codec<double>
    {
        // A whole number is written without a fraction, as people write it.
        public override Node Write(double value) =>
            double.IsInteger(value) && Math.Abs(value) < 1e15 ? ScalarNode.Integer((long)value) : ScalarNode.Float(value);

        public override bool TryRead(Node node, out double value)
        {
            value = 0;
            return node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } scalar && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        }
    }

    sealed class QuantityCodec : Codec<Quantity>
    {
        public override Node Write(Quantity value) => ScalarNode.String(value.Text);

        public override bool TryRead(Node node, out Quantity value)
        {
            var scalar = node as ScalarNode;
            value = new Quantity(scalar?.Text ?? "0");
            return scalar is { Kind: ScalarKind.String or ScalarKind.Integer or ScalarKind.Float };
        }
    }

    sealed class IntOrStringCodec : Codec<IntOrString>
    {
        public override Node Write(IntOrString value) => value.IsInteger ? ScalarNode.Integer(value.Integer) : ScalarNode.String(value.Text);

        public override bool TryRead(Node node, out IntOrString value)
        {
            value = default;
            if (node is ScalarNode { Kind: ScalarKind.String } text)
                value = text.Text;
            else if (Int64.TryRead(node, out var number))
                value = number;
            else
                return false;
            return true;
        }
    }

    sealed class NodeCodec<T> : Codec<T>
        where T : Node
    {
        public override Node Write(T value) => value;

        public override bool TryRead(Node node, out T value)
        {
            value = (node as T)!;
            return node is T;
        }
    }
}

/// <summary>The codec of parts that are held deeper than in a list.</summary>
static class Parts<T>
    where T : ManifestNode, new()
{
    public static readonly Codec<T> Codec = new PartCodec();

    sealed class PartCodec : Codec<T>
    {
        public override Node Write(T value) => value.ToNode();

        public override bool TryRead(Node node, out T value)
        {
            value = node is MapNode map ? ManifestNode.FromNode<T>(map) : null!;
            return node is MapNode;
        }
    }
}

sealed class ListCodec<T>(Codec<T> item) : Codec<IReadOnlyList<T>>
{
    public override Node Write(IReadOnlyList<T> value) => ToNode(value, item);

    public override bool TryRead(Node node, out IReadOnlyList<T> value)
    {
        value = [];
        return node is ListNode list && TryRead(list, item, out value);
    }

    public static ListNode ToNode(IReadOnlyList<T> values, Codec<T> item)
    {
        var nodes = new Node[values.Count];
        for (var at = 0; at < nodes.Length; at++)
            nodes[at] = item.Write(values[at]);
        return new ListNode(nodes);
    }

    public static bool TryRead(ListNode list, Codec<T> item, out IReadOnlyList<T> values)
    {
        var read = new T[list.Count];
        values = read;
        for (var at = 0; at < read.Length; at++)
            if (!item.TryRead(list[at], out read[at]))
                return false;
        return true;
    }
}

sealed class MapCodec<T>(Codec<T> item) : Codec<Map<T>>
{
    public override Node Write(Map<T> value) => ToNode(value, item);

    public override bool TryRead(Node node, out Map<T> value)
    {
        value = [];
        return node is MapNode map && TryRead(map, item, out value);
    }

    public static MapNode ToNode(Map<T> values, Codec<T> item)
    {
        var entries = new MapEntry[values.Count];
        for (var at = 0; at < entries.Length; at++)
            entries[at] = new MapEntry(ScalarNode.String(values[at].Key), item.Write(values[at].Value));
        return new MapNode(entries);
    }

    public static bool TryRead(MapNode map, Codec<T> item, out Map<T> values)
    {
        var read = new KeyValuePair<string, T>[map.Count];
        values = [];
        for (var at = 0; at < read.Length; at++)
        {
            if (!item.TryRead(map[at].Value, out var value))
                return false;
            read[at] = new(map[at].Key.Text, value);
        }

        values = Map.Create<T>(read);
        return true;
    }
}
