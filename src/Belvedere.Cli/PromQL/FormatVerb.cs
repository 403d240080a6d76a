using System.CommandLine;
using Belvedere.PromQL;

namespace Belvedere.Cli.PromQL;

/// <summary><c>promql format</c>: expressions in the layout of <c>promtool promql format</c>.</summary>
static class FormatVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = PromQLOptions.File();
        var expression = PromQLOptions.Expression();
        var dialect = PromQLOptions.DialectOption();
        var grafana = PromQLOptions.Grafana();
        var format = PromQLOptions.Format();
        var width = new Option<int>("--width")
        {
            Description = "From how many characters on an expression is split over lines.",
            DefaultValueFactory = _ => PromPrinter.DefaultWidth,
        };
        width.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, out var value) && value > 0))
                result.AddError("--width takes a positive number.");
        });
        var command = new Command("format", "Lay expressions out over lines, the same for everyone.") { file, expression, dialect, grafana, width, format };
        command.SetAction(result => Run(
            terminal,
            ExpressionInput.Read(terminal, result.GetValue(expression), result.GetValue(file)),
            new ExpressionReader(result.GetValue(dialect)!, result.GetValue(grafana)),
            result.GetValue(width),
            result.GetValue(format)));
        return command;
    }

    static int Run(Terminal terminal, IEnumerable<InputExpression> inputs, ExpressionReader reader, int width, OutputFormat format)
    {
        var invalid = false;
        var first = true;
        foreach (var input in inputs)
        {
            var read = reader.Read(input);
            var formatted = read.HasErrors ? null : read.Pretty(width);
            invalid |= formatted is null;
            if (format == OutputFormat.Json)
            {
                terminal.Output.WriteLine(new JsonLine()
                    .Add("expr", read.Text)
                    .Add("formatted", formatted)
                    .Add("errors", read.Errors.Select(DiagnosticReport.Json)));
                continue;
            }

            // Several expressions are told apart by an empty line, since each may have many.
            if (!first)
                terminal.Output.WriteLine();
            first = false;
            if (formatted is not null)
                terminal.Output.WriteLine(formatted);
            else
                new DiagnosticReport(terminal with { Output = terminal.Error }).Write(read.Text, read.Source, [.. read.Errors]);
        }

        return invalid ? ExitCode.Findings : ExitCode.Clean;
    }
}
