using Belvedere.Diagnostics;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>
/// Every object, ours or the user's, has the fields that its kind has. A cluster would refuse the object, or drop an unknown
/// field in silence.
/// </summary>
sealed class StructureCheck : Check<ManifestSet>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6006", "An object does not fit its schema", DiagnosticSeverity.Error)
    {
        Sources = ["Kubernetes OpenAPI", "CustomResourceDefinition structural schemas and their CEL rules"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject) =>
        from manifest in subject.Manifests
        from problem in ManifestSchema.Validate(manifest.Tree)
        select Finding(manifest, problem);

    Diagnostic Finding(Manifest manifest, ManifestProblem problem) =>
        Descriptor.At(
            Place(manifest, problem),
            $"The {manifest.Object.Kind} '{manifest.Object.Name}' of {manifest.Origin.Designation} does not fit its schema at {problem.Path}: {problem.Reason}{(problem.Remedy is { } remedy ? $" {remedy}" : "")}")
            with
            {
                Element = manifest.Origin.Designation,
                // API servers take the field as not said, so only its author may be surprised.
                Severity = problem.Kind is ManifestProblemKind.NullValue ? DiagnosticSeverity.Warning : Descriptor.Severity,
            };

    // An object that was read from a file leads to the very field.
    static SourceLocation Place(Manifest manifest, ManifestProblem problem) =>
        problem.Span.IsKnown && manifest.Origin.Location.Column > 0 ? SourceLocation.In(manifest.Origin.Location.File, problem.Span) : manifest.Origin.Location;
}
