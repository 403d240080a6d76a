namespace Belvedere.Package.Tests;

public sealed class CheckTests
{
    [Test]
    public void A_check_fails_for_each_stale_file_and_writes_nothing()
    {
        var project = new FleetProject();
        project.Builds();
        var upToDate = project.Builds("--no-restore", "-t:BelvedereCheck");
        Assert.That(upToDate.Output, Does.Contain("all as the topology gives them"));

        var edited = project.Manifest("/configmap-one.yaml");
        File.AppendAllText(edited, "# by hand\n");
        var stale = project.Fails("BLV0023", "--no-restore", "-t:BelvedereCheck");

        Assert.That(stale.Output, Does.Contain($"{edited} : error BLV0023: "));
        Assert.That(File.ReadAllText(edited), Does.EndWith("# by hand\n"));
    }

    [Test]
    public void A_check_in_a_fresh_clone_without_the_repository_fails_and_creates_nothing()
    {
        var project = new FleetProject();

        project.Fails("BLV0023", "-t:BelvedereCheck");

        Assert.That(Directory.Exists(project.File("manifests")), Is.False);
    }
}
