using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Belvedere.Documents;

/// <summary>
/// A node of a document: a map, a list or a scalar. Immutable; compared by content with <see cref="ContentEquals"/>, because
/// where a node stood says nothing about what it is.
/// </summary>
public abstract class Node
{
    private protected Node(TextSpan span) => Span = span;

    /// <summary>Where the node stands in its file, if it was read from one.</summary>
    public TextSpan Span { get; }

    /// <summary>The node at a path below this one, or null if there is none.</summary>
    public Node? At(NodePath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.In(this);
    }

    /// <summary>The node at a path such as <c>spec.groups[0].name</c>, or null if there is none or it is no path.</summary>
    public Node? At(string path) => NodePath.TryParse(path, out var parsed) ? parsed.In(this) : null;

    /// <summary>
    /// Whether both hold the same content. Maps are equal whatever the order of their keys, numbers if they are written alike.
    /// </summary>
    public static bool ContentEquals(Node? left, Node? right) => (left, right) switch
    {
        (null, null) => true,
        (ScalarNode a, ScalarNode b) => a.Text == b.Text && (a.Kind == b.Kind || (a.IsNumber && b.IsNumber)),
        (ListNode a, ListNode b) => a.Count == b.Count && SameItems(a.AsSpan(), b.AsSpan()),
        (MapNode a, MapNode b) => a.Count == b.Count && SameEntries(a.AsSpan(), b),
        _ => false,
    };

    static bool SameItems(ReadOnlySpan<Node> left, ReadOnlySpan<Node> right)
    {
        for (var at = 0; at < left.Length; at++)
            if (!ContentEquals(left[at], right[at]))
                return false;
        return true;
    }

    static bool SameEntries(ReadOnlySpan<MapEntry> left, MapNode right)
    {
        foreach (ref readonly var entry in left)
            if (!right.TryGet(entry.Key.Text, out var other) || !ContentEquals(entry.Value, other))
                return false;
        return true;
    }
}

/// <summary>A key and its value, in the order of the file.</summary>
public readonly record struct MapEntry(ScalarNode Key, Node Value);

/// <summary>An ordered map. Keys are unique: readers refuse duplicates.</summary>
public sealed class MapNode : Node, IReadOnlyList<MapEntry>
{
    // Below this many keys a scan is faster than hashing, and most maps are small.
    const int IndexedFrom = 9;

    readonly MapEntry[] entries;
    Dictionary<string, int>? index;

    /// <summary>The map without entries.</summary>
    public static readonly MapNode Empty = new([]);

    /// <summary>Makes a map of the entries in their order.</summary>
    public MapNode(IEnumerable<MapEntry> entries, TextSpan span = default) : this([.. entries], span)
    {
    }

    MapNode(MapEntry[] entries, TextSpan span) : base(span) => this.entries = entries;

    /// <summary>Makes a map of an array that nobody else keeps.</summary>
    internal static MapNode Owning(MapEntry[] entries, TextSpan span) => new(entries, span);

    /// <summary>Makes a map of plain keys, leaving out those whose value is null.</summary>
    public static MapNode Of(params IEnumerable<(string Key, Node? Value)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);

        var made = new List<MapEntry>(entries.TryGetNonEnumeratedCount(out var count) ? count : 4);
        foreach (var (key, value) in entries)
            if (value is not null)
                made.Add(new MapEntry(ScalarNode.String(key), value));
        return Owning([.. made], default);
    }

    /// <inheritdoc/>
    public int Count => entries.Length;

    /// <inheritdoc/>
    public MapEntry this[int index] => entries[index];

    /// <summary>The entries in their order, without an enumerator.</summary>
    public ReadOnlySpan<MapEntry> AsSpan() => entries;

    /// <summary>The value at a key, or null.</summary>
    public Node? this[string key] => TryGet(key, out var value) ? value : null;

    /// <summary>Looks a key up.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out Node? value)
    {
        var at = IndexOf(key);
        value = at >= 0 ? entries[at].Value : null;
        return at >= 0;
    }

    /// <summary>This map with a key set: in its place if it exists, at the end if not.</summary>
    public MapNode With(string key, Node value)
    {
        var at = IndexOf(key);
        if (at < 0)
            return new MapNode([.. entries, new MapEntry(ScalarNode.String(key), value)], Span);

        var changed = (MapEntry[])entries.Clone();
        changed[at] = new MapEntry(entries[at].Key, value);
        return new MapNode(changed, Span);
    }

    /// <summary>This map without a key.</summary>
    public MapNode Without(string key) => IndexOf(key) < 0 ? this : new MapNode(entries.Where(entry => entry.Key.Text != key), Span);

    /// <inheritdoc/>
    public IEnumerator<MapEntry> GetEnumerator() => ((IEnumerable<MapEntry>)entries).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => entries.GetEnumerator();

    int IndexOf(string key)
    {
        if (entries.Length >= IndexedFrom)
            return (index ??= Index()).GetValueOrDefault(key, -1);

        for (var at = 0; at < entries.Length; at++)
            if (entries[at].Key.Text == key)
                return at;
        return -1;
    }

    Dictionary<string, int> Index()
    {
        var made = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        for (var at = 0; at < entries.Length; at++)
            made.TryAdd(entries[at].Key.Text, at);
        return made;
    }
}

/// <summary>A list.</summary>
public sealed class ListNode : Node, IReadOnlyList<Node>
{
    readonly Node[] items;

    /// <summary>The list without items.</summary>
    public static readonly ListNode Empty = new([]);

    /// <summary>Makes a list of the items in their order.</summary>
    public ListNode(IEnumerable<Node> items, TextSpan span = default) : this([.. items], span)
    {
    }

    ListNode(Node[] items, TextSpan span) : base(span) => this.items = items;

    /// <summary>Makes a list of an array that nobody else keeps.</summary>
    internal static ListNode Owning(Node[] items, TextSpan span) => new(items, span);

    /// <summary>Makes a list of strings.</summary>
    public static ListNode Of(params IEnumerable<string> items) => new(items.Select(ScalarNode.String));

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public Node this[int index] => items[index];

    /// <summary>The items in their order, without an enumerator.</summary>
    public ReadOnlySpan<Node> AsSpan() => items;

    /// <inheritdoc/>
    public IEnumerator<Node> GetEnumerator() => ((IEnumerable<Node>)items).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => items.GetEnumerator();
}

/// <summary>What a scalar is to the readers that clusters use.</summary>
public enum ScalarKind
{
    /// <summary>No value.</summary>
    Null = 1,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction or an exponent.</summary>
    Float,

    /// <summary>Text.</summary>
    String,
}

/// <summary>
/// A scalar. A number keeps its text as it was written, so that reading and writing change nothing. Spellings that only YAML has
/// (<c>yes</c>, <c>~</c>, <c>0644</c>, <c>1_000</c>) become what clusters read: <c>true</c>, <c>null</c>, <c>420</c>,
/// <c>1000</c>; <see cref="Written"/> tells how they stood in the file.
/// </summary>
public sealed class ScalarNode : Node
{
    /// <summary>The null scalar.</summary>
    public static readonly ScalarNode Null = new(ScalarKind.Null, "null");

    /// <summary>True.</summary>
    public static readonly ScalarNode True = new(ScalarKind.Boolean, "true");

    /// <summary>False.</summary>
    public static readonly ScalarNode False = new(ScalarKind.Boolean, "false");

    /// <summary>Makes a scalar; <paramref name="text"/> is the value of a string, or the JSON literal of the kind.</summary>
    public ScalarNode(ScalarKind kind, string text, TextSpan span = default) : this(kind, text, text, span)
    {
    }

    internal ScalarNode(ScalarKind kind, string text, string written, TextSpan span) : base(span) =>
        (Kind, Text, Written) = (kind, text, written);

    /// <summary>What it is.</summary>
    public ScalarKind Kind { get; }

    /// <summary>A string's value, or the literal as JSON has it: <c>null</c>, <c>true</c>, <c>false</c>, a number.</summary>
    public string Text { get; }

    /// <summary>
    /// The value as it stood in the file, before it was taken for a boolean, a number or null; otherwise <see cref="Text"/>. For
    /// readers that know a field to be text, as Prometheus knows a label to be.
    /// </summary>
    public string Written { get; }

    /// <summary>Whether it is a whole number or one with a fraction.</summary>
    public bool IsNumber => Kind is ScalarKind.Integer or ScalarKind.Float;

    /// <summary>A string.</summary>
    public static ScalarNode String(string value) => new(ScalarKind.String, value);

    /// <summary>A whole number.</summary>
    public static ScalarNode Integer(long value) => new(ScalarKind.Integer, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number, in the shortest form that reads back equal. Neither JSON nor Kubernetes has infinities or NaN.</summary>
    public static ScalarNode Float(double value) => double.IsFinite(value)
        ? new(ScalarKind.Float, value.ToString("R", CultureInfo.InvariantCulture))
        : throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no literal for this number.");

    /// <summary>True or false.</summary>
    public static ScalarNode Boolean(bool value) => value ? True : False;

    /// <summary>The whole number, if it is one and fits.</summary>
    public bool TryGetInteger(out long value)
    {
        value = 0;
        return Kind == ScalarKind.Integer && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The number, if it is one.</summary>
    public bool TryGetNumber(out double value)
    {
        value = 0;
        return IsNumber && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The truth value, if it is one.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = Kind == ScalarKind.Boolean && Text == "true";
        return Kind == ScalarKind.Boolean;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
