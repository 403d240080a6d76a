namespace Belvedere.Package.Tests;

public sealed class CleanTests
{
    [Test]
    public void Clean_removes_the_stamp_and_keeps_the_repository()
    {
        var project = new FleetProject();
        project.Builds();
        var manifests = project.Manifests;

        project.Builds("--no-restore", "-t:Clean");
        Assert.That(File.Exists(project.Stamp), Is.False);
        Assert.That(project.Manifests, Is.EqualTo(manifests));

        var rebuilt = project.Builds("--no-restore", "-t:Rebuild");
        Assert.That(rebuilt.Output, Does.Contain(": 0 written, "));
        Assert.That(File.Exists(project.Stamp), Is.True);
    }
}
