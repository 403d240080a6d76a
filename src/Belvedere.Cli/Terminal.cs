using System.Text;
using Spectre.Console;

namespace Belvedere.Cli;

// The one file that owns the console: every verb is told where to read and write.
#pragma warning disable RS0030

/// <summary>Where a command reads and writes.</summary>
/// <param name="Input">Standard input; opened when it is asked for.</param>
/// <param name="Output">What the command is run for.</param>
/// <param name="Error">What goes wrong with running it.</param>
/// <param name="Folder">The folder that relative paths start from.</param>
/// <param name="HasColors">Whether a person reads the output and likes colours.</param>
/// <param name="Width">The columns of the person's window; null where nobody looks.</param>
sealed record Terminal(Func<TextReader> Input, TextWriter Output, TextWriter Error, string Folder, bool HasColors, int? Width)
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The process's own console.</summary>
    public static Terminal OfProcess()
    {
        var redirected = Console.IsOutputRedirected;
        return new(
            () => new StreamReader(Console.OpenStandardInput(), Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16),
            new StreamWriter(Console.OpenStandardOutput(), Utf8, bufferSize: 1 << 16) { NewLine = "\n" },
            new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n" },
            Environment.CurrentDirectory,
            !redirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            redirected ? null : Math.Max(40, Console.WindowWidth));
    }

    /// <summary>A console for people. Where nobody looks it neither colours nor breaks lines.</summary>
    public IAnsiConsole ForPeople()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = HasColors ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = HasColors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Output),
        });
        console.Profile.Width = Width ?? 100_000;
        return console;
    }
}
