namespace Belvedere.Package.Tests;

public sealed class NodeReuseTests
{
    // Nodes that live on end by themselves after this many milliseconds without work.
    static readonly Dictionary<string, string?> Reuse = new() { ["MSBUILDDISABLENODEREUSE"] = null, ["MSBUILDNODECONNECTIONTIMEOUT"] = "5000" };

    [Test]
    public void Nodes_that_live_on_see_each_edit()
    {
        // Two projects, so that work goes to a second node.
        var east = new FleetProject(name: "east");
        var west = new FleetProject(name: "west");
        east.Write("both.proj", $"""
            <Project>
              <Target Name="Build">
                <MSBuild Projects="{east.File("east.csproj")};{west.File("west.csproj")}" BuildInParallel="true" Properties="Configuration=Debug" Targets="Restore" />
                <MSBuild Projects="{east.File("east.csproj")};{west.File("west.csproj")}" BuildInParallel="true" Properties="Configuration=Debug;Restored=true" Targets="Build" />
              </Target>
            </Project>
            """);

        Build(east);
        foreach (var project in new[] { east, west })
            project.Write("Program.cs", FleetProject.Program.Replace("\"test\"", "\"edited\"").Replace("Also.OnHub(\"extra/*.yaml\")", ""));
        Build(east);

        foreach (var project in new[] { east, west })
            Assert.That(project.Manifests, Is.Not.Empty.And.None.Contains("one"));
    }

    static void Build(FleetProject project)
    {
        var built = project.Dotnet(["msbuild", project.File("both.proj"), "-m:2", "-nodeReuse:true", "-v:m", "-p:UseSharedCompilation=false"], environment: Reuse);
        Assert.That(built.ExitCode, Is.Zero, built.Everything);
    }
}
