namespace Belvedere.PromQL;

/// <summary>
/// What Prometheus' versions added to the language after 2.39 and took from it; everything else is in every dialect.
/// Source: Prometheus' CHANGELOG up to 3.14.
/// </summary>
public static class LanguageHistory
{
    static readonly List<LanguageConstruct> Rows = [];

    /// <summary>The oldest version whose language is known: that of OpenShift 4.12.</summary>
    public static readonly PrometheusVersion Oldest = new(2, 39);

    /// <summary>The newest version whose language is known.</summary>
    public static readonly PrometheusVersion Newest = new(3, 14);

    internal static readonly LanguageConstruct UnderscoresInNumbers = Syntax("underscores in numbers", new(2, 54));
    internal static readonly LanguageConstruct QuotedNames = Syntax("quoted metric and label names", new(3, 0));
    internal static readonly LanguageConstruct NumbersAsDurations = Syntax("numbers as durations", new(3, 0));
    internal static readonly LanguageConstruct DurationsAsNumbers = Syntax("durations as numbers", new(3, 0));
    internal static readonly LanguageConstruct AtBeforeRange = Syntax("`@ start()` or `@ end()` before a range", Oldest, removed: new(3, 0), successor: "the modifier after the range");
    internal static readonly LanguageConstruct ZeroOffsets = Syntax("`offset 0s`", new(3, 0));
    internal static readonly LanguageConstruct DurationArithmetic = Syntax("arithmetic in durations", new(3, 4), PromQLFeatures.DurationExpressions, stable: new(3, 14));
    internal static readonly LanguageConstruct DurationStep = Syntax("`step()` in durations", new(3, 6), PromQLFeatures.DurationExpressions, stable: new(3, 14));
    internal static readonly LanguageConstruct DurationMinMax = Syntax("`min()` and `max()` in durations", new(3, 6), PromQLFeatures.DurationExpressions, removed: new(3, 13), successor: "`min_of()` and `max_of()`");
    internal static readonly LanguageConstruct DurationRange = Syntax("`range()` in durations", new(3, 10), PromQLFeatures.DurationExpressions, stable: new(3, 14));
    internal static readonly LanguageConstruct DurationMinOfMaxOf = Syntax("`min_of()` and `max_of()` in durations", new(3, 13), PromQLFeatures.DurationExpressions, stable: new(3, 14));
    internal static readonly LanguageConstruct RangeEdgeModifiers = Syntax("`anchored` and `smoothed`", new(3, 7), PromQLFeatures.ExtendedRangeSelectors);
    internal static readonly LanguageConstruct FillModifiers = Syntax("`fill`, `fill_left` and `fill_right`", new(3, 10), PromQLFeatures.FillModifiers);
    internal static readonly LanguageConstruct TrimOperators = Syntax("the operators `</` and `>/`", new(3, 11));

    internal static readonly LanguageConstruct LimitAggregations =
        Add(ConstructKind.Aggregation, "limitk, limit_ratio", new(2, 54), PromQLFeatures.ExperimentalFunctions, null, null, null);

    static readonly Dictionary<string, LanguageConstruct> FunctionRows = AddFunctions();

    /// <summary>Every construct that some version lacks.</summary>
    public static IReadOnlyList<LanguageConstruct> Constructs => Rows;

    /// <summary>The history of a function; null where every version has it.</summary>
    public static LanguageConstruct? OfFunction(string name) => FunctionRows.TryGetValue(name, out var row) ? row : null;

    static Dictionary<string, LanguageConstruct> AddFunctions()
    {
        var rows = new Dictionary<string, LanguageConstruct>(StringComparer.Ordinal);

        void Stable(PrometheusVersion since, params string[] names)
        {
            foreach (var name in names)
                rows.Add(name, Add(ConstructKind.Function, name, since, PromQLFeatures.None, null, null, null));
        }

        void Experimental(PrometheusVersion since, params string[] names)
        {
            foreach (var name in names)
                rows.Add(name, Add(ConstructKind.Function, name, since, PromQLFeatures.ExperimentalFunctions, null, null, null));
        }

        rows.Add("holt_winters", Add(
            ConstructKind.Function, "holt_winters", Oldest, PromQLFeatures.None, null, new(3, 0), "double_exponential_smoothing"));
        Stable(new(2, 40), "histogram_count", "histogram_fraction", "histogram_sum");
        Stable(new(2, 47), "histogram_stddev", "histogram_stdvar");
        Experimental(new(2, 49), "mad_over_time", "sort_by_label", "sort_by_label_desc");
        Stable(new(2, 51), "histogram_avg");
        Experimental(new(2, 55), "info");
        Experimental(new(3, 0), "double_exponential_smoothing");
        Experimental(new(3, 5), "ts_of_last_over_time", "ts_of_max_over_time", "ts_of_min_over_time");
        rows.Add("first_over_time", Add(
            ConstructKind.Function, "first_over_time", new(3, 7), PromQLFeatures.ExperimentalFunctions, new(3, 14), null, null));
        Experimental(new(3, 7), "ts_of_first_over_time");
        Experimental(new(3, 11), "histogram_quantiles");
        Experimental(new(3, 12), "end", "range", "start", "step");
        Experimental(new(3, 13), "max_of", "min_of");
        Experimental(new(3, 14), "start_timestamp");
        return rows;
    }

    static LanguageConstruct Syntax(
        string name,
        PrometheusVersion since,
        PromQLFeatures flag = PromQLFeatures.None,
        PrometheusVersion? stable = null,
        PrometheusVersion? removed = null,
        string? successor = null) =>
        Add(ConstructKind.Syntax, name, since, flag, stable, removed, successor);

    static LanguageConstruct Add(
        ConstructKind kind,
        string name,
        PrometheusVersion since,
        PromQLFeatures flag,
        PrometheusVersion? stable,
        PrometheusVersion? removed,
        string? successor)
    {
        var row = new LanguageConstruct(kind, name, since)
        {
            Flag = flag,
            StableSince = stable,
            RemovedIn = removed,
            Successor = successor,
            Index = Rows.Count,
        };
        Rows.Add(row);
        return row;
    }
}
