using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;
using Belvedere.Sources;

namespace Belvedere.Binding;

/// <summary>Files that a model names → their documents; what is wrong with a file is told in the words of whoever reads it.</summary>
static class DocumentReading
{
    /// <summary>The documents of a YAML file, lists of objects taken apart; none where something is wrong.</summary>
    /// <param name="context">Where to read and to report.</param>
    /// <param name="file">The file.</param>
    /// <param name="unreadable">Tells why the file cannot be read.</param>
    /// <param name="malformed">Tells a mistake and its place.</param>
    public static IEnumerable<Node> Yaml(BindingContext context, SourceFile file, Func<string, Diagnostic> unreadable, Func<SourceLocation, string, Diagnostic> malformed) =>
        Documents(context, file, Content(context, file, unreadable) is { } content ? YamlReader.Read(content.Span) : null, malformed).SelectMany(ObjectList.Unwrap);

    /// <summary>The document of a JSON file; null where something is wrong.</summary>
    /// <param name="context">Where to read and to report.</param>
    /// <param name="file">The file.</param>
    /// <param name="unreadable">Tells why the file cannot be read.</param>
    /// <param name="malformed">Tells a mistake and its place.</param>
    public static Node? Json(BindingContext context, SourceFile file, Func<string, Diagnostic> unreadable, Func<SourceLocation, string, Diagnostic> malformed) =>
        Documents(context, file, Content(context, file, unreadable) is { } content ? JsonReader.Read(content.Span) : null, malformed).SingleOrDefault();

    static ReadOnlyMemory<byte>? Content(BindingContext context, SourceFile file, Func<string, Diagnostic> unreadable)
    {
        if (file.Problem is not { } problem)
            return file.Content;

        context.Found.Add(unreadable(problem));
        return null;
    }

    static IReadOnlyList<Node> Documents(BindingContext context, SourceFile file, DocumentResult? result, Func<SourceLocation, string, Diagnostic> malformed)
    {
        if (result is null)
            return [];

        foreach (var error in result.Errors)
            context.Found.Add(malformed(SourceLocation.In(file.AbsolutePath, error.Span), error.Message));
        return result.IsValid ? result.Documents : [];
    }
}
