using Belvedere.Hosting;

namespace Belvedere.Tests.Hosting;

public sealed class HostArgumentsTests
{
    [Test]
    public void Without_arguments_the_repository_is_generated_beside_the_working_folder()
    {
        var arguments = HostArguments.Parse([], "/fleet");

        Assert.That(arguments.Problem, Is.Null);
        Assert.That(arguments.Verb, Is.EqualTo(HostVerb.Generate));
        Assert.That(arguments.ProjectFolder, Is.EqualTo("/fleet"));
        Assert.That(arguments.OutputFolder, Is.EqualTo("/fleet/manifests"));
        Assert.That(arguments.ResultFile, Is.Null);
        Assert.That(arguments.HostVersion, Is.Null);
    }

    [Test]
    public void Relative_paths_start_from_the_project_folder()
    {
        var arguments = HostArguments.Parse(["check", "--output", "../out/", "--project-directory=sub", "--result", "obj/r.json", "--stamp", "obj/s"], "/fleet");

        Assert.That(arguments.Verb, Is.EqualTo(HostVerb.Check));
        Assert.That(arguments.ProjectFolder, Is.EqualTo("/fleet/sub"));
        Assert.That(arguments.OutputFolder, Is.EqualTo("/fleet/out"));
        Assert.That(arguments.ResultFile, Is.EqualTo("/fleet/sub/obj/r.json"));
        Assert.That(arguments.StampFile, Is.EqualTo("/fleet/sub/obj/s"));
    }

    [Test]
    public void Severities_are_read_as_MSBuild_writes_them()
    {
        var severities = HostArguments.Parse(
            ["--no-warn", "BLV1001;blv1002, CS1591", "--warnings-as-errors", "BLV1003", "--warnings-not-as-errors", "BLV1004", "--treat-warnings-as-errors"], "/").Severities;

        Assert.That(severities.NoWarn, Is.EquivalentTo(new[] { "BLV1001", "blv1002", "CS1591" }));
        Assert.That(severities.NoWarn.Contains("BLV1002"), Is.True);
        Assert.That(severities.WarningsAsErrors, Is.EquivalentTo(new[] { "BLV1003" }));
        Assert.That(severities.WarningsNotAsErrors, Is.EquivalentTo(new[] { "BLV1004" }));
        Assert.That(severities.TreatWarningsAsErrors, Is.True);
    }

    [TestCase("--bogus", "'--bogus' is not an option. --help lists them.")]
    [TestCase("chekc", "'chekc' is not an option. --help lists them.")]
    [TestCase("generate check", "'check' comes after another verb. Name one.")]
    [TestCase("--output", "--output needs a value.")]
    [TestCase("--source-root nothing", "--source-root 'nothing' is not FROM=TO.")]
    public void A_line_that_cannot_be_understood_says_why(string line, string problem) =>
        Assert.That(HostArguments.Parse(line.Split(' '), "/").Problem, Is.EqualTo(problem));

    [Test]
    public void Past_a_problem_the_caller_is_still_known()
    {
        var arguments = HostArguments.Parse(["--from-the-future", "--host-version", "7", "--result", "/r.json"], "/");

        Assert.That(arguments.Problem, Is.Not.Null);
        Assert.That(arguments.HostVersion, Is.EqualTo(7));
        Assert.That(arguments.ResultFile, Is.EqualTo("/r.json"));
    }

    [Test]
    public void Help_lists_every_option_that_is_understood()
    {
        var listed = HostArguments.Help.Split('\n').Select(line => line.Trim().Split(' ')[0]).Where(word => word.StartsWith("--", StringComparison.Ordinal)).ToList();

        Assert.That(listed, Has.Count.EqualTo(15));
        foreach (var option in listed)
            Assert.That(HostArguments.Parse([option, "a=b"], "/").Problem, Is.Null.Or.EqualTo("'a=b' is not an option. --help lists them."), option);
    }
}
