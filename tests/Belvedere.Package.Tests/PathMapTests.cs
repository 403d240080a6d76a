using System.Text;

namespace Belvedere.Package.Tests;

public sealed class PathMapTests
{
    [Test]
    public void A_deterministic_build_still_leads_to_the_users_file_and_column()
    {
        // A continuous integration build writes a mapped path such as /_/Program.cs into the assembly.
        var project = new FleetProject(
            """
            using Belvedere;

            return Fleet.Run(args, () => new MonitoringTopology("test")
            {
                Hub = new("hub", Platform.Kubernetes("1.33")) { Querier = new() },
                Suppressions = [new("BLV1999", "Nothing has this code.")],
            });
            """,
            items: """<SourceRoot Include="$(MSBuildProjectDirectory)/" />""");

        var built = project.Builds("-p:ContinuousIntegrationBuild=true", "-p:DeterministicSourcePaths=true");

        Assert.That(built.Output, Does.Contain($"{project.File("Program.cs")}(6,21,6,24): warning BLV0010: "));
        var assembly = File.ReadAllBytes(project.File("bin", "Debug", "net10.0", "fleet.dll"));
        Assert.That(assembly.AsSpan().IndexOf(Encoding.Unicode.GetBytes("/Program.cs")), Is.Positive);
        Assert.That(assembly.AsSpan().IndexOf(Encoding.Unicode.GetBytes(project.Folder)), Is.Negative, "the build was not deterministic");
    }
}
