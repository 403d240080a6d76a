namespace Belvedere.PromQL;

/// <summary>
/// What is certain of the labels of a vector's series, for the checks that need no more than that. Erring means knowing less.
/// </summary>
sealed class SeriesLabels
{
    static readonly Dictionary<string, string> Nothing = [];
    static readonly HashSet<string> Empty = [];

    SeriesLabels(HashSet<string>? possible, HashSet<string>? key, Dictionary<string, string> values)
    {
        Possible = possible;
        Key = key ?? possible;
        Values = values;
    }

    /// <summary>Any labels.</summary>
    public static SeriesLabels Unknown { get; } = new(null, null, Nothing);

    /// <summary>No labels: a vector of one series.</summary>
    public static SeriesLabels None { get; } = new(Empty, null, Nothing);

    /// <summary>Not a vector at all.</summary>
    public static SeriesLabels NoSeries { get; } = new(Empty, null, Nothing);

    /// <summary>All labels that a series can have; null where any is possible.</summary>
    public HashSet<string>? Possible { get; }

    /// <summary>Labels by which the series differ: no two agree on all of these. Null where none are known.</summary>
    public HashSet<string>? Key { get; }

    /// <summary>The labels whose value is the same in every series, and that value.</summary>
    public Dictionary<string, string> Values { get; }

    /// <summary>What the matchers of a selector say.</summary>
    public static SeriesLabels Of(VectorSelector selector)
    {
        Dictionary<string, string>? values = null;
        for (var i = 0; i < selector.Matchers.Count; i++)
            if (selector.Matchers[i] is { Operator: MatchOperator.Equal, Name: not LabelMatcher.MetricName, Value.Length: > 0 } matcher)
                (values ??= [])[matcher.Name] = matcher.Value;

        return values is null ? Unknown : new(null, null, values);
    }

    /// <summary>Only the labels listed, and one series for each combination of them.</summary>
    public SeriesLabels Keep(IReadOnlyList<LabelName> labels)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < labels.Count; i++)
        {
            var label = labels[i].Name;
            if (Possible is null || Possible.Contains(label))
                kept.Add(label);
            if (Values.TryGetValue(label, out var value))
                values[label] = value;
        }

        return new(kept, null, values);
    }

    /// <summary>The same series, of which only one is left for each combination of the labels listed.</summary>
    public SeriesLabels OnePer(IReadOnlyList<LabelName> labels) => new(Possible, Names(labels), Values);

    /// <summary>All labels but those listed.</summary>
    public SeriesLabels Drop(IReadOnlyList<LabelName> labels) => Drop(Names(labels));

    /// <summary>All labels but one.</summary>
    public SeriesLabels Drop(string label) => Drop([label]);

    /// <summary>More labels, of any value.</summary>
    public SeriesLabels Set(IReadOnlyList<LabelName> labels) => Set(Names(labels));

    /// <summary>One label more, of any value.</summary>
    public SeriesLabels Set(string label) => Set([label]);

    /// <summary>The series of one side or the other.</summary>
    public SeriesLabels Or(SeriesLabels other)
    {
        HashSet<string>? possible = null;
        if (Possible is not null && other.Possible is not null)
        {
            possible = new(Possible, StringComparer.Ordinal);
            possible.UnionWith(other.Possible);
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Values)
            if (other.Values.TryGetValue(pair.Key, out var value) && value == pair.Value)
                values[pair.Key] = value;

        return new(possible, null, values);
    }

    /// <summary>The names of a list, for quick look-up.</summary>
    public static HashSet<string> Names(IReadOnlyList<LabelName> labels)
    {
        if (labels.Count == 0)
            return Empty;

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < labels.Count; i++)
            names.Add(labels[i].Name);

        return names;
    }

    SeriesLabels Drop(HashSet<string> labels)
    {
        if (labels.Count == 0)
            return this;

        HashSet<string>? possible = null;
        if (Possible is not null)
        {
            possible = new(Possible, StringComparer.Ordinal);
            possible.ExceptWith(labels);
        }

        var values = Values;
        if (values.Count > 0)
        {
            values = new(values, StringComparer.Ordinal);
            foreach (var label in labels)
                values.Remove(label);
        }

        return new(possible, null, values);
    }

    SeriesLabels Set(HashSet<string> labels)
    {
        var dropped = Drop(labels);
        dropped.Possible?.UnionWith(labels);
        return dropped;
    }
}
