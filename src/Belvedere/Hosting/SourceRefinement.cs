using Belvedere.Diagnostics;

namespace Belvedere.Hosting;

/// <summary>Leads each finding to the exact place in the file that the user has open.</summary>
sealed class SourceRefinement(SourceRoots roots, string projectFolder)
{
    /// <summary>The same findings with real paths.</summary>
    public IReadOnlyList<Diagnostic> Refine(IReadOnlyList<Diagnostic> findings) => [.. findings.Select(Refine)];

    Diagnostic Refine(Diagnostic finding)
    {
        var location = finding.Location;
        return location.IsKnown
            ? finding with { Location = new SourceLocation(roots.Locate(location.File, projectFolder), location.Line, location.Column, location.EndLine, location.EndColumn) }
            : finding;
    }
}
