using System.Text.RegularExpressions;
using System.Xml.Linq;
using Belvedere.Testing;

namespace Belvedere.Build.Tests;

/// <summary>Rules that the shipped targets keep, each for a trap that somebody fell into.</summary>
public sealed class TargetsTests
{
    static readonly string[] OfTheSdk =
    [
        "OutputType", "UseAppHost", "InvariantGlobalization", "TieredPGO", "DisableFastUpToDateCheck", "SatelliteResourceLanguages", "DefaultItemExcludes", "StartArguments",
    ];

    static readonly string[] Files = ["build/Belvedere.props", "build/Belvedere.targets", "buildMultiTargeting/Belvedere.targets"];

    [TestCaseSource(nameof(Files))]
    public void Every_name_is_ours_by_its_prefix(string file)
    {
        // GenerateManifests, for one, is a target of MSBuild's own.
        var document = Load(file);
        var targets = document.Descendants("Target").Select(target => target.Attribute("Name")!.Value);
        var properties = document.Descendants("PropertyGroup").Elements().Select(property => property.Name.LocalName).Except(OfTheSdk);
        var items = document.Descendants("ItemGroup").Elements().Select(item => item.Name.LocalName);

        Assert.That(targets.Concat(properties).Concat(items), Has.All.Matches("^_?Belvedere"));
    }

    [TestCaseSource(nameof(Files))]
    public void What_a_project_may_set_is_never_overwritten(string file)
    {
        var overwritten = Load(file).Root!.Elements("PropertyGroup").Elements()
            .Where(property => !property.Name.LocalName.StartsWith('_') && property.Attribute("Condition") is null)
            .Select(property => property.Name.LocalName)
            .Except(["StartArguments"]);

        Assert.That(overwritten, Is.Empty);
    }

    [Test]
    public void Every_code_of_the_targets_and_the_task_has_its_page()
    {
        var codes = Files.SelectMany(file => Load(file).Descendants("Error")).Select(error => error.Attribute("Code")!.Value)
            .Concat([BuildDiagnostics.EndedEarly().Code, BuildDiagnostics.Died(1, null).Code, BuildDiagnostics.UnreadableResult("").Code, BuildDiagnostics.FailedAfterResult(1).Code])
            .Distinct()
            .ToList();

        Assert.That(codes, Has.Count.EqualTo(7));
        foreach (var code in codes)
            Assert.That(File.ReadLines(Checkout.Path("docs", "diagnostics", code + ".md")).First(), Does.StartWith($"# {code}: "));
    }

    [Test]
    public void Messages_are_one_line_and_end_with_a_remedy()
    {
        var messages = Files.SelectMany(file => Load(file).Descendants("Error")).Select(error => error.Attribute("Text")!.Value)
            .Concat([BuildDiagnostics.EndedEarly().Message, BuildDiagnostics.Died(1, null).Message, BuildDiagnostics.Died(1, "x").Message, BuildDiagnostics.UnreadableResult("x").Message, BuildDiagnostics.FailedAfterResult(1).Message]);

        Assert.That(messages, Has.All.Matches(new Regex(@"^[^\n]+\. [A-Z][^\n]+[.)]$").ToString()));
    }

    [Test]
    public void The_examples_load_the_task_anew_and_the_package_does_not()
    {
        // A node that lives on keeps the task of before an edit; the package's path holds the version.
        var examples = XDocument.Load(Checkout.Path("examples", "Directory.Build.targets"));

        Assert.That(examples.Descendants("BelvedereTaskFactory").Single().Value, Is.EqualTo("TaskHostFactory"));
        Assert.That(Load("build/Belvedere.targets").Descendants("BelvedereTaskFactory").Single().Value, Is.EqualTo("AssemblyTaskFactory"));
    }

    static XDocument Load(string file) => XDocument.Load(Checkout.Path("src", "Belvedere.Build", file));
}
