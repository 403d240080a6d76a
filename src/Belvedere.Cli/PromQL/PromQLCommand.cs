using System.CommandLine;

namespace Belvedere.Cli.PromQL;

/// <summary><c>belvedere promql</c>: the verbs about expressions.</summary>
static class PromQLCommand
{
    public static Command Create(Terminal terminal) => new("promql", "Check, format, explain and lift PromQL expressions.")
    {
        CheckVerb.Create(terminal),
        FormatVerb.Create(terminal),
        ExplainVerb.Create(terminal),
        LiftVerb.Create(terminal),
    };
}
