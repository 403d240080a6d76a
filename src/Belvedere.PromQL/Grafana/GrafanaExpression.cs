namespace Belvedere.PromQL;

/// <summary>A variable whose value had to be put in before the expression could be parsed.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Text">What was put in: the variable's default, or a guess where it has none.</param>
public sealed record VariableSubstitution(TemplateVariable Variable, string Text);

/// <summary>An expression of a dashboard, with the dashboard's variables in it.</summary>
public sealed class GrafanaExpression
{
    readonly bool isRestored;

    internal GrafanaExpression(
        string text,
        Dialect dialect,
        Expression? expression,
        IReadOnlyList<PromDiagnostic> diagnostics,
        IReadOnlyList<TemplateVariable> variables,
        IReadOnlyList<VariableSubstitution> substitutions,
        bool isRestored)
    {
        Text = text;
        Dialect = dialect;
        Expression = expression;
        Diagnostics = diagnostics;
        Variables = variables;
        Substitutions = substitutions;
        this.isRestored = isRestored;
        HasErrors = diagnostics.Any(diagnostic => diagnostic.IsError);
    }

    /// <summary>The same with the text that is written where the tree cannot be.</summary>
    internal GrafanaExpression WithText(string text) => new(text, Dialect, Expression, Diagnostics, Variables, Substitutions, isRestored);

    /// <summary>The text as it stands in the dashboard.</summary>
    public string Text { get; }

    /// <summary>What it was parsed as.</summary>
    public Dialect Dialect { get; }

    /// <summary>
    /// The tree, with variables in the places of names, numbers, lengths of time and functions, and spans of <see cref="Text"/>;
    /// null where there is none.
    /// </summary>
    public Expression? Expression { get; }

    /// <summary>All findings; spans are those of <see cref="Text"/>.</summary>
    public IReadOnlyList<PromDiagnostic> Diagnostics { get; }

    /// <summary>Every variable, in the order of the text.</summary>
    public IReadOnlyList<TemplateVariable> Variables { get; }

    /// <summary>The variables that the tree does not hold, because it holds their value instead.</summary>
    public IReadOnlyList<VariableSubstitution> Substitutions { get; }

    /// <summary>Whether a server refuses the expression whatever its variables are.</summary>
    public bool HasErrors { get; }

    /// <summary>
    /// The canonical form on one line, with all variables. Where a value had to be put in for one, the text as it is, since a
    /// layout would depend on that value.
    /// </summary>
    public string Print() => isRestored ? PromPrinter.Print(Expression!, Dialect) : Text;

    /// <summary>The layout of <c>promtool promql format</c>, with all variables; see <see cref="Print"/>.</summary>
    public string Format(int width = PromPrinter.DefaultWidth) => isRestored ? PromPrinter.Format(Expression!, width, Dialect) : Text;
}
