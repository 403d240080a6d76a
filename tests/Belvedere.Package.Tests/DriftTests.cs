namespace Belvedere.Package.Tests;

public sealed class DriftTests
{
    [Test]
    public void What_was_edited_or_removed_is_healed_unless_the_project_says_otherwise()
    {
        var project = new FleetProject();
        project.Builds();
        string edited = project.Manifest("/configmap-one.yaml"), removed = project.Manifest("deployment-thanos-query");
        string before = File.ReadAllText(edited), gone = File.ReadAllText(removed);

        File.AppendAllText(edited, "# by hand\n");
        File.Delete(removed);
        project.Builds("--no-restore", "-p:BelvedereCheckDrift=false");
        Assert.That(File.Exists(removed), Is.False);

        project.Builds("--no-restore");
        Assert.That(File.ReadAllText(edited), Is.EqualTo(before));
        Assert.That(File.ReadAllText(removed), Is.EqualTo(gone));
    }
}
