using Belvedere.Testing;

namespace Belvedere.Package.Tests;

/// <summary>
/// Packs what is shipped, once for the whole run, into a folder of its own: the checkout that the outer build works in stays
/// untouched. Projects below <see cref="Folder"/> restore from there and from what is already on the machine.
/// </summary>
[SetUpFixture]
public sealed class Feed
{
    static TemporaryFolder? temporary;

    /// <summary>The folder that holds the feed and the projects of the tests.</summary>
    public static string Folder => temporary!.Root;

    /// <summary>The packed packages.</summary>
    public static string Packages => Path.Combine(Folder, "feed");

    /// <summary>The version of this run, so that no cache ever holds it.</summary>
    public static string Version { get; } = FormattableString.Invariant($"0.1.0-test.{Environment.ProcessId}.{Environment.TickCount64}");

    [OneTimeSetUp]
    public void Pack()
    {
        temporary = new TemporaryFolder();
        Directory.CreateDirectory(Packages);
        // The only source is the feed; packages of others are taken from where the checkout's own restore put them.
        File.WriteAllText(Path.Combine(Folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{Packages}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="machine" value="{MachinePackages}" />
              </fallbackPackageFolders>
            </configuration>
            """);

        foreach (var project in new[] { "Belvedere.PromQL", "Belvedere" })
        {
            // The checkout's own build runs the analyzers.
            var packed = Sdk.Run(
                Checkout.Root,
                ["pack", $"src/{project}", "--configuration", "Release", "--artifacts-path", Path.Combine(Folder, "artifacts"), "--output", Packages,
                    $"-p:Version={Version}", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-nodeReuse:false", "-p:UseSharedCompilation=false"],
                packages: MachinePackages);
            Assert.That(packed.ExitCode, Is.Zero, packed.Everything);
        }
    }

    [OneTimeTearDown]
    public void Remove() => temporary?.Dispose();

    static string MachinePackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } moved
        ? moved
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
