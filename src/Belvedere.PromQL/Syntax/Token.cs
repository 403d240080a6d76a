namespace Belvedere.PromQL;

/// <summary>What a token is. Source: the <c>%token</c> lists of Prometheus' generated_parser.y.</summary>
public enum TokenKind : byte
{
    /// <summary>The end of the text.</summary>
    EndOfInput,

    /// <summary>Text that is no token; nothing follows it.</summary>
    Error,

    /// <summary>From <c>#</c> to the end of the line.</summary>
    Comment,

    /// <summary>A name without a colon that is no keyword where it stands.</summary>
    Identifier,

    /// <summary>A name with a colon.</summary>
    MetricIdentifier,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number with units.</summary>
    Duration,

    /// <summary>A string with its quotes.</summary>
    String,

    /// <summary><c>(</c></summary>
    LeftParenthesis,

    /// <summary><c>)</c></summary>
    RightParenthesis,

    /// <summary><c>{</c></summary>
    LeftBrace,

    /// <summary><c>}</c></summary>
    RightBrace,

    /// <summary><c>[</c></summary>
    LeftBracket,

    /// <summary><c>]</c></summary>
    RightBracket,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>:</c> inside brackets.</summary>
    Colon,

    /// <summary><c>=</c></summary>
    Assign,

    /// <summary><c>=~</c></summary>
    RegexMatch,

    /// <summary><c>!~</c></summary>
    RegexNoMatch,

    /// <summary><c>@</c></summary>
    At,

    /// <summary><c>+</c>; from here to <see cref="Unless"/> in the order of <see cref="BinaryOperator"/>.</summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>%</c></summary>
    Modulo,

    /// <summary><c>^</c></summary>
    Power,

    /// <summary><c>atan2</c></summary>
    Atan2,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&lt;/</c></summary>
    TrimUpper,

    /// <summary><c>&gt;/</c></summary>
    TrimLower,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>unless</c></summary>
    Unless,

    /// <summary><c>avg</c>; from here to <see cref="LimitRatio"/> in the order of <see cref="AggregationOperator"/>.</summary>
    Avg,

    /// <summary><c>bottomk</c></summary>
    BottomK,

    /// <summary><c>count</c></summary>
    Count,

    /// <summary><c>count_values</c></summary>
    CountValues,

    /// <summary><c>group</c></summary>
    Group,

    /// <summary><c>max</c></summary>
    Max,

    /// <summary><c>min</c></summary>
    Min,

    /// <summary><c>quantile</c></summary>
    Quantile,

    /// <summary><c>stddev</c></summary>
    StdDev,

    /// <summary><c>stdvar</c></summary>
    StdVar,

    /// <summary><c>sum</c></summary>
    Sum,

    /// <summary><c>topk</c></summary>
    TopK,

    /// <summary><c>limitk</c></summary>
    LimitK,

    /// <summary><c>limit_ratio</c></summary>
    LimitRatio,

    /// <summary><c>bool</c></summary>
    Bool,

    /// <summary><c>by</c></summary>
    By,

    /// <summary><c>group_left</c></summary>
    GroupLeft,

    /// <summary><c>group_right</c></summary>
    GroupRight,

    /// <summary><c>ignoring</c></summary>
    Ignoring,

    /// <summary><c>offset</c></summary>
    Offset,

    /// <summary><c>on</c></summary>
    On,

    /// <summary><c>without</c></summary>
    Without,

    /// <summary><c>anchored</c></summary>
    Anchored,

    /// <summary><c>smoothed</c></summary>
    Smoothed,

    /// <summary><c>fill</c> before an opening parenthesis.</summary>
    Fill,

    /// <summary><c>fill_left</c> before an opening parenthesis.</summary>
    FillLeft,

    /// <summary><c>fill_right</c> before an opening parenthesis.</summary>
    FillRight,

    /// <summary><c>start</c></summary>
    Start,

    /// <summary><c>end</c></summary>
    End,

    /// <summary><c>step</c></summary>
    Step,

    /// <summary><c>range</c></summary>
    Range,

    /// <summary><c>max_of</c></summary>
    MaxOf,

    /// <summary><c>min_of</c></summary>
    MinOf,
}

/// <summary>A word of the text.</summary>
public readonly record struct Token(TokenKind Kind, int Start, int End)
{
    /// <summary>Where the token stands.</summary>
    public SourceSpan Span => new(Start, End);
}
