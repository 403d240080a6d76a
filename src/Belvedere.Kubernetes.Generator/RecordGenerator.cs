using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Belvedere.Kubernetes.Generator;

/// <summary>Generates a record for every definition of <c>schemas/*.json</c>, and the tables that read, write and check them.</summary>
[Generator]
public sealed class RecordGenerator : IIncrementalGenerator
{
    static readonly DiagnosticDescriptor BadSchema = new(
        "BLVG001", "A schema cannot be turned into records", "{0}", "Belvedere.Kubernetes", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".json", StringComparison.Ordinal))
            .Select((file, cancellation) => new KeyValuePair<string, string>(Path.GetFileNameWithoutExtension(file.Path), file.GetText(cancellation)!.ToString()))
            .Collect();
        context.RegisterSourceOutput(files, Generate);
    }

    static void Generate(SourceProductionContext context, ImmutableArray<KeyValuePair<string, string>> files)
    {
        try
        {
            var set = new SchemaSet(files);
            foreach (var file in set.All.GroupBy(definition => definition.File))
                context.AddSource($"{file.Key}.g.cs", SourceText.From(RecordWriter.Write(set, file), Encoding.UTF8));
            context.AddSource("Shapes.g.cs", SourceText.From(TableWriter.Write(set), Encoding.UTF8));
        }
        catch (Exception error) when (error is FormatException or NotSupportedException or KeyNotFoundException or IndexOutOfRangeException or InvalidOperationException or ArgumentException or InvalidCastException)
        {
            context.ReportDiagnostic(Diagnostic.Create(BadSchema, Location.None, $"schemas/: {error.Message} Run tools/Distill again."));
        }
    }
}
