using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Belvedere;

/// <summary>
/// Names and values of labels, in ordinal order of names; written as <c>new() { ["region"] = "eu-west" }</c>. Compared by content.
/// </summary>
public sealed class LabelSet : IReadOnlyDictionary<string, string>, IEquatable<LabelSet>
{
    readonly SortedList<string, string> labels = new(StringComparer.Ordinal);

    /// <summary>The set without labels.</summary>
    public static readonly LabelSet Empty = [];

    /// <summary>The value of a label; set only while the set is made.</summary>
    public string this[string key]
    {
        get => labels[key];
        init => labels[key] = value;
    }


    /// <inheritdoc/>
    public IEnumerable<string> Keys => labels.Keys;

    /// <inheritdoc/>
    public IEnumerable<string> Values => labels.Values;

    /// <inheritdoc/>
    public int Count => labels.Count;

    /// <summary>A set of these labels; of several with one name the last counts.</summary>
    public static LabelSet From(params IEnumerable<KeyValuePair<string, string>> labels)
    {
        var set = new LabelSet();
        foreach (var (name, value) in labels)
            set.labels[name] = value;
        return set;
    }

    /// <summary>This set with another laid over it.</summary>
    public LabelSet With(LabelSet over) => over.Count == 0 ? this : Count == 0 ? over : From(this.Concat(over));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => labels.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => labels.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => labels.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(LabelSet? other) => other is not null && labels.SequenceEqual(other.labels);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, value) in labels)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>The labels as PromQL writes them.</summary>
    public override string ToString() => "{" + string.Join(", ", labels.Select(label => $"{label.Key}=\"{label.Value}\"")) + "}";
}
