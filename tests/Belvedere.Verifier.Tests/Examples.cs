using Belvedere.Testing;

namespace Belvedere.Verifier.Tests;

/// <summary>The examples' repositories, as the programs of this build make them.</summary>
static class Examples
{
    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Checkout.Path("examples")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public static void Generate(string name, TemporaryFolder output)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var run = Tool.Require("dotnet").Run(
        [
            Checkout.Path("examples", name, "bin", configuration, "net10.0", $"{name}.dll"), "generate",
            "--project-directory", Checkout.Path("examples", name), "--output", output.Root,
        ]);
        Assert.That(run.ExitCode, Is.Zero, run.Everything);
    }
}
