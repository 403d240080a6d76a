namespace Belvedere.PromQL;

/// <summary>What a template variable stands for at its place.</summary>
enum HoleKind
{
    /// <summary>A part of a string.</summary>
    InString,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>The unit of a length of time whose number stands before it.</summary>
    Unit,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A metric's name, or a part of some name.</summary>
    Name,

    /// <summary>A label in a list, or the name in a matcher.</summary>
    Label,

    /// <summary>One or more whole matchers.</summary>
    Matchers,

    /// <summary>The name of a function or aggregation.</summary>
    Function,

    /// <summary>An operand: a number or a metric; the guess is a number.</summary>
    NumberOrMetric,

    /// <summary>An operand: a number or a metric; the guess is a metric.</summary>
    MetricOrNumber,

    /// <summary>Anything: the text around it is an expression without it.</summary>
    Anything,
}

/// <summary>A variable in an expression, and what it stands for there.</summary>
readonly record struct TemplateHole(TemplateVariable Variable, HoleKind Kind)
{
    public SourceSpan Span => Variable.Span;
}
