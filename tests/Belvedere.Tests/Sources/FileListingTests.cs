using Belvedere.Sources;
using Belvedere.Testing;

namespace Belvedere.Tests.Sources;

public sealed class FileListingTests
{
    TemporaryFolder folder;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        foreach (var file in new[] { "a.yaml", "b.yml", ".hidden.yaml", "rules/c.yaml", "rules/deep/d.yaml", "rules/deep/e.json", "x/y/z/c.yaml" })
            folder.Write(file, "");
    }

    [TearDown]
    public void TearDown() => folder.Dispose();

    [TestCase("*.yaml", ".hidden.yaml a.yaml")]
    [TestCase("?.y*ml", "a.yaml b.yml")]
    [TestCase("*/c.yaml", "rules/c.yaml")]
    [TestCase("**/c.yaml", "rules/c.yaml x/y/z/c.yaml")]
    [TestCase("rules/**", "rules/c.yaml rules/deep/d.yaml rules/deep/e.json")]
    [TestCase("**/deep/**/*.json", "rules/deep/e.json")]
    [TestCase("**/**/**/a.yaml", "a.yaml")]
    [TestCase("x/*/*/c.yaml", "x/y/z/c.yaml")]
    [TestCase("*.json", "")]
    [TestCase("nowhere/*.yaml", "")]
    public void A_pattern_finds_its_files_in_order(string pattern, string expected) =>
        Assert.That(FileListing.Find(folder.Root, pattern), Is.EqualTo(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Test]
    public void A_folder_that_is_not_there_has_no_files() =>
        Assert.That(FileListing.Find(folder.Path("nowhere"), "**"), Is.Empty);

    [Test]
    public void A_link_in_a_circle_is_not_followed()
    {
        Directory.CreateSymbolicLink(folder.Path("rules", "loop"), folder.Root);

        Assert.That(FileListing.Find(folder.Root, "**/d.yaml"), Is.EqualTo(new[] { "rules/deep/d.yaml" }));
    }

    [Test]
    public void A_row_of_stars_costs_no_more_than_its_length()
    {
        folder.Write(new string('a', 200), "");

        Assert.That(FileListing.Find(folder.Root, string.Concat(Enumerable.Repeat("a*", 60)) + "b"), Is.Empty);
    }

    [Test]
    public void The_digest_differs_when_a_file_is_added_renamed_or_removed()
    {
        string[][] listings = [[], ["a"], ["a", "b"], ["ab"], ["b"], ["a\nb"]];

        Assert.That(listings.Select(FileListing.Digest).Distinct().Count(), Is.EqualTo(listings.Length));
    }
}
