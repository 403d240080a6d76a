using System.CommandLine;
using Belvedere.PromQL;

namespace Belvedere.Cli.PromQL;

/// <summary><c>promql check</c>: whether a server would accept expressions.</summary>
static class CheckVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = PromQLOptions.File();
        var expression = PromQLOptions.Expression();
        var dialect = PromQLOptions.DialectOption();
        var grafana = PromQLOptions.Grafana();
        var format = PromQLOptions.Format();
        var command = new Command("check", "Tell whether expressions are valid, and what is wrong with those that are not.") { file, expression, dialect, grafana, format };
        command.SetAction(result => Run(
            terminal,
            ExpressionInput.Read(terminal, result.GetValue(expression), result.GetValue(file)),
            new ExpressionReader(result.GetValue(dialect)!, result.GetValue(grafana)),
            result.GetValue(format)));
        return command;
    }

    static int Run(Terminal terminal, IEnumerable<InputExpression> inputs, ExpressionReader reader, OutputFormat format)
    {
        int count = 0, invalid = 0;
        var report = format == OutputFormat.Text ? new DiagnosticReport(terminal) : null;
        foreach (var input in inputs)
        {
            var read = reader.Read(input);
            count++;
            invalid += read.HasErrors ? 1 : 0;
            if (report is null)
                terminal.Output.WriteLine(Line(read));
            else
                report.Write(read.Text, read.Source, read.Diagnostics);
        }

        report?.Summarize($"{count} {(count == 1 ? "expression" : "expressions")}, {(invalid == 0 ? "all valid" : $"{invalid} not valid")}.", invalid > 0);
        return invalid > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    static JsonLine Line(ReadExpression read)
    {
        var valid = !read.HasErrors && read.Expression is not null;
        var line = new JsonLine()
            .Add("expr", read.Text)
            .Add("valid", valid)
            .Add("type", valid ? TypeNames.Of(read.Expression!.Type) : null)
            .Add("canonical", valid ? read.Canonical() : null)
            .Add("pretty", valid ? read.Pretty(PromPrinter.DefaultWidth) : null)
            .Add("metrics", read.Expression is null ? [] : ExpressionAnalysis.Of(read.Expression).Metrics)
            .Add("errors", read.Errors.Select(DiagnosticReport.Json));

        // Only there when there are any: what servers accept, but what cannot work.
        if (read.Warnings.Any())
            line.Add("warnings", read.Warnings.Select(DiagnosticReport.Json));
        return line;
    }
}

/// <summary>Types as Prometheus' HTTP API names them.</summary>
static class TypeNames
{
    public static string Of(ExpressionType type) => type switch
    {
        ExpressionType.Scalar => "scalar",
        ExpressionType.InstantVector => "vector",
        ExpressionType.RangeVector => "matrix",
        ExpressionType.String => "string",
        _ => "none",
    };
}
