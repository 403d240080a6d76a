namespace Belvedere.Cli.Tests;

/// <summary>The tool as users get it: packed, installed from a folder and run as a process.</summary>
public sealed class ToolPackageTests
{
    [Test]
    public void The_packed_tool_installs_from_a_folder_and_runs_in_a_pipe()
    {
        using var folder = new TemporaryFolder();
        var dotnet = Tool.Require("dotnet");
        var pack = dotnet.Run(
            ["pack", Checkout.Path("src", "Belvedere.Cli"), "--configuration", "Release", "--artifacts-path", folder.Path("artifacts"), "--output", folder.Path("feed"),
                "-p:Version=0.1.0-test", "-p:RunAnalyzers=false", "-nodeReuse:false", "-p:UseSharedCompilation=false"]);
        Assert.That(pack.ExitCode, Is.Zero, pack.Everything);

        // A folder of its own for packages, so that no other test's tool is run.
        var environment = new Dictionary<string, string?> { ["NUGET_PACKAGES"] = folder.Path("packages") };
        folder.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        var install = dotnet.Run(
            ["tool", "install", "Belvedere.Cli", "--tool-path", folder.Path("tools"), "--add-source", folder.Path("feed"), "--version", "0.1.0-test"],
            folder.Root,
            environment: environment);
        Assert.That(install.ExitCode, Is.Zero, install.Everything);

        var shell = Tool.Require("sh");
        var run = shell.Run(["-c", "printf 'up\\nrate(x)\\n' | \"$0\" promql check --format json | cat; printf 'up' | \"$0\" promql check", folder.Path("tools", "belvedere")]);
        Assert.That(run.ExitCode, Is.Zero, run.Everything);
        Assert.That(run.Output, Does.StartWith("{\"expr\":\"up\",\"valid\":true,").And.EndsWith("1 expression, all valid.\n"));
        Assert.That(run.Output, Does.Not.Contain("\u001b"));
    }

    [Test]
    public void A_reader_that_leaves_early_ends_the_command_quietly()
    {
        using var folder = new TemporaryFolder();
        folder.Write("many.promql", string.Concat(Enumerable.Repeat("up\n", 200_000)));
        var program = Path.Combine(AppContext.BaseDirectory, "belvedere.dll");
        var run = Tool.Require("sh").Run(["-c", $"dotnet \"{program}\" promql check --format json \"{folder.Path("many.promql")}\" | head -n 1"]);
        Assert.That(run.Error, Is.Empty);
        Assert.That(run.Output, Does.StartWith("{\"expr\":\"up\""));
    }
}
