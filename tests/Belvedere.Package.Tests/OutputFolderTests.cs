namespace Belvedere.Package.Tests;

public sealed class OutputFolderTests
{
    [Test]
    public void Two_projects_that_write_to_one_folder_are_refused()
    {
        var first = new FleetProject(properties: "<BelvedereOutputPath>../shared</BelvedereOutputPath>", name: "east");
        first.Builds();
        var second = new FleetProject(properties: $"<BelvedereOutputPath>{Path.Combine(first.Folder, "..", "shared")}</BelvedereOutputPath>", name: "west");

        var built = second.Build();

        Assert.That(built.ExitCode, Is.EqualTo(1), built.Everything);
        Assert.That(FleetProject.Codes(built, "error"), Has.Count.EqualTo(1), built.Everything);
        Assert.That(built.Output, Does.Contain("east"));
    }

    [TestCase("manifests/", "")]
    [TestCase("out/repository", "<BelvedereOutputPath>out/repository</BelvedereOutputPath>")]
    public void The_repository_is_kept_out_of_the_default_globs(string folder, string property)
    {
        var project = new FleetProject(properties: property);
        project.Builds();
        Assert.That(Directory.EnumerateFiles(project.File(folder), "*.yaml", SearchOption.AllDirectories), Is.Not.Empty);

        var items = project.Dotnet(["msbuild", "-getItem:None", "-getItem:Content", "-getItem:EmbeddedResource"]);

        Assert.That(items.Output, Does.Contain("extra/one.yaml").And.Not.Contain(folder));
    }

    [TestCase(".")]
    [TestCase("..")]
    public void A_repository_around_the_project_does_not_hide_the_projects_own_sources(string folder)
    {
        var project = new FleetProject(properties: $"<BelvedereOutputPath>{folder}</BelvedereOutputPath>");

        project.Builds();

        Assert.That(Directory.Exists(project.File(folder, "hub")), Is.True);
    }
}
