using static Belvedere.PromQL.PromSeverity;

namespace Belvedere.PromQL;

/// <summary>What the parser reports.</summary>
public static class PromSyntaxDiagnostics
{
    /// <summary>The text holds no expression.</summary>
    public static readonly PromDiagnosticDescriptor NoExpression = new("BLV2001", Error, "No expression");

    /// <summary>A token stands where the grammar has no place for it.</summary>
    public static readonly PromDiagnosticDescriptor UnexpectedToken = new("BLV2002", Error, "Unexpected token");

    /// <summary>A character begins no token where it stands.</summary>
    public static readonly PromDiagnosticDescriptor UnexpectedCharacter = new("BLV2003", Error, "Unexpected character");

    /// <summary>A string has no closing quote.</summary>
    public static readonly PromDiagnosticDescriptor UnterminatedString = new("BLV2004", Error, "Unterminated string");

    /// <summary>A backslash in a string is not followed by an escape that exists.</summary>
    public static readonly PromDiagnosticDescriptor InvalidEscape = new("BLV2005", Error, "Invalid escape sequence");

    /// <summary>A string holds bytes that are not UTF-8.</summary>
    public static readonly PromDiagnosticDescriptor InvalidUtf8 = new("BLV2006", Error, "Invalid UTF-8");

    /// <summary>Something that begins like a number is neither a number nor a duration.</summary>
    public static readonly PromDiagnosticDescriptor BadNumber = new("BLV2007", Error, "Bad number");

    /// <summary>A duration has an unknown unit, units in the wrong order, or is too long.</summary>
    public static readonly PromDiagnosticDescriptor BadDuration = new("BLV2008", Error, "Bad duration");

    /// <summary>A range or step is zero or negative.</summary>
    public static readonly PromDiagnosticDescriptor DurationNotPositive = new("BLV2009", Error, "Duration is not positive");

    /// <summary>A parenthesis, bracket or brace is not closed.</summary>
    public static readonly PromDiagnosticDescriptor Unclosed = new("BLV2010", Error, "Unclosed parenthesis, bracket or brace");

    /// <summary>A closing parenthesis has no opening one.</summary>
    public static readonly PromDiagnosticDescriptor Unbalanced = new("BLV2011", Error, "Closing parenthesis without an opening one");

    /// <summary>The expression nests deeper than this parser goes.</summary>
    public static readonly PromDiagnosticDescriptor TooDeep = new("BLV2012", Error, "Expression nests too deeply");

    /// <summary>A range, an offset or an <c>@</c> stands behind something that it cannot apply to.</summary>
    public static readonly PromDiagnosticDescriptor MisplacedModifier = new("BLV2013", Error, "Misplaced range or modifier");

    /// <summary>A modifier stands twice behind one selector.</summary>
    public static readonly PromDiagnosticDescriptor RepeatedModifier = new("BLV2014", Error, "Repeated modifier");

    /// <summary>The time behind <c>@</c> is not a time.</summary>
    public static readonly PromDiagnosticDescriptor TimestampOutOfBounds = new("BLV2015", Error, "Timestamp out of bounds");

    /// <summary>Arithmetic in a duration divides by zero.</summary>
    public static readonly PromDiagnosticDescriptor DurationDivisionByZero = new("BLV2016", Error, "Division by zero in a duration");

    /// <summary>No version of Prometheus has a function of that name.</summary>
    public static readonly PromDiagnosticDescriptor UnknownFunction = new("BLV2017", Error, "Unknown function");

    /// <summary>A comma is followed by no argument.</summary>
    public static readonly PromDiagnosticDescriptor TrailingComma = new("BLV2018", Error, "Trailing comma in arguments");

    /// <summary>An aggregation has too few or too many arguments.</summary>
    public static readonly PromDiagnosticDescriptor AggregationArguments = new("BLV2019", Error, "Wrong number of arguments in an aggregation");

    /// <summary>A label name in a list cannot be one.</summary>
    public static readonly PromDiagnosticDescriptor InvalidGroupingLabel = new("BLV2020", Error, "Invalid label name in a list");

    /// <summary>The regular expression of a matcher does not compile.</summary>
    public static readonly PromDiagnosticDescriptor InvalidMatcherRegex = new("BLV2021", Error, "Invalid regular expression in a matcher");

    /// <summary>The dialect has no such construct, in any setting.</summary>
    public static readonly PromDiagnosticDescriptor NotInDialect = new("BLV2030", Error, "Not part of the dialect");

    /// <summary>The construct is there but must be switched on.</summary>
    public static readonly PromDiagnosticDescriptor FlagRequired = new("BLV2031", Error, "Experimental part that is not switched on");

    internal static readonly PromDiagnosticDescriptor[] All =
    [
        NoExpression, UnexpectedToken, UnexpectedCharacter, UnterminatedString, InvalidEscape, InvalidUtf8, BadNumber, BadDuration,
        DurationNotPositive, Unclosed, Unbalanced, TooDeep, MisplacedModifier, RepeatedModifier, TimestampOutOfBounds,
        DurationDivisionByZero, UnknownFunction, TrailingComma, AggregationArguments, InvalidGroupingLabel, InvalidMatcherRegex,
        NotInDialect, FlagRequired,
    ];
}
