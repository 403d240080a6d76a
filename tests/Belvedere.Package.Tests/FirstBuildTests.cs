namespace Belvedere.Package.Tests;

public sealed class FirstBuildTests
{
    [Test]
    public void A_build_writes_the_repository_and_the_next_one_does_nothing()
    {
        var project = new FleetProject();

        var first = project.Builds();
        Assert.That(project.Manifests, Is.Not.Empty);
        Assert.That(first.Output, Does.Contain($"fleet -> {project.File("manifests")}"));
        Assert.That(first.Output, Does.Match(@"\d+ objects in \d+ files: \d+ written, 0 unchanged, 0 removed; no warnings; "));

        var stamped = File.GetLastWriteTimeUtc(project.Stamp);
        var second = project.Builds("--no-restore");
        Assert.That(File.GetLastWriteTimeUtc(project.Stamp), Is.EqualTo(stamped));
        Assert.That(second.Output, Does.Not.Contain("manifests"));
    }

    [Test]
    public void Under_v_q_a_build_says_nothing()
    {
        var project = new FleetProject();

        var built = project.Builds("-v:q");

        Assert.That(built.Output, Does.Not.Contain("fleet").And.Not.Contain("objects"));
        Assert.That(project.Manifests, Is.Not.Empty);
    }
}
