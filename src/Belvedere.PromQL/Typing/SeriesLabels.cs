namespace Belvedere.PromQL;

/// <summary>
/// What is certain of the labels of a vector's series, for the checks that need no more than that. Erring means knowing less;
/// so do lists that are longer than anyone writes, which keeps every step short.
/// </summary>
sealed class SeriesLabels
{
    const int MaximumLabels = 32;

    SeriesLabels(string[]? possible, string[]? key, LabelMatcher[] values)
    {
        Possible = possible;
        Key = key ?? possible;
        Values = values;
    }

    /// <summary>Any labels.</summary>
    public static SeriesLabels Unknown { get; } = new(null, null, []);

    /// <summary>No labels: a vector of one series.</summary>
    public static SeriesLabels None { get; } = new([], null, []);

    /// <summary>Not a vector at all.</summary>
    public static SeriesLabels NoSeries { get; } = new([], null, []);

    /// <summary>All labels that a series can have; null where any is possible.</summary>
    public string[]? Possible { get; }

    /// <summary>Labels by which the series differ: no two agree on all of these. Null where none are known.</summary>
    public string[]? Key { get; }

    /// <summary>Matchers that say that a label has the same value in every series.</summary>
    public LabelMatcher[] Values { get; }

    /// <summary>What the matchers of a selector say.</summary>
    public static SeriesLabels Of(VectorSelector selector)
    {
        var matchers = selector.Matchers;
        if (matchers.Count > MaximumLabels)
            return Unknown;

        var count = 0;
        for (var i = 0; i < matchers.Count; i++)
            if (FixesValue(matchers[i]))
                count++;
        if (count == 0)
            return Unknown;

        var values = new LabelMatcher[count];
        for (var i = matchers.Count - 1; i >= 0; i--)
            if (FixesValue(matchers[i]))
                values[--count] = matchers[i];

        return new(null, null, values);
    }

    /// <summary>Only the labels listed, and one series for each combination of them.</summary>
    public SeriesLabels Keep(IReadOnlyList<LabelName> labels)
    {
        if (labels.Count == 0)
            return None;
        if (labels.Count > MaximumLabels)
            return Unknown;

        var kept = new List<string>(labels.Count);
        for (var i = 0; i < labels.Count; i++)
            if (Possible is null || Contains(Possible, labels[i].Name))
                kept.Add(labels[i].Name);

        return new([.. kept], null, Array.FindAll(Values, value => Contains(labels, value.Name)));
    }

    /// <summary>The same series, of which only one is left for each combination of the labels listed.</summary>
    public SeriesLabels OnePer(IReadOnlyList<LabelName> labels) => labels.Count > MaximumLabels ? this : new(Possible, Names(labels), Values);

    /// <summary>All labels but those listed.</summary>
    public SeriesLabels Drop(IReadOnlyList<LabelName> labels)
    {
        if (labels.Count == 0 || ReferenceEquals(this, Unknown))
            return this;
        if (labels.Count > MaximumLabels)
            return Unknown;

        return new(
            Possible is null ? null : Array.FindAll(Possible, label => !Contains(labels, label)),
            null,
            Array.FindAll(Values, value => !Contains(labels, value.Name)));
    }

    /// <summary>All labels but one.</summary>
    public SeriesLabels Drop(string label) => Drop([new LabelName(label)]);

    /// <summary>More labels, of any value.</summary>
    public SeriesLabels Set(IReadOnlyList<LabelName> labels)
    {
        var dropped = Drop(labels);
        if (dropped.Possible is null || labels.Count == 0)
            return dropped;

        return dropped.Possible.Length + labels.Count > MaximumLabels ? Unknown : new([.. dropped.Possible, .. Names(labels)], null, dropped.Values);
    }

    /// <summary>One label more, of any value.</summary>
    public SeriesLabels Set(string label) => Set([new LabelName(label)]);

    /// <summary>The series of one side or the other.</summary>
    public SeriesLabels Or(SeriesLabels other)
    {
        string[]? possible = null;
        if (Possible is not null && other.Possible is not null && Possible.Length + other.Possible.Length <= MaximumLabels)
            possible = [.. Possible, .. Array.FindAll(other.Possible, label => !Contains(Possible, label))];

        var values = Array.FindAll(Values, value => other.ValueOf(value.Name) == value.Value);
        return possible is null && values.Length == 0 ? Unknown : new(possible, null, values);
    }

    /// <summary>The value that a label has in every series; null where none is known.</summary>
    public string? ValueOf(string label)
    {
        foreach (var value in Values)
            if (value.Name == label)
                return value.Value;

        return null;
    }

    /// <summary>Whether a label is on a list.</summary>
    public static bool Contains(IReadOnlyList<LabelName> labels, string label)
    {
        for (var i = 0; i < labels.Count; i++)
            if (labels[i].Name == label)
                return true;

        return false;
    }

    static bool Contains(string[] labels, string label) => Array.IndexOf(labels, label) >= 0;

    static bool FixesValue(LabelMatcher matcher) =>
        matcher is { Operator: MatchOperator.Equal, Value.Length: > 0 } && matcher.Name != LabelMatcher.MetricName;

    static string[] Names(IReadOnlyList<LabelName> labels)
    {
        var names = new string[labels.Count];
        for (var i = 0; i < names.Length; i++)
            names[i] = labels[i].Name;

        return names;
    }
}
