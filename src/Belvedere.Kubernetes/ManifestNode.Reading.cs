using Belvedere.Documents;

namespace Belvedere.Kubernetes;

public abstract partial record ManifestNode
{
    /// <summary>Reads a part of a manifest, for example a <see cref="Container"/>. Nothing is lost and nothing is refused.</summary>
    public static T FromNode<T>(MapNode node)
        where T : ManifestNode, new()
    {
        var read = new T();
        read.Read(node);
        return read;
    }

    internal void Read(MapNode map)
    {
        // An object that is made says its kind; one that is read says what the file says.
        Array.Clear(slots);
        Span = map.Span;
        var shape = Shape;
        List<MapEntry>? unknown = null;
        var expected = 0;
        foreach (var entry in map)
        {
            var slot = shape.IndexOf(entry.Key.Text, expected);
            if (slot < 0)
            {
                (unknown ??= []).Add(entry);
                continue;
            }

            expected = slot + 1;
            slots[slot] = Value(slot, shape.Fields[slot].Value, entry.Value);
        }

        if (unknown is not null)
            additional = new MapNode(unknown);
    }

    object Value(int slot, ValueShape shape, Node node) => (shape.Kind, node) switch
    {
        (ValueKind.Record, MapNode map) => Part(slot, map),
        (ValueKind.List, ListNode list) when shape.Item!.Kind is ValueKind.Record && list.All(item => item is MapNode) => Parts(slot, list),
        _ => shape.Sorted(node),
    };

    ManifestNode Part(int slot, MapNode map)
    {
        var part = Create(slot);
        part.Read(map);
        return part;
    }

    ManifestNode[] Parts(int slot, ListNode list)
    {
        // The array has the type of its items: the property hands it out as a list of them.
        var first = Create(slot);
        var parts = (ManifestNode[])Array.CreateInstance(first.GetType(), list.Count);
        for (var at = 0; at < parts.Length; at++)
            (parts[at] = at == 0 ? first : Create(slot)).Read((MapNode)list[at]);
        return parts;
    }
}
