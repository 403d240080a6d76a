namespace Belvedere.Cli.Tests;

/// <summary>A command run in this process, with what it wrote.</summary>
sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static CommandRun Of(string input, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var terminal = new Terminal(() => new StringReader(input), output, error, Checkout.Root, HasColors: false, Width: null);
        var code = CommandLine.Run(arguments, terminal);
        return new(code, output.ToString(), error.ToString());
    }
}
