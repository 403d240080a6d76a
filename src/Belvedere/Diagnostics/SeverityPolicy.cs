namespace Belvedere.Diagnostics;

/// <summary>
/// What MSBuild's usual properties and the model's suppressions make of the findings: <c>NoWarn</c>, <c>WarningsAsErrors</c>,
/// <c>WarningsNotAsErrors</c>, <c>TreatWarningsAsErrors</c>. Errors stay errors.
/// </summary>
public sealed record SeverityPolicy
{
    /// <summary>Codes that are not reported, from <c>NoWarn</c>.</summary>
    public IReadOnlySet<string> NoWarn { get; init; } = new HashSet<string>();

    /// <summary>Codes that become errors, from <c>WarningsAsErrors</c>.</summary>
    public IReadOnlySet<string> WarningsAsErrors { get; init; } = new HashSet<string>();

    /// <summary>Codes that stay warnings, from <c>WarningsNotAsErrors</c>.</summary>
    public IReadOnlySet<string> WarningsNotAsErrors { get; init; } = new HashSet<string>();

    /// <summary>Whether every warning becomes an error, from <c>TreatWarningsAsErrors</c>.</summary>
    public bool TreatWarningsAsErrors { get; init; }

    /// <summary>The findings as this build reports them, with a finding for each suppression that is of no use.</summary>
    public IReadOnlyList<Diagnostic> Apply(IReadOnlyList<Diagnostic> found, IReadOnlyList<Suppression> suppressions)
    {
        var useless = suppressions
            .Where(suppression => !found.Any(diagnostic => diagnostic.Severity < DiagnosticSeverity.Error && suppression.Covers(diagnostic)))
            .Select(suppression => found.Any(suppression.Covers)
                ? DiagnosticDiagnostics.ErrorIsNotSuppressible(suppression)
                : DiagnosticDiagnostics.SuppressionMatchesNothing(suppression));

        return
        [
            .. found
                .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error || !suppressions.Any(suppression => suppression.Covers(diagnostic)))
                .Concat(useless)
                .Select(diagnostic => diagnostic with { Severity = SeverityOf(diagnostic) })
                .Where(diagnostic => diagnostic.Severity is not DiagnosticSeverity.None),
        ];
    }

    DiagnosticSeverity SeverityOf(Diagnostic diagnostic)
    {
        var code = diagnostic.Descriptor.Code;
        return diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => DiagnosticSeverity.Error,
            _ when NoWarn.Contains(code) => DiagnosticSeverity.None,
            DiagnosticSeverity.Warning when WarningsAsErrors.Contains(code) => DiagnosticSeverity.Error,
            DiagnosticSeverity.Warning when TreatWarningsAsErrors && !WarningsNotAsErrors.Contains(code) => DiagnosticSeverity.Error,
            var severity => severity,
        };
    }
}
