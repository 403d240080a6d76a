using System.Text.Encodings.Web;
using System.Text.Json;
using Belvedere.Diagnostics;

namespace Belvedere.Hosting;

/// <summary>The result of a run as versioned JSON. The build's task reads it; that it exists proves that the run came to its end.</summary>
static class ResultFile
{
    static readonly JsonWriterOptions Format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes beside the file first, so that nobody ever reads half of it.</summary>
    public static void Write(string file, HostReport report) => WholeFile.Write(file, stream => Write(stream, report));

    public static void Write(Stream stream, HostReport report)
    {
        using var json = new Utf8JsonWriter(stream, Format);
        json.WriteStartObject();
        json.WriteNumber("version", HostContract.Version);
        json.WriteString("outcome", report.Outcome switch
        {
            HostOutcome.Generated => "generated",
            HostOutcome.Checked => "checked",
            _ => "failed",
        });
        json.WriteString("summary", report.Summary);
        json.WriteString("output", report.OutputFolder);
        json.WriteNumber("objects", report.Objects);
        json.WriteNumber("written", report.Written);
        json.WriteNumber("unchanged", report.Unchanged);
        json.WriteNumber("removed", report.Removed);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in report.Diagnostics)
            Write(json, diagnostic);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        var location = diagnostic.Location;
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Descriptor.Code);
        json.WriteString("severity", diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        });
        json.WriteString("message", diagnostic.Message);
        if (diagnostic.Element is { } element)
            json.WriteString("element", element);
        if (location.IsKnown)
        {
            json.WriteString("file", location.File);
            json.WriteNumber("line", location.Line);
            json.WriteNumber("column", location.Column);
            json.WriteNumber("endLine", location.EndLine);
            json.WriteNumber("endColumn", location.EndColumn);
        }

        json.WriteString("helpLink", diagnostic.Descriptor.HelpLink);
        json.WriteEndObject();
    }
}
