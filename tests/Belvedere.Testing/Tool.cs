using System.Diagnostics;
using System.Text;

namespace Belvedere.Testing;

/// <summary>What a finished process said.</summary>
public sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>Both streams, for an assertion's message.</summary>
    public string Everything => $"exit code {ExitCode}\n{Output}\n{Error}";
}

/// <summary>A program that judges what we emit: kubectl, promtool, amtool, node, dotnet.</summary>
public sealed class Tool
{
    static readonly TimeSpan Bound = TimeSpan.FromMinutes(10);

    readonly string path;

    Tool(string path) => this.path = path;

    /// <summary>A tool on PATH; the test is skipped with a message where it is absent.</summary>
    public static Tool Require(string name)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            if (Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name) is var candidate && File.Exists(candidate))
                return new Tool(candidate);

        Assert.Ignore($"{name} is not installed; .ci/run installs it.");
        throw new InvalidOperationException("Assert.Ignore returned.");
    }

    /// <summary>Runs to the end and returns both streams. A process that outlives the bound is ended and fails the test.</summary>
    public ToolResult Run(
        IEnumerable<string> arguments,
        string? workingDirectory = null,
        string? input = null,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(path)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = workingDirectory ?? Checkout.Root,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[key] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
            process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Bound))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{Path.GetFileName(path)} did not end within {Bound}.");
        }

        return new ToolResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
