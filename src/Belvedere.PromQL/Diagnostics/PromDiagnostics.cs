namespace Belvedere.PromQL;

/// <summary>Every kind of finding there is.</summary>
public static class PromDiagnostics
{
    /// <summary>All kinds, in the order of their codes.</summary>
    public static IReadOnlyList<PromDiagnosticDescriptor> All { get; } =
    [
        .. OfParser, .. PromLiftDiagnostics.All, .. PromGrafanaDiagnostics.All, .. PromInsertionDiagnostics.All, .. PromRewriteDiagnostics.All,
    ];

    /// <summary>What <see cref="PromParser"/> reports.</summary>
    static IReadOnlyList<PromDiagnosticDescriptor> OfParser =>
        [.. PromSyntaxDiagnostics.All, .. PromTypeDiagnostics.All, .. PromEvaluationDiagnostics.All];
}
