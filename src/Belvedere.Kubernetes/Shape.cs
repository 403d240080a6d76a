using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>The table of a type: its fields in the order of their slots. Reading, writing, comparing and checking all use it.</summary>
sealed partial class Shape
{
    // Below this many fields a scan is faster than hashing.
    const int IndexedFrom = 9;

    Dictionary<string, int>? index;
    int[]? required;

    /// <summary>The type's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether fields that are not listed are allowed.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The apiVersion of a kind; empty for other types.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The kind; empty for other types.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether a kind belongs to a namespace; null when that is not known.</summary>
    public required bool? IsNamespaced { get; init; }

    /// <summary>Whether the kind comes from a CRD.</summary>
    public required bool IsCustomResource { get; init; }

    /// <summary>Identities of the rules that the type has beyond its fields.</summary>
    public required string[] Rules { get; init; }

    /// <summary>The fields by slot.</summary>
    public required FieldShape[] Fields { get; init; }

    /// <summary>The slots of the fields that must be set.</summary>
    public int[] Required => required ??= [.. Enumerable.Range(0, Fields.Length).Where(slot => Fields[slot].IsRequired)];

    /// <summary>The values of an enumeration; empty for types.</summary>
    public required string[] Values { get; init; }

    /// <summary>The slot of a field, or -1. Fields mostly come in order, so the one after the last is tried first.</summary>
    public int IndexOf(string field, int expected)
    {
        if (expected < Fields.Length && Fields[expected].Name == field)
            return expected;
        if (Fields.Length >= IndexedFrom)
            return (index ??= Index()).GetValueOrDefault(field, -1);

        for (var slot = 0; slot < Fields.Length; slot++)
            if (Fields[slot].Name == field)
                return slot;
        return -1;
    }

    Dictionary<string, int> Index()
    {
        var made = new Dictionary<string, int>(Fields.Length, StringComparer.Ordinal);
        for (var slot = 0; slot < Fields.Length; slot++)
            made.Add(Fields[slot].Name, slot);
        return made;
    }
}

/// <summary>A field of a type.</summary>
sealed class FieldShape
{
    readonly string line;
    readonly int at;
    ValueShape? value;

    public FieldShape(string name, bool isRequired, ValueShape value) => (Key, IsRequired, this.value, line) = (ScalarNode.String(name), isRequired, value, "");

    /// <summary>A field whose value is described from a place of a line on. Writing never asks for it, so it is read when it is.</summary>
    public FieldShape(string name, bool isRequired, string line, int at) => (Key, IsRequired, this.line, this.at) = (ScalarNode.String(name), isRequired, line, at);

    /// <summary>The name, as a key to be written.</summary>
    public ScalarNode Key { get; }

    public string Name => Key.Text;

    public bool IsRequired { get; }

    public ValueShape Value => value ??= ValueShape.Parse(line, at);
}

/// <summary>What a value is.</summary>
enum ValueKind
{
    String = 1,
    Int32,
    Int64,
    Number,
    Boolean,
    Quantity,
    IntOrString,
    Any,
    Object,
    Record,
    Choice,
    List,
    Map,
}

/// <summary>What a field, an item or an entry holds, and within which limits.</summary>
sealed partial class ValueShape
{
    public required ValueKind Kind { get; init; }

    /// <summary>The number of a record's or an enumeration's table, unless it has one of its own.</summary>
    public int TypeId { get; init; }

    /// <summary>The table of a record or an enumeration that is not among those of the library.</summary>
    public Shape? Own { get; init; }

    /// <summary>A record's or an enumeration's table.</summary>
    public Shape Type => Own ?? Shapes.At(TypeId);

    /// <summary>What a list's items or a map's values are.</summary>
    public ValueShape? Item { get; init; }

    /// <summary>The limits; null where there are none.</summary>
    public Limits? Limits { get; init; }

    /// <summary>Whether two slots hold the same content: quantities by value, everything else as it is written.</summary>
    public bool ContentEquals(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (ScalarNode a, ScalarNode b) when Kind is ValueKind.Quantity => new Quantity(a.Text) == new Quantity(b.Text),
        (MapNode a, MapNode b) when Item is not null => a.Count == b.Count && a.All(entry => b.TryGet(entry.Key.Text, out var other) && Item.ContentEquals(entry.Value, other)),
        (ListNode a, ListNode b) when Item is not null => a.Count == b.Count && a.Zip(b).All(pair => Item.ContentEquals(pair.First, pair.Second)),
        (Node a, Node b) => Node.ContentEquals(a, b),
        (ManifestNode[] a, ManifestNode[] b) => a.Length == b.Length && SameParts(a, b),
        _ => Equals(left, right),
    };

    static bool SameParts(ManifestNode[] left, ManifestNode[] right)
    {
        for (var at = 0; at < left.Length; at++)
            if (!left[at].Equals(right[at]))
                return false;
        return true;
    }

    /// <summary>The node with the entries of every map in it sorted by key, which is how maps are written.</summary>
    public Node Sorted(Node node) => (Kind, node) switch
    {
        (ValueKind.Map, MapNode map) => Sorted(map),
        (ValueKind.List, ListNode list) when Item!.Kind is ValueKind.Map or ValueKind.List => new ListNode(list.Select(Item.Sorted), list.Span),
        _ => node,
    };

    MapNode Sorted(MapNode map)
    {
        var nested = Item!.Kind is ValueKind.Map or ValueKind.List;
        var sorted = true;
        for (var at = 1; at < map.Count && sorted; at++)
            sorted = string.CompareOrdinal(map[at - 1].Key.Text, map[at].Key.Text) < 0;
        return sorted && !nested
            ? map
            : new MapNode(map.OrderBy(entry => entry.Key.Text, StringComparer.Ordinal).Select(entry => nested ? entry with { Value = Item.Sorted(entry.Value) } : entry), map.Span);
    }
}
