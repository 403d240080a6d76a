namespace Belvedere.PromQL;

/// <summary>Every kind of finding there is.</summary>
public static class PromDiagnostics
{
    /// <summary>All kinds, in the order of their codes.</summary>
    public static IReadOnlyList<PromDiagnosticDescriptor> All { get; } =
        [.. PromSyntaxDiagnostics.All, .. PromTypeDiagnostics.All, .. PromEvaluationDiagnostics.All];
}
