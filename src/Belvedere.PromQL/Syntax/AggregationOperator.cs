namespace Belvedere.PromQL;

/// <summary>An operator that turns many series into fewer.</summary>
public enum AggregationOperator
{
    /// <summary>The arithmetic mean.</summary>
    Avg,

    /// <summary>The k smallest series; keeps their labels.</summary>
    BottomK,

    /// <summary>The number of series.</summary>
    Count,

    /// <summary>The number of series per value, in a label that the parameter names.</summary>
    CountValues,

    /// <summary>1 for every group.</summary>
    Group,

    /// <summary>The largest value.</summary>
    Max,

    /// <summary>The smallest value.</summary>
    Min,

    /// <summary>The φ-quantile over the series.</summary>
    Quantile,

    /// <summary>The population standard deviation.</summary>
    StdDev,

    /// <summary>The population variance.</summary>
    StdVar,

    /// <summary>The sum.</summary>
    Sum,

    /// <summary>The k largest series; keeps their labels.</summary>
    TopK,

    /// <summary>Any k series; keeps their labels. Experimental since Prometheus 2.54.</summary>
    LimitK,

    /// <summary>A share of the series, the same ones every time; keeps their labels. Experimental since Prometheus 2.54.</summary>
    LimitRatio,
}

/// <summary>What the grammar says of aggregation operators.</summary>
public static class AggregationOperators
{
    /// <summary>The operator as it is written, in lower case.</summary>
    public static string Text(this AggregationOperator op) => op switch
    {
        AggregationOperator.Avg => "avg",
        AggregationOperator.BottomK => "bottomk",
        AggregationOperator.Count => "count",
        AggregationOperator.CountValues => "count_values",
        AggregationOperator.Group => "group",
        AggregationOperator.Max => "max",
        AggregationOperator.Min => "min",
        AggregationOperator.Quantile => "quantile",
        AggregationOperator.StdDev => "stddev",
        AggregationOperator.StdVar => "stdvar",
        AggregationOperator.Sum => "sum",
        AggregationOperator.TopK => "topk",
        AggregationOperator.LimitK => "limitk",
        _ => "limit_ratio",
    };

    /// <summary>The type of the parameter before the vector; <see cref="ExpressionType.None"/> where there is none.</summary>
    public static ExpressionType ParameterType(this AggregationOperator op) => op switch
    {
        AggregationOperator.CountValues => ExpressionType.String,
        AggregationOperator.TopK or AggregationOperator.BottomK or AggregationOperator.Quantile
            or AggregationOperator.LimitK or AggregationOperator.LimitRatio => ExpressionType.Scalar,
        _ => ExpressionType.None,
    };

    /// <summary>Whether the result holds series of the input with all their labels, instead of one series per group.</summary>
    public static bool SelectsSeries(this AggregationOperator op) =>
        op is AggregationOperator.TopK or AggregationOperator.BottomK or AggregationOperator.LimitK or AggregationOperator.LimitRatio;
}
