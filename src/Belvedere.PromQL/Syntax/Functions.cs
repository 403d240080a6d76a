using T = Belvedere.PromQL.ExpressionType;

namespace Belvedere.PromQL;

/// <summary>Every function of PromQL up to Prometheus 3.14; which of them a server has is its <see cref="Dialect"/>'s matter.</summary>
public static class Functions
{
    static readonly Dictionary<string, FunctionSignature> ByName = Table();

    /// <summary>All signatures, in no particular order.</summary>
    public static IReadOnlyCollection<FunctionSignature> All => ByName.Values;

    /// <summary>The function of that name; null if there is none. Names are case-sensitive.</summary>
    public static FunctionSignature? Find(string name) => ByName.TryGetValue(name, out var function) ? function : null;

    static Dictionary<string, FunctionSignature> Table()
    {
        var table = new Dictionary<string, FunctionSignature>(128, StringComparer.Ordinal);

        void Add(string name, T returns, int optional, params T[] parameters) =>
            table.Add(name, new(name, returns, optional, parameters));

        T[] vector = [T.InstantVector], range = [T.RangeVector];

        foreach (var name in new[]
        {
            "abs", "absent", "acos", "acosh", "asin", "asinh", "atan", "atanh", "ceil", "cos", "cosh", "deg", "exp", "floor",
            "histogram_avg", "histogram_count", "histogram_stddev", "histogram_stdvar", "histogram_sum", "ln", "log10", "log2",
            "rad", "sgn", "sin", "sinh", "sort", "sort_desc", "sqrt", "start_timestamp", "tan", "tanh", "timestamp",
        })
            Add(name, T.InstantVector, 0, vector);

        foreach (var name in new[] { "day_of_month", "day_of_week", "day_of_year", "days_in_month", "hour", "minute", "month", "year" })
            Add(name, T.InstantVector, 1, vector);

        foreach (var name in new[]
        {
            "absent_over_time", "avg_over_time", "changes", "count_over_time", "delta", "deriv", "first_over_time", "idelta",
            "increase", "irate", "last_over_time", "mad_over_time", "max_over_time", "min_over_time", "present_over_time", "rate",
            "resets", "stddev_over_time", "stdvar_over_time", "sum_over_time", "ts_of_first_over_time", "ts_of_last_over_time",
            "ts_of_max_over_time", "ts_of_min_over_time",
        })
            Add(name, T.InstantVector, 0, range);

        foreach (var name in new[] { "end", "pi", "range", "start", "step", "time" })
            Add(name, T.Scalar, 0);

        foreach (var name in new[] { "max_of", "min_of" })
            Add(name, T.Scalar, 0, T.Scalar, T.Scalar);

        foreach (var name in new[] { "double_exponential_smoothing", "holt_winters" })
            Add(name, T.InstantVector, 0, T.RangeVector, T.Scalar, T.Scalar);

        foreach (var name in new[] { "clamp_max", "clamp_min" })
            Add(name, T.InstantVector, 0, T.InstantVector, T.Scalar);

        foreach (var name in new[] { "sort_by_label", "sort_by_label_desc" })
            Add(name, T.InstantVector, -1, T.InstantVector, T.String);

        Add("clamp", T.InstantVector, 0, T.InstantVector, T.Scalar, T.Scalar);
        Add("histogram_fraction", T.InstantVector, 0, T.Scalar, T.Scalar, T.InstantVector);
        Add("histogram_quantile", T.InstantVector, 0, T.Scalar, T.InstantVector);
        Add("histogram_quantiles", T.InstantVector, 9, T.InstantVector, T.String, T.Scalar, T.Scalar);
        Add("info", T.InstantVector, 1, T.InstantVector, T.InstantVector);
        Add("label_join", T.InstantVector, -1, T.InstantVector, T.String, T.String, T.String);
        Add("label_replace", T.InstantVector, 0, T.InstantVector, T.String, T.String, T.String, T.String);
        Add("predict_linear", T.InstantVector, 0, T.RangeVector, T.Scalar);
        Add("quantile_over_time", T.InstantVector, 0, T.Scalar, T.RangeVector);
        Add("round", T.InstantVector, 1, T.InstantVector, T.Scalar);
        Add("scalar", T.Scalar, 0, T.InstantVector);
        Add("vector", T.InstantVector, 0, T.Scalar);
        return table;
    }
}
