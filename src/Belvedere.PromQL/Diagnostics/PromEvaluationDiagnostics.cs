using static Belvedere.PromQL.PromSeverity;

namespace Belvedere.PromQL;

/// <summary>What Prometheus accepts, but cannot evaluate or evaluates to nothing.</summary>
public static class PromEvaluationDiagnostics
{
    /// <summary>The regular expression of <c>label_replace()</c> does not compile.</summary>
    public static readonly PromDiagnosticDescriptor ReplaceRegex = new("BLV2070", Warning, "Invalid regular expression in label_replace()");

    /// <summary>A label name in a string is none.</summary>
    public static readonly PromDiagnosticDescriptor LabelName = new("BLV2071", Warning, "Invalid label name in a string");

    /// <summary>A quantile is not between 0 and 1, so that the result is infinite.</summary>
    public static readonly PromDiagnosticDescriptor QuantileRange = new("BLV2072", Warning, "Quantile out of range");

    /// <summary>The ratio of <c>limit_ratio</c> is not between -1 and 1.</summary>
    public static readonly PromDiagnosticDescriptor RatioRange = new("BLV2073", Warning, "Ratio out of range");

    /// <summary>A function does not take an <c>anchored</c> or <c>smoothed</c> range.</summary>
    public static readonly PromDiagnosticDescriptor UnsupportedEdges = new("BLV2074", Warning, "Function does not take such a range");

    /// <summary>Two matchers of one selector exclude each other.</summary>
    public static readonly PromDiagnosticDescriptor ContradictoryMatchers = new("BLV2075", Warning, "Matchers that exclude each other");

    /// <summary>The two sides of an operation have different values of a label that they are matched on.</summary>
    public static readonly PromDiagnosticDescriptor NothingMatches = new("BLV2076", Warning, "Sides that can never match");

    /// <summary>A side that must be unique per match is grouped by more labels than are matched on.</summary>
    public static readonly PromDiagnosticDescriptor ManyToMany = new("BLV2077", Warning, "Matching that is not unique");

    /// <summary>A smoothing factor is not between 0 and 1.</summary>
    public static readonly PromDiagnosticDescriptor SmoothingFactor = new("BLV2078", Warning, "Smoothing factor out of range");

    /// <summary>The lower bound of <c>clamp()</c> is above the upper one, so that nothing remains.</summary>
    public static readonly PromDiagnosticDescriptor ClampBounds = new("BLV2079", Warning, "Clamp bounds are the wrong way round");

    /// <summary><c>topk</c>, <c>bottomk</c> or <c>limitk</c> of fewer than one series selects nothing.</summary>
    public static readonly PromDiagnosticDescriptor SelectsNothing = new("BLV2080", Warning, "Selection of no series");

    internal static readonly PromDiagnosticDescriptor[] All =
    [
        ReplaceRegex, LabelName, QuantileRange, RatioRange, UnsupportedEdges, ContradictoryMatchers, NothingMatches, ManyToMany,
        SmoothingFactor, ClampBounds, SelectsNothing,
    ];
}
