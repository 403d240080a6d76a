namespace Belvedere.PromQL;

/// <summary>An operator between two expressions.</summary>
public enum BinaryOperator
{
    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>%</c></summary>
    Modulo,

    /// <summary><c>^</c>; the only one that associates to the right.</summary>
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

    /// <summary><c>&lt;/</c>: removes observations above a value from native histograms. Since Prometheus 3.11.</summary>
    TrimUpper,

    /// <summary><c>&gt;/</c>: removes observations below a value from native histograms. Since Prometheus 3.11.</summary>
    TrimLower,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>unless</c></summary>
    Unless,
}

/// <summary>What the grammar says of binary operators. Source: <c>%left</c> and <c>%right</c> in Prometheus' generated_parser.y.</summary>
public static class BinaryOperators
{
    /// <summary>The weakest precedence, that of <c>or</c>.</summary>
    public const int LowestPrecedence = 1;

    /// <summary>The precedence of <c>*</c> and of a sign.</summary>
    internal const int SignPrecedence = 5;

    /// <summary>The operator as it is written.</summary>
    public static string Text(this BinaryOperator op) => op switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "^",
        BinaryOperator.Atan2 => "atan2",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Greater => ">",
        BinaryOperator.Less => "<",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.TrimUpper => "</",
        BinaryOperator.TrimLower => ">/",
        BinaryOperator.And => "and",
        BinaryOperator.Or => "or",
        _ => "unless",
    };

    /// <summary>How strongly the operator binds: from 1 (<c>or</c>) to 6 (<c>^</c>).</summary>
    public static int Precedence(this BinaryOperator op) => op switch
    {
        BinaryOperator.Or => LowestPrecedence,
        BinaryOperator.And or BinaryOperator.Unless => 2,
        BinaryOperator.Add or BinaryOperator.Subtract => 4,
        BinaryOperator.Power => 6,
        >= BinaryOperator.Equal and <= BinaryOperator.TrimLower => 3,
        _ => SignPrecedence,
    };

    /// <summary>Whether <c>a op b op c</c> is <c>a op (b op c)</c>.</summary>
    public static bool IsRightAssociative(this BinaryOperator op) => op == BinaryOperator.Power;

    /// <summary>Whether the operator compares; only then may <c>bool</c> follow it.</summary>
    public static bool IsComparison(this BinaryOperator op) => op is >= BinaryOperator.Equal and <= BinaryOperator.LessOrEqual;

    /// <summary>Whether the operator is <c>and</c>, <c>or</c> or <c>unless</c>.</summary>
    public static bool IsSet(this BinaryOperator op) => op >= BinaryOperator.And;
}
