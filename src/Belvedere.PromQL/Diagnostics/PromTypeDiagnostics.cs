using static Belvedere.PromQL.PromSeverity;

namespace Belvedere.PromQL;

/// <summary>What Prometheus' type check reports.</summary>
public static class PromTypeDiagnostics
{
    /// <summary>An argument of a call has the wrong type.</summary>
    public static readonly PromDiagnosticDescriptor ArgumentType = new("BLV2040", Error, "Wrong type of argument");

    /// <summary>A call has too few or too many arguments.</summary>
    public static readonly PromDiagnosticDescriptor ArgumentCount = new("BLV2041", Error, "Wrong number of arguments");

    /// <summary>An argument of an aggregation has the wrong type.</summary>
    public static readonly PromDiagnosticDescriptor AggregationArgument = new("BLV2042", Error, "Wrong type in an aggregation");

    /// <summary>An operand is neither a scalar nor an instant vector.</summary>
    public static readonly PromDiagnosticDescriptor BinaryOperand = new("BLV2043", Error, "Wrong type of operand");

    /// <summary><c>bool</c> stands behind an operator that does not compare.</summary>
    public static readonly PromDiagnosticDescriptor MisplacedBool = new("BLV2044", Error, "bool without a comparison");

    /// <summary>Two scalars are compared without <c>bool</c>, which would have nothing to filter.</summary>
    public static readonly PromDiagnosticDescriptor ScalarComparison = new("BLV2045", Error, "Comparison of scalars without bool");

    /// <summary><c>and</c>, <c>or</c> or <c>unless</c> has a scalar operand.</summary>
    public static readonly PromDiagnosticDescriptor SetOperatorOnScalar = new("BLV2046", Error, "Set operator on a scalar");

    /// <summary><c>on</c>, <c>ignoring</c> or <c>fill</c> stands where one operand has no labels.</summary>
    public static readonly PromDiagnosticDescriptor MatchingOnScalar = new("BLV2047", Error, "Vector matching on a scalar");

    /// <summary><c>group_left</c>, <c>group_right</c> or <c>fill</c> stands behind a set operator.</summary>
    public static readonly PromDiagnosticDescriptor GroupOnSetOperator = new("BLV2048", Error, "Grouping on a set operator");

    /// <summary>A label is matched on and copied at once.</summary>
    public static readonly PromDiagnosticDescriptor LabelInOnAndGroup = new("BLV2049", Error, "Label in on and group");

    /// <summary>A sign stands before a string or a range vector.</summary>
    public static readonly PromDiagnosticDescriptor UnaryOperand = new("BLV2050", Error, "Sign before a wrong type");

    /// <summary>A subquery is made of something other than an instant vector.</summary>
    public static readonly PromDiagnosticDescriptor SubqueryOperand = new("BLV2051", Error, "Subquery of a wrong type");

    /// <summary>A metric's name is given before the braces and again inside them.</summary>
    public static readonly PromDiagnosticDescriptor NameSetTwice = new("BLV2052", Error, "Metric name set twice");

    /// <summary>A selector could match every series there is.</summary>
    public static readonly PromDiagnosticDescriptor EmptySelector = new("BLV2053", Error, "Selector that matches everything");

    /// <summary>The second argument of <c>info()</c> is not a plain label selector.</summary>
    public static readonly PromDiagnosticDescriptor InfoSelector = new("BLV2054", Error, "Wrong selector in info()");

    internal static readonly PromDiagnosticDescriptor[] All =
    [
        ArgumentType, ArgumentCount, AggregationArgument, BinaryOperand, MisplacedBool, ScalarComparison, SetOperatorOnScalar,
        MatchingOnScalar, GroupOnSetOperator, LabelInOnAndGroup, UnaryOperand, SubqueryOperand, NameSetTwice, EmptySelector, InfoSelector,
    ];
}
