using System.CommandLine;
using Belvedere.Cli.PromQL;

namespace Belvedere.Cli;

/// <summary>The verbs, and what becomes of their results.</summary>
static class CommandLine
{
    /// <summary>Runs a command. The result is its exit code.</summary>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var root = new RootCommand("Checks, formats, explains and rewrites what Belvedere compiles.")
        {
            PromQLCommand.Create(terminal),
        };
        var parsed = root.Parse(arguments);
        var configuration = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            var code = parsed.Invoke(configuration);
            terminal.Output.Flush();
            terminal.Error.Flush();
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (UsageException exception)
        {
            terminal.Output.Flush();
            terminal.Error.WriteLine(exception.Message);
            terminal.Error.Flush();
            return ExitCode.Usage;
        }
        catch (IOException) when (IsOutputClosed(terminal))
        {
            // Whoever read the output (head, a pager) has seen enough.
            return ExitCode.Clean;
        }
    }

    static bool IsOutputClosed(Terminal terminal)
    {
        try
        {
            terminal.Output.Flush();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
