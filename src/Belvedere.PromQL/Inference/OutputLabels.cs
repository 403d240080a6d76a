namespace Belvedere.PromQL;

/// <summary>
/// The labels that an expression's result can have, whatever the data: some by name, and one statement about all others. The
/// metric's name is the label <c>__name__</c>.
/// </summary>
public sealed class OutputLabels
{
    /// <summary>How many labels are kept track of by name; beyond that, the others are taken as possible.</summary>
    internal const int MaximumNamed = 256;

    static readonly KeyValuePair<string, LabelFact>[] Nothing = [];

    readonly KeyValuePair<string, LabelFact>[] named;

    OutputLabels(KeyValuePair<string, LabelFact>[] named, LabelFact others)
    {
        if (named.Length > MaximumNamed)
        {
            // To forget a label is sound only where labels that are not named are possible.
            others = new(LabelPresence.Possible, LabelCause.Unknown, others.Span);
            Array.Resize(ref named, MaximumNamed);
        }

        this.named = named;
        Others = others;
    }

    /// <summary>What is known of every label that has no fact of its own: possible or excluded.</summary>
    public LabelFact Others { get; }

    /// <summary>Whether labels are possible that the expression does not name.</summary>
    public bool IsOpen => Others.Presence != LabelPresence.Excluded;

    /// <summary>The labels that something is known of, in ordinal order.</summary>
    public IReadOnlyList<KeyValuePair<string, LabelFact>> Named => named;

    /// <summary>The labels that every series has, in ordinal order.</summary>
    public IEnumerable<string> Guaranteed => Select(LabelPresence.Guaranteed);

    /// <summary>The named labels that a series may have or not, in ordinal order.</summary>
    public IEnumerable<string> Possible => Select(LabelPresence.Possible);

    /// <summary>The named labels that no series has, in ordinal order.</summary>
    public IEnumerable<string> Excluded => Select(LabelPresence.Excluded);

    /// <summary>Whether no series of the result has any label.</summary>
    public bool IsEmpty
    {
        get
        {
            foreach (var pair in named)
                if (pair.Value.Presence != LabelPresence.Excluded)
                    return false;

            return !IsOpen;
        }
    }

    /// <summary>What is known of a label.</summary>
    public LabelFact Of(string label)
    {
        int low = 0, high = named.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(named[middle].Key, label);
            if (order == 0)
                return named[middle].Value;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return Others;
    }

    /// <summary>Whether a label can be there still in the result.</summary>
    public bool Survives(string label) => Of(label).Presence != LabelPresence.Excluded;

    /// <summary>Any labels.</summary>
    internal static OutputLabels Open(LabelCause cause, SourceSpan span) => new(Nothing, new(LabelPresence.Possible, cause, span));

    /// <summary>No labels.</summary>
    internal static OutputLabels None(LabelCause cause, SourceSpan span) => new(Nothing, new(LabelPresence.Excluded, cause, span));

    /// <summary>The same with another fact for one label.</summary>
    internal OutputLabels With(string label, LabelFact fact)
    {
        var place = 0;
        while (place < named.Length && string.CompareOrdinal(named[place].Key, label) < 0)
            place++;

        var exists = place < named.Length && named[place].Key == label;
        var result = new KeyValuePair<string, LabelFact>[named.Length + (exists ? 0 : 1)];
        Array.Copy(named, result, place);
        result[place] = new(label, fact);
        var rest = exists ? place + 1 : place;
        Array.Copy(named, rest, result, place + 1, named.Length - rest);
        return new(result, Others);
    }

    /// <summary>The labels listed as they are; no others.</summary>
    internal OutputLabels Keep(IReadOnlyList<LabelName> labels, LabelFact dropped)
    {
        var kept = new SortedDictionary<string, LabelFact>(StringComparer.Ordinal);
        for (var i = 0; i < labels.Count; i++)
        {
            // What a variable stands for is not known here, so nothing is excluded by it.
            if (labels[i].IsVariable)
                return Weakened(dropped.Span);
            kept[labels[i].Name] = Of(labels[i].Name);
        }

        return new([.. kept], dropped);
    }

    /// <summary>All labels but those listed.</summary>
    internal OutputLabels Drop(IReadOnlyList<LabelName> labels, LabelFact dropped)
    {
        if (labels.Count == 0)
            return this;

        var facts = new SortedDictionary<string, LabelFact>(StringComparer.Ordinal);
        foreach (var pair in named)
            facts[pair.Key] = pair.Value;
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i].IsVariable)
                return Weakened(dropped.Span);
            facts[labels[i].Name] = dropped;
        }

        return new([.. facts], Others);
    }

    /// <summary>Two results put together, label by label.</summary>
    internal static OutputLabels Combine(OutputLabels one, OutputLabels other, Func<string?, LabelFact, LabelFact, LabelFact> combine)
    {
        var result = new List<KeyValuePair<string, LabelFact>>(one.named.Length + other.named.Length);
        int i = 0, j = 0;
        while (i < one.named.Length || j < other.named.Length)
        {
            var order = i == one.named.Length ? 1
                : j == other.named.Length ? -1
                : string.CompareOrdinal(one.named[i].Key, other.named[j].Key);
            var label = order <= 0 ? one.named[i].Key : other.named[j].Key;
            var left = order <= 0 ? one.named[i++].Value : one.Others;
            var right = order >= 0 ? other.named[j++].Value : other.Others;
            result.Add(new(label, combine(label, left, right)));
        }

        return new([.. result], combine(null, one.Others, other.Others));
    }

    /// <summary>Nothing is guaranteed or excluded.</summary>
    internal static OutputLabels Weakened(SourceSpan span) => Open(LabelCause.Unknown, span);

    /// <inheritdoc/>
    public override string ToString()
    {
        var parts = new List<string>();
        foreach (var pair in named)
            if (pair.Value.Presence != (IsOpen ? LabelPresence.Possible : LabelPresence.Excluded))
                parts.Add(pair.Value.Presence switch
                {
                    LabelPresence.Guaranteed => PromPrinter.PrintLabel(pair.Key),
                    LabelPresence.Possible => PromPrinter.PrintLabel(pair.Key) + "?",
                    _ => "-" + PromPrinter.PrintLabel(pair.Key),
                });
        if (IsOpen)
            parts.Add("…");

        return "{" + string.Join(", ", parts) + "}";
    }

    IEnumerable<string> Select(LabelPresence presence)
    {
        foreach (var pair in named)
            if (pair.Value.Presence == presence)
                yield return pair.Key;
    }
}
