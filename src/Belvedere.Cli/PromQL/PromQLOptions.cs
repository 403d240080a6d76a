using System.CommandLine;
using Belvedere.PromQL;

namespace Belvedere.Cli.PromQL;

/// <summary>How results are written.</summary>
enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: one JSON object a line.</summary>
    Json,
}

/// <summary>The arguments and options that several verbs share.</summary>
static class PromQLOptions
{
    public static Argument<string?> File() => new("FILE")
    {
        Description = "A file with an expression per line, or JSON lines with a field \"expr\"; - or nothing reads standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string?> Expression() => new("--expr", "-e")
    {
        Description = "One expression, instead of a file.",
        HelpName = "EXPR",
    };

    public static Option<bool> Grafana() => new("--grafana")
    {
        Description = "Accept Grafana's template variables and query functions such as label_values().",
    };

    public static Option<OutputFormat> Format() => new("--format")
    {
        Description = "text for people, json for programs.",
        HelpName = "text|json",
        DefaultValueFactory = _ => OutputFormat.Text,
    };

    public static Option<Dialect> DialectOption() => new("--dialect")
    {
        Description = "What the target accepts, such as prometheus-2.42, thanos-0.42 or 3.14+promql-experimental-functions.",
        HelpName = "DIALECT",
        DefaultValueFactory = _ => Dialect.Latest,
        CustomParser = result =>
        {
            if (Dialect.TryParse(result.Tokens[0].Value, out var dialect))
                return dialect;
            result.AddError(
                $"There is no dialect '{result.Tokens[0].Value}'. Known are prometheus-{LanguageHistory.Oldest} to prometheus-{LanguageHistory.Newest} "
                + "and thanos-0.42, each with +FLAG for experimental parts, or +all.");
            return null;
        },
    };
}
