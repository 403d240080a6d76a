namespace Belvedere.PromQL;

/// <summary>When an expression has a result at all. An alert with that expression fires then.</summary>
public enum ResultPresence
{
    /// <summary>That depends on the data.</summary>
    DependsOnData,

    /// <summary>Whenever the series that it reads exist: nothing in it filters by value.</summary>
    WheneverSeriesExist,

    /// <summary>Always: there is a result whatever series exist.</summary>
    Always,

    /// <summary>Never: the result is empty whatever series exist.</summary>
    Never,
}

/// <summary>When an expression has a result, why, and where the expression says so.</summary>
/// <param name="Kind">When there is a result.</param>
/// <param name="Reason">Why, in a sentence; empty where it depends on the data in the ordinary way.</param>
/// <param name="Span">The part of the expression that decides it.</param>
public sealed record PresenceFact(ResultPresence Kind, string Reason, SourceSpan Span)
{
    internal static PresenceFact Depends(SourceSpan span) => new(ResultPresence.DependsOnData, "", span);
}

/// <summary>What is known of an expression's result, whatever the data.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Values">Its values.</param>
/// <param name="Presence">When there is one.</param>
public sealed record ResultShape(ExpressionType Type, OutputLabels Labels, ValueRange Values, PresenceFact Presence);
