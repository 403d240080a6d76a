namespace Belvedere.Package.Tests;

public sealed class ReadFileTests
{
    [Test]
    public void A_file_that_the_model_reads_is_an_input_of_the_build()
    {
        var project = new FleetProject();
        project.Builds();

        project.Write("extra/one.yaml", FleetProject.ConfigMap("one").Replace("key: one", "key: edited"));
        project.Builds("--no-restore");
        Assert.That(File.ReadAllText(project.Manifest("/configmap-one.yaml")), Does.Contain("key: edited"));

        project.Write("extra/two.yaml", FleetProject.ConfigMap("two"));
        project.Builds("--no-restore");
        Assert.That(File.ReadAllText(project.Manifest("/configmap-two.yaml")), Does.Contain("key: two"));

        File.Delete(project.File("extra", "two.yaml"));
        project.Builds("--no-restore");
        Assert.That(project.Manifests, Has.None.Contains("/configmap-two.yaml"));
    }

    [Test]
    public void A_file_that_the_project_names_is_an_input_too()
    {
        var project = new FleetProject(items: """<BelvedereInput Include="owners.csv" />""");
        project.Write("owners.csv", "north\n");
        project.Builds();

        project.Write("owners.csv", "north,south\n");

        Assert.That(project.Builds("--no-restore").Output, Does.Contain(": 0 written, "));
    }
}
