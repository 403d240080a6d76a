namespace Belvedere.Package.Tests;

public sealed class DesignTimeTests
{
    [Test]
    public void An_editors_build_generates_nothing()
    {
        var project = new FleetProject();

        project.Builds("-p:DesignTimeBuild=true");

        Assert.That(Directory.Exists(project.File("manifests")), Is.False);
        Assert.That(File.Exists(project.Stamp), Is.False);
    }
}
