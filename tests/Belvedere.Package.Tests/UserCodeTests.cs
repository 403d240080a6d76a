using Belvedere.Testing;

namespace Belvedere.Package.Tests;

/// <summary>What the user's code may do to its own process, and how the build tells of it.</summary>
public sealed class UserCodeTests
{
    const string Program = """
        using Belvedere;

        var exit = Fleet.Run(args, () =>
        {
            Console.WriteLine("note: error handling: enabled");
            Console.WriteLine("warning: 3 clusters skipped");
            Console.Error.WriteLine("Program.cs(1,1): error CS0001: not one");
            switch (Environment.GetEnvironmentVariable("FLEET"))
            {
                case "throw": throw new InvalidOperationException("no such list");
                case "static": return Broken.Topology;
                case "null": return null!;
                case "exit": Environment.Exit(0); break;
                case "overflow": Overflow(1); break;
            }
            return new MonitoringTopology("test") { Hub = new("hub", Platform.Kubernetes("1.33")) { Querier = new() }, Suppressions = [new("BLV1999", "Nothing has this code.")] };
        });
        return Environment.GetEnvironmentVariable("FLEET") switch
        {
            "twice" => Fleet.Run(args, () => new MonitoringTopology("second")),
            "after" => 3,
            _ => exit,
        };

        static int Overflow(int depth) => Overflow(depth + 1) + 1;

        static class Broken
        {
            public static readonly MonitoringTopology Topology = new(int.Parse("seven").ToString());
        }
        """;

    FleetProject project;

    [OneTimeSetUp]
    public void Compile()
    {
        project = new FleetProject(Program);
        var built = project.Builds();
        Assert.That(FleetProject.Codes(built, "error"), Is.Empty, "what the program prints is no error");
        Assert.That(FleetProject.Codes(built, "warning"), Is.EqualTo(new[] { "BLV0010" }), "and no warning");
        // Without a stamp each test's build runs the program again.
        File.Delete(project.Stamp);
    }

    [TestCase("throw", "BLV0020", "(10,", "InvalidOperationException: no such list")]
    [TestCase("static", "BLV0020", "(29,", "FormatException")]
    [TestCase("null", "BLV0021", "(3,", "returned null")]
    [TestCase("twice", "BLV0024", "(20,", "a second time")]
    public void A_failure_is_told_at_its_line(string what, string code, string place, string message)
    {
        var built = Run(what);

        Assert.That(FleetProject.Codes(built, "error"), Is.EqualTo(new[] { code }), built.Everything);
        Assert.That(built.Output, Does.Contain($"{project.File("Program.cs")}{place}").And.Contain(message));
    }

    [TestCase("exit", "BLV0040", "Environment.Exit")]
    [TestCase("after", "BLV0043", "exit code 3")]
    [TestCase("overflow", "BLV0041", "Stack overflow (at Program.<<Main>$>g__Overflow")]
    public void An_end_of_the_process_is_an_error(string what, string code, string message)
    {
        var built = Run(what);

        Assert.That(FleetProject.Codes(built, "error"), Is.EqualTo(new[] { code }), built.Everything);
        Assert.That(built.Output, Does.Contain(message));
        Assert.That(File.Exists(project.Stamp), Is.False);
    }

    [TestCase("-p:NoWarn=BLV0010", 0)]
    [TestCase("-p:WarningsAsErrors=BLV0010", 1)]
    [TestCase("-p:TreatWarningsAsErrors=true", 1)]
    public void The_usual_properties_decide_what_a_warning_is(string property, int exitCode)
    {
        var built = project.Build("--no-restore", property);
        File.Delete(project.Stamp);

        Assert.That(built.ExitCode, Is.EqualTo(exitCode), built.Everything);
        Assert.That(FleetProject.Codes(built, "warning"), Is.Empty);
        Assert.That(FleetProject.Codes(built, "error"), Is.EqualTo(exitCode == 0 ? [] : new[] { "BLV0010" }));
    }

    ToolResult Run(string what)
    {
        var built = project.Dotnet(
            ["build", "--no-restore", "-nodeReuse:false", "-p:UseSharedCompilation=false"],
            environment: new Dictionary<string, string?> { ["FLEET"] = what, ["DOTNET_DbgEnableMiniDump"] = "0" });
        Assert.That(built.ExitCode, Is.EqualTo(1), built.Everything);
        return built;
    }
}
