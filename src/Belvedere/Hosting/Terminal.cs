namespace Belvedere.Hosting;

/// <summary>Where a run writes text for people.</summary>
/// <param name="Output">Findings and the summary.</param>
/// <param name="Progress">What goes on, for someone who waits; null when nobody watches.</param>
sealed record Terminal(TextWriter Output, TextWriter? Progress)
{
    // Somebody has to own the process's console and its folder. That is this file: all else is told where to write and to read.
#pragma warning disable RS0030

    /// <summary>The process's own console. It is opened at the first use: a run under the build never pays for it.</summary>
    public static Terminal OfProcess() => new(Console.Out, Console.IsErrorRedirected || Console.IsOutputRedirected ? null : Console.Error);

    /// <summary>The folder that a person's relative paths start from; the build passes absolute ones.</summary>
    public static string WorkingFolder() => Environment.CurrentDirectory;

#pragma warning restore RS0030
}
