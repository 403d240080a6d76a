namespace Belvedere.Package.Tests;

public sealed class GenerateTargetTests
{
    [Test]
    public void Generation_can_be_left_to_its_own_target()
    {
        var project = new FleetProject();

        project.Builds("-p:BelvedereGenerateOnBuild=false");
        Assert.That(Directory.Exists(project.File("manifests")), Is.False);

        project.Builds("--no-restore", "-p:BelvedereGenerateOnBuild=false", "-t:BelvedereGenerate");
        Assert.That(project.Manifests, Is.Not.Empty);
    }

    [Test]
    public void The_target_alone_builds_and_generates_once()
    {
        var project = new FleetProject();

        var built = project.Builds("-t:BelvedereGenerate");

        Assert.That(built.Output.Split("objects in"), Has.Length.EqualTo(2));
    }
}
