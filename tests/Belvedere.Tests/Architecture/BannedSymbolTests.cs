using Belvedere.Testing;

namespace Belvedere.Tests.Architecture;

/// <summary>What the list of banned symbols keeps out of the code stays out of it.</summary>
public class BannedSymbolTests
{
    // Each program has one file that owns its console and its folder.
    static readonly string[] Owners = ["src/Belvedere.Cli/Terminal.cs", "src/Belvedere/Hosting/Terminal.cs"];

    [Test]
    public void Only_the_owner_of_a_console_lifts_the_ban()
    {
        var lifting = Directory.EnumerateFiles(Checkout.Path("src"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".csproj" or ".props" or ".targets" or ".editorconfig")
            .Select(path => (Path: Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/'), File: path))
            .Where(file => !file.Path.Split('/').Any(part => part is "bin" or "obj"))
            .Where(file => File.ReadAllText(file.File).Contains("RS0030", StringComparison.Ordinal))
            .Select(file => file.Path);

        Assert.That(lifting, Is.EquivalentTo(Owners));
    }
}
