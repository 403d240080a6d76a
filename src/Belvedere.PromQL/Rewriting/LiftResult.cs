namespace Belvedere.PromQL;

/// <summary>What became of an expression that was to be lifted to many clusters.</summary>
public sealed class LiftResult
{
    internal LiftResult(Expression? expression, IReadOnlyList<PromDiagnostic> findings)
    {
        Expression = expression;
        Findings = findings;
    }

    /// <summary>
    /// The lifted expression; null where an error stands in its way. Its spans are those of the expression that was lifted.
    /// </summary>
    public Expression? Expression { get; }

    /// <summary>What cannot be lifted and why (errors), and what else changes (information). Spans are those of the original.</summary>
    public IReadOnlyList<PromDiagnostic> Findings { get; }
}
