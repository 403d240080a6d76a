namespace Belvedere.PromQL;

/// <summary>What became of a text.</summary>
public sealed class ParseResult
{
    internal ParseResult(string text, Dialect dialect, Expression? expression, IReadOnlyList<PromDiagnostic> diagnostics)
    {
        Text = text;
        Dialect = dialect;
        Expression = expression;
        Diagnostics = diagnostics;
        for (var i = 0; i < diagnostics.Count && !HasErrors; i++)
            HasErrors = diagnostics[i].IsError;
    }

    /// <summary>The text that was parsed.</summary>
    public string Text { get; }

    /// <summary>What it was parsed as.</summary>
    public Dialect Dialect { get; }

    /// <summary>
    /// The tree; null where the text holds no expression. After a syntax error it is what was recognised, with an
    /// <see cref="ErrorExpression"/> where that is no expression; after a type error it is whole.
    /// </summary>
    public Expression? Expression { get; }

    /// <summary>All findings, in the order in which Prometheus reports them; it shows its users the first error only.</summary>
    public IReadOnlyList<PromDiagnostic> Diagnostics { get; }

    /// <summary>Whether a server that speaks the dialect refuses the text.</summary>
    public bool HasErrors { get; }
}
