namespace Belvedere.Diagnostics;

/// <summary>Findings about diagnostics themselves.</summary>
static class DiagnosticDiagnostics
{
    public static readonly DiagnosticDescriptor UselessSuppression = new("BLV0010", "A suppression matches nothing", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor SuppressedError = new("BLV0011", "An error cannot be suppressed", DiagnosticSeverity.Error);

    public static Diagnostic SuppressionMatchesNothing(Suppression suppression) => UselessSuppression.On(
        suppression,
        $"The {suppression.Designation} matches no finding of this run. Remove it{(suppression.On is { } element ? $", or name another element than {element}" : "")}.");

    public static Diagnostic ErrorIsNotSuppressible(Suppression suppression) => SuppressedError.On(
        suppression,
        $"{suppression.Code} is an error and cannot be suppressed. Mend what it tells of, and remove the suppression.");
}
