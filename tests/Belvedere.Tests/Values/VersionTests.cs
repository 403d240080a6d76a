namespace Belvedere.Tests.Values;

public sealed class VersionTests
{
    [TestCase("4.18", 4, 18)]
    [TestCase("v1.33", 1, 33)]
    [TestCase("4.18.12", 4, 18)]
    [TestCase("v1.31.5+k3s1", 1, 31)]
    [TestCase("4.19.0-rc.3", 4, 19)]
    public void Release_line_is_read_from_what_clusters_report(string text, int major, int minor)
    {
        Assert.That(MinorVersion.TryParse(text, out var version), Is.True);
        Assert.That(version, Is.EqualTo(new MinorVersion(major, minor)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("v")]
    [TestCase("4")]
    [TestCase("4.")]
    [TestCase(".18")]
    [TestCase("4.x")]
    [TestCase("-4.18")]
    [TestCase("4. 18")]
    [TestCase("4.18.")]
    [TestCase("4.99999999999999999999")]
    [TestCase("4.18.1.2")]
    public void Text_that_is_no_release_line_is_refused_without_throwing(string? text)
    {
        Assert.That(MinorVersion.TryParse(text, out var version), Is.False);
        Assert.That(version, Is.EqualTo(default(MinorVersion)));
    }

    [Test]
    public void Release_lines_are_ordered_by_number_not_by_text()
    {
        Assert.That(new MinorVersion(4, 9), Is.LessThan(new MinorVersion(4, 18)));
        Assert.That(new MinorVersion(5, 0), Is.GreaterThan(new MinorVersion(4, 23)));
    }

    // The order that semver.org 2.0 gives as its own example, with a patch and a minor release around it.
    [Test]
    public void Semantic_versions_are_ordered_as_the_specification_lists_them()
    {
        string[] ascending =
        [
            "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
            "1.0.0-rc.1", "1.0.0", "1.0.1", "1.10.0",
        ];
        for (var i = 1; i < ascending.Length; i++)
            Assert.That(Read(ascending[i - 1]), Is.LessThan(Read(ascending[i])), ascending[i]);
    }

    [TestCase("v0.42.4", "0.42.4")]
    [TestCase("3.2.0-rc.1+abc", "3.2.0-rc.1")]
    public void Semantic_version_prints_without_prefix_and_build(string text, string printed) =>
        Assert.That(Read(text).ToString(), Is.EqualTo(printed));

    [TestCase(null)]
    [TestCase("0.42")]
    [TestCase("0.42.4.1")]
    [TestCase("0.42.4-")]
    [TestCase("0.42.4-a..b")]
    [TestCase("0.42.4-ä")]
    [TestCase("latest")]
    public void Text_that_is_no_semantic_version_is_refused_without_throwing(string? text) =>
        Assert.That(SemanticVersion.TryParse(text, out _), Is.False);

    [Test]
    public void Platform_keeps_the_fault_of_its_version_for_a_message()
    {
        var platform = Platform.OpenShift("latest");
        Assert.That(platform.Problem, Does.Contain("'latest'").And.Contain("4.18"));
        Assert.That(platform.Version, Is.EqualTo(default(MinorVersion)));
    }

    [Test]
    public void Platforms_of_one_release_line_are_equal_whatever_the_patch() =>
        Assert.That(Platform.OpenShift("4.18.12"), Is.EqualTo(Platform.OpenShift("4.18")));

    [Test]
    public void Only_managed_services_own_the_platform_configuration()
    {
        Assert.That(Platform.Rosa("4.18").IsManagedService, Is.True);
        Assert.That(Platform.OpenShiftDedicated("4.18").IsManagedService, Is.True);
        Assert.That(Platform.OpenShift("4.18").IsManagedService, Is.False);
        Assert.That(Platform.Kubernetes("1.33").IsOpenShift, Is.False);
    }

    static SemanticVersion Read(string text)
    {
        Assert.That(SemanticVersion.TryParse(text, out var version), Is.True, text);
        return version;
    }
}
