using Belvedere.Diagnostics;

namespace Belvedere.Binding;

/// <summary>Findings about files of the user's own objects.</summary>
static class ObjectBindingDiagnostics
{
    public static readonly DiagnosticDescriptor UnreadableObjects = new("BLV6010", "A file of objects cannot be read", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ObjectsAreNotYaml = new("BLV6011", "A file of objects is no YAML", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotAKubernetesObject = new("BLV6012", "A document is no Kubernetes object", DiagnosticSeverity.Error);

    public static Diagnostic NoFile(ExtraObjects source, string pattern) => UnreadableObjects.On(
        source, $"No file fits '{pattern}', so there are no objects. Correct the path, which starts at the project's folder, or remove it.");

    public static Diagnostic Unreadable(ExtraObjects source, string path, string problem) => UnreadableObjects.On(
        source, $"The objects '{path}' cannot be read: {problem}. Correct the path, which starts at the project's folder, or add the file.");

    public static Diagnostic NotYaml(SourceLocation at, string message) => ObjectsAreNotYaml.At(at, message);

    public static Diagnostic NotAnObject(SourceLocation at, string path) => NotAKubernetesObject.At(
        at, $"This document of '{path}' is no Kubernetes object: it needs apiVersion, kind and metadata.name as text. Add them or remove the document.");
}
