using System.CommandLine;
using Belvedere.PromQL;
using Spectre.Console;

namespace Belvedere.Cli.PromQL;

/// <summary><c>promql explain</c>: the tree of an expression, its types, and the labels that survive.</summary>
static class ExplainVerb
{
    public static Command Create(Terminal terminal)
    {
        var expression = new Argument<string>("EXPR") { Description = "The expression; - reads it from standard input." };
        var dialect = PromQLOptions.DialectOption();
        var grafana = PromQLOptions.Grafana();
        var format = PromQLOptions.Format();
        var label = new Option<string[]>("--label")
        {
            Description = "Labels to follow through the expression, such as cluster.",
            HelpName = "LABEL",
            DefaultValueFactory = _ => ["cluster"],
        };
        var command = new Command("explain", "Show an expression's tree, the type of every part, and the labels of its result.") { expression, label, dialect, grafana, format };
        command.SetAction(result => Run(
            terminal,
            result.GetValue(expression)!,
            result.GetValue(label)!,
            new ExpressionReader(result.GetValue(dialect)!, result.GetValue(grafana)),
            result.GetValue(format)));
        return command;
    }

    static int Run(Terminal terminal, string argument, string[] labels, ExpressionReader reader, OutputFormat format)
    {
        string text;
        if (argument == "-")
        {
            using var input = terminal.Input();
            text = input.ReadToEnd().TrimEnd('\n', '\r');
        }
        else
        {
            text = argument;
        }

        var read = reader.Read(new(text, "expression"));
        if (format == OutputFormat.Json)
            terminal.Output.WriteLine(ExplanationJson.Of(read));
        else if (read.HasErrors)
            new DiagnosticReport(terminal).Write(read.Text, read.Source, [.. read.Errors]);
        else
            Write(terminal.ForPeople(), terminal, read, labels);

        return read.HasErrors ? ExitCode.Findings : ExitCode.Clean;
    }

    static void Write(IAnsiConsole console, Terminal terminal, ReadExpression read, string[] labels)
    {
        var analysis = ExpressionAnalysis.Of(read.Expression!);
        foreach (var line in ExplanationTree.Of(analysis))
        {
            console.Write(new Text(line.Branch));
            console.Write(new Text(line.Name, new Style(Color.Aqua)));
            console.Write(new Text(" " + line.Type, new Style(Color.Green)));
            console.Write(new Text(" " + line.Labels + "\n", new Style(Color.Grey)));
        }

        console.WriteLine();
        Say("result", TypeNames.Of(analysis.Result.Type) + " " + analysis.Labels);
        Say("present", Presence(analysis.Result.Presence));
        if (analysis.Metrics.Count > 0)
            Say("metrics", string.Join(", ", analysis.Metrics));
        if (analysis.SmallestRangeSeconds is { } range)
            Say("range", $"at least {DurationText(range)}");
        if (analysis.LongestLookBackSeconds is > 0 and var lookBack)
            Say("look-back", DurationText(lookBack));
        foreach (var label in labels)
        {
            Say(label, analysis.Labels.Of(label).Presence switch
            {
                LabelPresence.Guaranteed => "survives: every series has it",
                LabelPresence.Possible => "survives where series have it",
                _ => "is lost: " + analysis.Labels.Of(label).Explain(label),
            });
            foreach (var loss in analysis.Losses(label))
            {
                var (line, column) = loss.Fact.Span.LineAndColumn(read.Text);
                Say("", $"{line}:{column}: {loss.Fact.Explain(label)}");
            }
        }

        foreach (var warning in read.Warnings)
            Say("warning", warning.Message);
        terminal.Output.Flush();

        void Say(string name, string value)
        {
            console.Write(new Text(name.PadRight(12), new Style(decoration: Decoration.Bold)));
            console.WriteLine(value);
        }
    }

    static string DurationText(double seconds) => PromPrinter.Print(new NumberLiteral { Value = seconds, IsDuration = true });

    static string Presence(PresenceFact fact) => fact.Kind switch
    {
        ResultPresence.Always => "always: " + fact.Reason,
        ResultPresence.Never => "never: " + fact.Reason,
        ResultPresence.WheneverSeriesExist => "whenever its series exist: " + fact.Reason,
        _ => "depends on the data",
    };
}
