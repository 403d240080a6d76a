using System.CommandLine;
using Belvedere.PromQL;

namespace Belvedere.Cli.PromQL;

/// <summary><c>promql lift</c>: expressions of one cluster as expressions of many.</summary>
static class LiftVerb
{
    public static Command Create(Terminal terminal)
    {
        var file = PromQLOptions.File();
        var expression = PromQLOptions.Expression();
        var dialect = PromQLOptions.DialectOption();
        var grafana = PromQLOptions.Grafana();
        var format = PromQLOptions.Format();
        var label = new Option<string>("--label")
        {
            Description = "The label that tells clusters apart.",
            HelpName = "LABEL",
            DefaultValueFactory = _ => "cluster",
        };
        label.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !LabelNames.IsUtf8(result.Tokens[0].Value))
                result.AddError("--label takes the name of a label.");
        });
        var inventory = new Option<string?>("--inventory")
        {
            Description = "An expression with a series per cluster; with it, absent() and vector() can be lifted too.",
            HelpName = "EXPR",
        };
        var command = new Command("lift", "Rewrite expressions of one cluster so that they work for each of many at once.")
        {
            file, expression, label, inventory, dialect, grafana, format,
        };
        command.SetAction(result => Run(
            terminal,
            ExpressionInput.Read(terminal, result.GetValue(expression), result.GetValue(file)),
            new ExpressionReader(result.GetValue(dialect)!, result.GetValue(grafana)),
            result.GetValue(label)!,
            Inventory(result.GetValue(inventory), result.GetValue(dialect)!),
            result.GetValue(format)));
        return command;
    }

    static Expression? Inventory(string? text, Dialect dialect)
    {
        if (text is null)
            return null;

        var result = PromParser.Parse(text, dialect);
        return !result.HasErrors && result.Expression!.Type == ExpressionType.InstantVector
            ? result.Expression
            : throw new UsageException($"--inventory takes an expression with a series per cluster: {(result.HasErrors ? result.Diagnostics[0].Message : "this one is no instant vector")}");
    }

    static int Run(Terminal terminal, IEnumerable<InputExpression> inputs, ExpressionReader reader, string label, Expression? inventory, OutputFormat format)
    {
        var failed = false;
        var report = new DiagnosticReport(terminal with { Output = terminal.Error });
        foreach (var input in inputs)
        {
            var read = reader.Read(input);
            var lift = read.HasErrors ? null : read.Expression!.Lift(label, inventory);
            var lifted = lift?.Expression is null ? null : PromPrinter.Print(lift.Expression, reader.Dialect);
            IReadOnlyList<PromDiagnostic> findings = lift is null ? [.. read.Errors] : lift.Findings;
            failed |= lifted is null;
            if (format == OutputFormat.Json)
            {
                terminal.Output.WriteLine(new JsonLine()
                    .Add("expr", read.Text)
                    .Add("lifted", lifted)
                    .Add("errors", findings.Where(finding => finding.IsError).Select(DiagnosticReport.Json))
                    .Add("notes", findings.Where(finding => !finding.IsError).Select(DiagnosticReport.Json)));
                continue;
            }

            // One line for each expression, also where there is nothing to write, so that lines correspond.
            terminal.Output.WriteLine(lifted);
            report.Write(read.Text, read.Source, findings);
        }

        return failed ? ExitCode.Findings : ExitCode.Clean;
    }
}
