namespace Belvedere.PromQL;

/// <summary>
/// The parts of the language that a server must be told to accept, each with its <c>--enable-feature</c> flag.
/// Source: Prometheus documentation, "Feature flags".
/// </summary>
[Flags]
public enum PromQLFeatures
{
    /// <summary>No experimental part.</summary>
    None = 0,

    /// <summary><c>promql-experimental-functions</c></summary>
    ExperimentalFunctions = 1,

    /// <summary><c>promql-duration-expr</c>; always on from Prometheus 3.14.</summary>
    DurationExpressions = 2,

    /// <summary><c>promql-extended-range-selectors</c>: <c>anchored</c> and <c>smoothed</c>.</summary>
    ExtendedRangeSelectors = 4,

    /// <summary><c>promql-binop-fill-modifiers</c>: <c>fill</c>, <c>fill_left</c> and <c>fill_right</c>.</summary>
    FillModifiers = 8,

    /// <summary>All of them.</summary>
    All = ExperimentalFunctions | DurationExpressions | ExtendedRangeSelectors | FillModifiers,
}
