namespace Belvedere.Diagnostics;

/// <summary>A kind of finding: its code, what it means, how grave it is, and what says so.</summary>
/// <param name="Code">
/// <c>BLV</c> and four digits: 0 host and build, 1 topology, 2 PromQL, 3 rules and routing, 4 dashboards, 5 metric flow,
/// 6 manifests, 7 delivery, 8 safe change, 9 internal. A code is never used again for another meaning.
/// </param>
/// <param name="Title">A short sentence for tables, without the final full stop.</param>
/// <param name="Severity">The severity unless the model or the build says otherwise.</param>
public sealed record DiagnosticDescriptor(string Code, string Title, DiagnosticSeverity Severity)
{
    /// <summary>The specifications, limits or lints that it implements, for example <c>thanos receive --receive.replication-factor</c>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The page that explains it.</summary>
    public string HelpLink => $"docs/diagnostics/{Code}.md";

    /// <summary>A finding of this kind about an element.</summary>
    public Diagnostic On(Element element, string message, string? property = null) =>
        new(this, message, element.Location) { Element = element.Designation, Property = property };

    /// <summary>A finding of this kind at a place.</summary>
    public Diagnostic At(SourceLocation location, string message) => new(this, message, location);
}
