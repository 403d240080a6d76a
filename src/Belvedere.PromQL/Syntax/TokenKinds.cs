namespace Belvedere.PromQL;

/// <summary>The classes of tokens that the grammar's rules name.</summary>
static class TokenKinds
{
    public static bool IsBinaryOperator(this TokenKind kind) => kind is >= TokenKind.Add and <= TokenKind.Unless;

    public static BinaryOperator ToBinaryOperator(this TokenKind kind) => (BinaryOperator)(kind - TokenKind.Add);

    public static bool IsAggregation(this TokenKind kind) => kind is >= TokenKind.Avg and <= TokenKind.LimitRatio;

    public static AggregationOperator ToAggregation(this TokenKind kind) => (AggregationOperator)(kind - TokenKind.Avg);

    /// <summary>Keywords that Prometheus describes as <c>&lt;by&gt;</c>.</summary>
    public static bool IsKeyword(this TokenKind kind) => kind is >= TokenKind.Bool and <= TokenKind.FillRight;

    /// <summary>The names that are functions when a parenthesis follows, and metrics otherwise (<c>start</c> to <c>min_of</c>).</summary>
    public static bool IsPreprocessor(this TokenKind kind) => kind >= TokenKind.Start;

    /// <summary>The grammar's <c>metric_identifier</c>.</summary>
    public static bool CanNameMetric(this TokenKind kind) => kind switch
    {
        TokenKind.Identifier or TokenKind.MetricIdentifier or TokenKind.And or TokenKind.Or or TokenKind.Unless
            or TokenKind.By or TokenKind.Without or TokenKind.Offset or TokenKind.Anchored or TokenKind.Smoothed => true,
        _ => kind.IsAggregation() || kind.IsPreprocessor(),
    };

    /// <summary>The grammar's <c>maybe_label</c>.</summary>
    public static bool CanNameLabel(this TokenKind kind) => kind switch
    {
        TokenKind.Identifier or TokenKind.MetricIdentifier or TokenKind.And or TokenKind.Or or TokenKind.Unless or TokenKind.Atan2 => true,
        TokenKind.Without => false,
        _ => kind.IsAggregation() || kind.IsKeyword() || kind.IsPreprocessor(),
    };

    /// <summary>Whether an expression can begin with the token.</summary>
    public static bool StartsExpression(this TokenKind kind) => kind switch
    {
        TokenKind.Number or TokenKind.Duration or TokenKind.String or TokenKind.LeftParenthesis or TokenKind.LeftBrace
            or TokenKind.Add or TokenKind.Subtract => true,
        _ => kind.CanNameMetric(),
    };
}
