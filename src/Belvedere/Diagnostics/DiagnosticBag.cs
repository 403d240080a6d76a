namespace Belvedere.Diagnostics;

/// <summary>Collects the findings of a run. Phases add to it from several threads; readers get them in one order.</summary>
public sealed class DiagnosticBag
{
    readonly List<Diagnostic> found = [];

    /// <summary>Whether an error was found.</summary>
    public bool HasErrors
    {
        get
        {
            lock (found)
                return found.Exists(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        }
    }

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic)
    {
        lock (found)
            found.Add(diagnostic);
    }

    /// <summary>Adds findings.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Add(diagnostic);
    }

    /// <summary>All findings by place, then code, then message: the order does not depend on which thread was first.</summary>
    public IReadOnlyList<Diagnostic> ToSorted()
    {
        lock (found)
        {
            return
            [
                .. found
                    .OrderBy(diagnostic => diagnostic.Location.File, StringComparer.Ordinal)
                    .ThenBy(diagnostic => diagnostic.Location.Line)
                    .ThenBy(diagnostic => diagnostic.Location.Column)
                    .ThenBy(diagnostic => diagnostic.Descriptor.Code, StringComparer.Ordinal)
                    .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal),
            ];
        }
    }
}
