using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Belvedere.Kubernetes;

/// <summary>
/// A map from text: labels, annotations, data. Immutable; written with <c>new() { ["app"] = "thanos" }</c> or as a collection
/// expression. Its entries are always sorted by key, by ordinal comparison, because a map has no order and Git has; when a key
/// is given twice, the later value stands.
/// </summary>
[CollectionBuilder(typeof(Map), nameof(Map.Create))]
public sealed class Map<T> : IReadOnlyList<KeyValuePair<string, T>>, IReadOnlyDictionary<string, T>, IEquatable<Map<T>>
{
    KeyValuePair<string, T>[] entries;

    /// <summary>Makes an empty map; entries are given in the initializer.</summary>
    public Map() => entries = [];

    internal Map(KeyValuePair<string, T>[] sorted) => entries = sorted;

    /// <inheritdoc/>
    public int Count => entries.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, T> this[int index] => entries[index];

    /// <summary>The value at a key. Reading a key that is not there throws, as a dictionary does.</summary>
    public T this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The map has no key {key}.");
        init => entries = With(key, value).entries;
    }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => entries.Select(entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<T> Values => entries.Select(entry => entry.Value);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var at = Find(key);
        value = at >= 0 ? entries[at].Value : default;
        return at >= 0;
    }

    /// <summary>This map with a key set.</summary>
    public Map<T> With(string key, T value)
    {
        var at = Find(key);
        if (at >= 0)
        {
            var changed = (KeyValuePair<string, T>[])entries.Clone();
            changed[at] = new(key, value);
            return new(changed);
        }

        return new([.. entries.AsSpan(0, ~at), new(key, value), .. entries.AsSpan(~at)]);
    }

    /// <summary>This map without a key.</summary>
    public Map<T> Without(string key) => Find(key) is >= 0 and var at ? new([.. entries.AsSpan(0, at), .. entries.AsSpan(at + 1)]) : this;

    /// <summary>Whether both have the same keys with equal values.</summary>
    public bool Equals(Map<T>? other) => other is not null && entries.AsSpan().SequenceEqual(other.entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Map<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => entries.Length == 0 ? 0 : HashCode.Combine(entries.Length, entries[0].Key, entries[^1].Key);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", entries.Select(entry => $"{entry.Key}={entry.Value}"));

    /// <summary>Lists the entries by key.</summary>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();

    int Find(string key)
    {
        var (low, high) = (0, entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            switch (string.CompareOrdinal(entries[middle].Key, key))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return ~low;
    }
}

/// <summary>Makes maps.</summary>
public static class Map
{
    /// <summary>A map of entries in any order.</summary>
    public static Map<T> Create<T>(ReadOnlySpan<KeyValuePair<string, T>> entries)
    {
        // Most maps are short; the framework's sorted dictionary would first have to be compiled for each type of value.
        if (entries.Length <= 16)
        {
            Map<T> map = new([]);
            foreach (var (key, value) in entries)
                map = map.With(key, value);
            return map;
        }

        var byKey = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
            byKey[key] = value;
        return new Map<T>([.. byKey]);
    }
}
