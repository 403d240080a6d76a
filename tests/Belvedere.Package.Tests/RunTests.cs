namespace Belvedere.Package.Tests;

public sealed class RunTests
{
    [Test]
    public void Run_by_hand_the_program_does_what_the_build_does_from_any_folder()
    {
        var project = new FleetProject(properties: "<BelvedereOutputPath>out</BelvedereOutputPath>");
        project.Builds("-p:BelvedereGenerateOnBuild=false");

        var generated = Run("generate");
        Assert.That(generated.ExitCode, Is.Zero, generated.Everything);
        Assert.That(generated.Output, Does.Contain($"fleet -> {project.File("out")}"));
        Assert.That(Directory.Exists(project.File("out", "hub")), Is.True);

        Assert.That(Run("check").ExitCode, Is.Zero);
        Assert.That(Run("--help").Output, Does.StartWith("usage: "));
        var wrong = Run("chekc");
        Assert.That(wrong.ExitCode, Is.EqualTo(1));
        Assert.That(wrong.Output, Does.Contain("error BLV0025: 'chekc' is not an option."));

        Belvedere.Testing.ToolResult Run(string argument) =>
            project.Dotnet(["run", "--no-build", "--project", project.Folder, "--", argument], folder: Feed.Folder);
    }
}
