namespace Belvedere.PromQL;

/// <summary>What an expression evaluates to. Source: Prometheus documentation, "Expression language data types".</summary>
public enum ExpressionType
{
    /// <summary>Nothing: the expression could not be parsed.</summary>
    None,

    /// <summary>One number per evaluation time.</summary>
    Scalar,

    /// <summary>A set of series with one sample each.</summary>
    InstantVector,

    /// <summary>A set of series with a range of samples each.</summary>
    RangeVector,

    /// <summary>A string; only literals have this type.</summary>
    String,
}

static class ExpressionTypeNames
{
    /// <summary>The name that Prometheus' documentation and messages use.</summary>
    public static string Documented(this ExpressionType type) => type switch
    {
        ExpressionType.Scalar => "scalar",
        ExpressionType.InstantVector => "instant vector",
        ExpressionType.RangeVector => "range vector",
        ExpressionType.String => "string",
        _ => "none",
    };

    /// <summary>The name that Prometheus' HTTP API uses.</summary>
    public static string Wire(this ExpressionType type) => type switch
    {
        ExpressionType.Scalar => "scalar",
        ExpressionType.InstantVector => "vector",
        ExpressionType.RangeVector => "matrix",
        ExpressionType.String => "string",
        _ => "none",
    };
}
