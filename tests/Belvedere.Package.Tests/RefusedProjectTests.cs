namespace Belvedere.Package.Tests;

/// <summary>Projects that cannot work are told so before anything is compiled.</summary>
public sealed class RefusedProjectTests
{
    [TestCase("Build")]
    [TestCase("BelvedereGenerate")]
    [TestCase("BelvedereCheck")]
    public void Several_target_frameworks(string target) =>
        new FleetProject(framework: "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>", condition: "Condition=\"'$(TargetFramework)' == 'net10.0'\"")
            .Fails("BLV0050", $"-t:{target}");

    [Test]
    public void One_of_several_target_frameworks() =>
        new FleetProject(framework: "<TargetFrameworks>net10.0</TargetFrameworks>").Fails("BLV0050", "-f", "net10.0");

    [TestCase("<LangVersion>13</LangVersion>", "BLV0051")]
    [TestCase("<OutputType>Library</OutputType>", "BLV0052")]
    public void A_property_that_cannot_work(string property, string code) =>
        new FleetProject(properties: property).Fails(code);

    [TestCase("latest")]
    [TestCase("14.0")]
    public void A_language_version_that_works(string version) =>
        new FleetProject(properties: $"<LangVersion>{version}</LangVersion>").Builds();
}
