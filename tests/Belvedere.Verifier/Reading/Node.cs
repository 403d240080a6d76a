using System.Globalization;

namespace Belvedere.Verifier.Reading;

/// <summary>
/// A map, a list or a scalar. What is not there is <see cref="Missing"/>, so that a path may be asked for without looking at
/// each of its steps.
/// </summary>
sealed class Node
{
    public static readonly Node Missing = new();

    Node()
    {
    }

    /// <summary>The text of a scalar.</summary>
    public string? Text { get; private init; }

    /// <summary>Whether a scalar is a string, not a number, a truth value or null.</summary>
    public bool IsString { get; private init; }

    public bool IsMap { get; private init; }

    public bool IsList { get; private init; }

    public IReadOnlyList<KeyValuePair<string, Node>> Entries { get; private init; } = [];

    public IReadOnlyList<Node> Items { get; private init; } = [];

    public bool Exists => !ReferenceEquals(this, Missing);

    public bool IsTrue => !IsString && Text is "true";

    public int? Number => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Node Scalar(string text, bool isString = true) => new() { Text = text, IsString = isString };

    public static Node List(IReadOnlyList<Node> items) => new() { Items = items, IsList = true };

    public static Node Map(IReadOnlyList<KeyValuePair<string, Node>> entries) => new() { Entries = entries, IsMap = true };

    public Node this[string key]
    {
        get
        {
            foreach (var entry in Entries)
                if (entry.Key == key)
                    return entry.Value;
            return Missing;
        }
    }

    public Node At(params ReadOnlySpan<string> path)
    {
        var node = this;
        foreach (var key in path)
            node = node[key];
        return node;
    }

    /// <summary>The texts of a list of scalars.</summary>
    public IEnumerable<string> Texts => Items.Select(item => item.Text ?? "");

    /// <summary>A map of scalars.</summary>
    public IReadOnlyDictionary<string, string> Strings => Entries.Count == 0
        ? Nothing
        : Entries.DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Value.Text ?? "", StringComparer.Ordinal);

    static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Every node below and this, with its path.</summary>
    public IEnumerable<(string Path, Node Node)> All(string path = "")
    {
        yield return (path, this);
        foreach (var entry in Entries)
            foreach (var below in entry.Value.All(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}"))
                yield return below;
        for (var at = 0; at < Items.Count; at++)
            foreach (var below in Items[at].All($"{path}[{at}]"))
                yield return below;
    }

    /// <summary>The tree with its scalars' texts changed.</summary>
    public Node Select(Func<string, string> change) =>
        IsMap ? Map([.. Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Select(change)))])
        : IsList ? List([.. Items.Select(item => item.Select(change))])
        : Text is null ? this
        : Scalar(change(Text), IsString);

    /// <summary>Whether two trees say the same; the order of a map's keys says nothing.</summary>
    public bool Same(Node other) =>
        IsMap == other.IsMap && IsList == other.IsList && Text == other.Text && IsString == other.IsString
        && Items.Count == other.Items.Count && Entries.Count == other.Entries.Count
        && Items.Zip(other.Items).All(pair => pair.First.Same(pair.Second))
        && Entries.All(entry => entry.Value.Same(other[entry.Key]));

    public override string ToString() =>
        IsMap ? "{" + string.Join(", ", Entries.Select(entry => $"{entry.Key}: {entry.Value}")) + "}"
        : IsList ? "[" + string.Join(", ", Items) + "]"
        : Text ?? "";
}
