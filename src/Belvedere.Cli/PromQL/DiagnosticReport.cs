using Belvedere.PromQL;
using Spectre.Console;

namespace Belvedere.Cli.PromQL;

/// <summary>Shows people what is wrong with expressions, and where.</summary>
sealed class DiagnosticReport(Terminal terminal)
{
    const int MaximumShown = 160;

    IAnsiConsole? console;

    /// <summary>A finding for programs; offsets count UTF-16 units, the end is exclusive.</summary>
    public static JsonLine Json(PromDiagnostic diagnostic) =>
        new JsonLine().Add("message", diagnostic.Message).Add("start", diagnostic.Span.Start).Add("end", diagnostic.Span.End);

    public void Write(string text, string source, IReadOnlyList<PromDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var (line, column) = diagnostic.Span.LineAndColumn(text);
            var style = diagnostic.Descriptor.Severity switch
            {
                PromSeverity.Error => new Style(Color.Red, decoration: Decoration.Bold),
                PromSeverity.Warning => new Style(Color.Yellow),
                _ => new Style(Color.Blue),
            };
            People.Write(new Text($"{source}: "));
            People.Write(new Text($"{diagnostic.Descriptor.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}", style));
            People.WriteLine($" at {line}:{column}: {diagnostic.Message}");
            Point(text, diagnostic.Span, column, style);
            if (diagnostic.Hint is not null)
                People.WriteLine("  " + diagnostic.Hint);
        }
    }

    public void Summarize(string text, bool isBad) => People.Write(new Text(text + "\n", new Style(isBad ? Color.Red : Color.Green)));

    IAnsiConsole People => console ??= terminal.ForPeople();

    /// <summary>The line of the expression, with marks under the place.</summary>
    void Point(string text, SourceSpan span, int column, Style style)
    {
        var start = Math.Min(span.Start, text.Length) - (column - 1);
        var end = text.AsSpan(start).IndexOfAny('\n', '\r');
        var line = end < 0 ? text[start..] : text.Substring(start, end);

        // A long line is cut so that the place stays in sight.
        var skipped = Math.Max(0, column - 1 - MaximumShown / 2);
        var shown = line.Substring(skipped, Math.Min(MaximumShown, line.Length - skipped)).Replace('\t', ' ');
        var marks = Math.Clamp(span.Length, 1, Math.Max(1, shown.Length - (column - 1 - skipped)));
        People.WriteLine("  " + shown);
        People.Write(new Text(new string(' ', 2 + column - 1 - skipped) + new string('^', marks) + "\n", style));
    }
}
