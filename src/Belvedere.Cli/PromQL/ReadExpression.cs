using Belvedere.PromQL;

namespace Belvedere.Cli.PromQL;

/// <summary>An expression as a verb works on it.</summary>
/// <param name="Text">The text as given.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Expression">The tree; null where the text holds none.</param>
/// <param name="Diagnostics">All findings; spans are those of the text.</param>
/// <param name="Canonical">Writes it on one line.</param>
/// <param name="Pretty">Writes it over as many lines as a width asks for.</param>
sealed record ReadExpression(
    string Text,
    string Source,
    Expression? Expression,
    IReadOnlyList<PromDiagnostic> Diagnostics,
    Func<string> Canonical,
    Func<int, string> Pretty)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.IsError);

    public IEnumerable<PromDiagnostic> Errors => Diagnostics.Where(diagnostic => diagnostic.IsError);

    public IEnumerable<PromDiagnostic> Warnings => Diagnostics.Where(diagnostic => diagnostic.Descriptor.Severity == PromSeverity.Warning);
}
