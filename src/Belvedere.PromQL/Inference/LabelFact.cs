namespace Belvedere.PromQL;

/// <summary>What is known of a label of an expression's result, whatever the data.</summary>
public enum LabelPresence
{
    /// <summary>A series may have it or not.</summary>
    Possible,

    /// <summary>Every series has it, with a value that is not empty.</summary>
    Guaranteed,

    /// <summary>No series has it.</summary>
    Excluded,
}

/// <summary>Why a label is guaranteed, possible or excluded.</summary>
public enum LabelCause
{
    /// <summary>Nothing in the expression speaks of it.</summary>
    Unmentioned,

    /// <summary>A matcher of the selector decides it.</summary>
    Matcher,

    /// <summary>The selector names the metric.</summary>
    MetricName,

    /// <summary>The metric's name is dropped from values that are no longer the metric's.</summary>
    NameDropped,

    /// <summary>An aggregation without a list merges all series.</summary>
    AllAggregated,

    /// <summary>An aggregation's <c>by</c> does not list it.</summary>
    NotInBy,

    /// <summary>An aggregation's <c>without</c> lists it.</summary>
    InWithout,

    /// <summary><c>count_values</c>, <c>histogram_quantiles</c>, <c>label_replace</c> or <c>label_join</c> writes it.</summary>
    Written,

    /// <summary>The buckets of a histogram are merged.</summary>
    BucketsMerged,

    /// <summary>A one-to-one operation keeps only the labels that its <c>on</c> lists.</summary>
    NotInOn,

    /// <summary>A one-to-one operation drops the labels that its <c>ignoring</c> lists.</summary>
    InIgnoring,

    /// <summary>Both sides of an operation must agree on it.</summary>
    Matched,

    /// <summary><c>group_left</c> or <c>group_right</c> copies it.</summary>
    Copied,

    /// <summary>The value comes from no series.</summary>
    NoSeries,

    /// <summary><c>absent()</c> takes its labels from the equality matchers of its selector.</summary>
    AbsentSelector,

    /// <summary><c>info()</c> adds labels of other series.</summary>
    Info,

    /// <summary>The sides of an <c>or</c> differ.</summary>
    Union,

    /// <summary>The expression holds something that is unknown, or more labels than are kept track of.</summary>
    Unknown,
}

/// <summary>What is known of a label, why, and where the expression says so.</summary>
/// <param name="Presence">Whether series have it.</param>
/// <param name="Cause">Why.</param>
/// <param name="Span">The part of the expression that decides it.</param>
public readonly record struct LabelFact(LabelPresence Presence, LabelCause Cause, SourceSpan Span)
{
    /// <summary>The reason in a sentence about a label.</summary>
    public string Explain(string label)
    {
        var name = PromPrinter.PrintLabel(label);
        return Cause switch
        {
            LabelCause.Unmentioned => $"nothing in the expression decides whether series have {name}",
            LabelCause.Matcher => Presence == LabelPresence.Guaranteed
                ? $"the selector only matches series that have {name}"
                : Presence == LabelPresence.Excluded ? $"the selector only matches series without {name}" : $"the selector also matches series without {name}",
            LabelCause.MetricName => "the selector names the metric",
            LabelCause.NameDropped => "the metric's name is dropped here",
            LabelCause.AllAggregated => $"the aggregation merges all series and keeps no labels, so {name} is gone",
            LabelCause.NotInBy => $"the aggregation groups by other labels, so {name} is gone",
            LabelCause.InWithout => $"the aggregation drops {name} by its without clause",
            LabelCause.Written => $"{name} is written here",
            LabelCause.BucketsMerged => $"the buckets are merged, so {name} is gone",
            LabelCause.NotInOn => $"the one-to-one match keeps only the labels in on(), so {name} is gone",
            LabelCause.InIgnoring => $"the one-to-one match drops {name} by its ignoring clause",
            LabelCause.Matched => $"both sides are matched on {name}",
            LabelCause.Copied => $"{name} is copied from the other side",
            LabelCause.NoSeries => $"the value comes from no series, so it has no {name}",
            LabelCause.AbsentSelector => Presence == LabelPresence.Guaranteed
                ? $"absent() takes {name} from the selector's equality matcher"
                : $"absent() only has labels of equality matchers, and {name} has none",
            LabelCause.Info => $"info() may add {name}",
            LabelCause.Union => $"only one side of the or decides {name}",
            _ => $"what decides {name} is unknown",
        };
    }
}
