using Belvedere.Emission;
using Belvedere.Testing;

namespace Belvedere.Tests.Emission;

public class RepositoryOnDiskTests
{
    static readonly Repository Small = Output.Of(
        ("README.md", "generated"),
        ("base/standard/kustomization.yaml", "resources: []\n"),
        ("clusters/north/north-1/cluster.json", "{}"),
        ("clusters/north/north-1/kustomization.yaml", "resources: [a]\n"),
        ("hub/rules/rule.yaml", ""));

    [Test]
    public void A_fresh_folder_gets_every_file()
    {
        using var folder = new TemporaryFolder();
        var output = folder.Path("not", "there", "yet");

        var outcome = RepositoryOnDisk.Write(Small, output, Output.Owner);

        Assert.That(outcome.Diagnostics, Is.Empty);
        Assert.That(outcome.Summary, Is.EqualTo(new WriteSummary(Written: 5, Unchanged: 0, Removed: 0)));
        Assert.That(Small.Contents().Select(file => File.ReadAllText(Path.Combine(output, file.Key))), Is.EqualTo(Small.Contents().Values));
    }

    [Test]
    public void A_second_write_touches_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Small);
        var before = Aged(folder);

        var summary = folder.Write(Small);

        Assert.That(summary, Is.EqualTo(new WriteSummary(Written: 0, Unchanged: 5, Removed: 0)));
        Assert.That(Times(folder), Is.EqualTo(before));
    }

    [TestCase("resources: [another, longer, list]\n", TestName = "A_longer_content_replaces_the_file")]
    [TestCase("r", TestName = "A_shorter_content_leaves_no_tail")]
    [TestCase("resources: [b]\n", TestName = "A_content_of_the_same_length_replaces_the_file")]
    [TestCase("", TestName = "An_empty_content_empties_the_file")]
    public void Changed(string content)
    {
        using var folder = new TemporaryFolder();
        folder.Write(Small);
        var changed = With(Small, "clusters/north/north-1/kustomization.yaml", content);
        var before = Aged(folder);

        var summary = folder.Write(changed);

        Assert.That(summary, Is.EqualTo(new WriteSummary(Written: 1, Unchanged: 4, Removed: 0)));
        Assert.That(folder.Files(), Is.EqualTo(changed.Contents()));
        var touched = Times(folder).Where(file => before[file.Key] != file.Value).Select(file => file.Key);
        Assert.That(touched, Is.EquivalentTo(["clusters/north/north-1/kustomization.yaml", ".belvedere/lock/north.tsv"]));
    }

    [Test]
    public void Files_larger_than_a_read_buffer_are_compared_to_their_end()
    {
        using var folder = new TemporaryFolder();
        var large = new string('x', 300_000);
        folder.Write(Output.Of(("hub/crds/large.yaml", large + "1")));

        Assert.That(folder.Write(Output.Of(("hub/crds/large.yaml", large + "1"))).Unchanged, Is.EqualTo(1));
        Assert.That(folder.Write(Output.Of(("hub/crds/large.yaml", large + "2"))).Written, Is.EqualTo(1));
        Assert.That(folder.Files()["hub/crds/large.yaml"], Does.EndWith("2"));
    }

    [Test]
    public void What_the_model_no_longer_gives_goes_with_its_empty_folders()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Small);

        var summary = folder.Write(Output.Of(("README.md", "generated")));

        Assert.That(summary, Is.EqualTo(new WriteSummary(Written: 0, Unchanged: 1, Removed: 4)));
        Assert.That(folder.Everything().Keys, Is.EqualTo([".belvedere/.gitattributes", ".belvedere/layout", ".belvedere/lock/root.tsv", "README.md"]));
    }

    [Test]
    public void Files_of_the_user_stay_with_their_folders()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Small);
        folder.Write("clusters/north/north-1/notes.txt", "mine");
        folder.Write("clusters/north/north-1/deep/er/notes.txt", "mine too");
        folder.Write("CODEOWNERS", "* @example");
        Directory.CreateDirectory(folder.Path("hub", "rules", "empty"));

        var summary = folder.Write(Repository.Empty);

        Assert.That(summary.Removed, Is.EqualTo(5));
        Assert.That(folder.Files().Keys, Is.EqualTo(
            ["CODEOWNERS", "clusters/north/north-1/deep/er/notes.txt", "clusters/north/north-1/notes.txt", "hub/rules/empty/"]));
    }

    [Test]
    public void An_edited_generated_file_is_generated_again()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Small);
        folder.Write("README.md", "edited by hand");

        Assert.That(folder.Write(Small).Written, Is.EqualTo(1));
        Assert.That(folder.Files(), Is.EqualTo(Small.Contents()));
    }

    [Test]
    public void A_file_can_become_a_folder_and_a_folder_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = Output.Of(("hub/a", "file"), ("hub/b", "file"));
        var nested = Output.Of(("hub/a/x/y", "nested"), ("hub/b", "file"));
        folder.Write(file);

        folder.Write(nested);
        Assert.That(folder.Files(), Is.EqualTo(nested.Contents()));

        folder.Write(file);
        Assert.That(folder.Files(), Is.EqualTo(file.Contents()));
    }

    [Test]
    public void A_name_can_change_its_case()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Output.Of(("hub/Rule.yaml", "a")));

        folder.Write(Output.Of(("hub/rule.yaml", "a")));

        Assert.That(folder.Files().Keys, Is.EqualTo(["hub/rule.yaml"]));
    }

    [Test]
    public void A_check_tells_what_is_stale_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Small);
        folder.Write("hub/rules/rule.yaml", "edited");
        File.Delete(folder.Path("README.md"));
        var next = new Repository(Small.Files.Where(file => !file.Path.StartsWith("base/", StringComparison.Ordinal)));
        var before = folder.Everything();

        var outcome = RepositoryOnDisk.Check(next, folder.Root, Output.Owner);

        Assert.That(outcome.Diagnostics, Is.Empty);
        Assert.That(outcome.Stale.Select(file => $"{file.Path} {file.Reason}"), Is.EqualTo(new[]
        {
            ".belvedere/lock/base.tsv is no longer part of the output",
            "README.md is missing",
            "base is an empty folder that is no longer part of the output",
            "base/standard is an empty folder that is no longer part of the output",
            "base/standard/kustomization.yaml is no longer part of the output",
            "hub/rules/rule.yaml is not what the model gives",
        }));
        Assert.That(folder.Everything(), Is.EqualTo(before));
    }

    [Test]
    public void A_check_of_what_was_written_finds_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Small);

        var outcome = RepositoryOnDisk.Check(Small, folder.Root, Output.Owner);

        Assert.That(outcome.Stale, Is.Empty);
        Assert.That(outcome.Diagnostics, Is.Empty);
    }

    [Test]
    public void A_check_of_a_folder_that_is_not_there_finds_every_file_missing()
    {
        using var folder = new TemporaryFolder();

        var outcome = RepositoryOnDisk.Check(Small, folder.Path("absent"), Output.Owner);

        Assert.That(outcome.Stale.Where(file => file.Reason == "is missing").Select(file => file.Path), Is.SupersetOf(Small.Contents().Keys));
        Assert.That(Directory.Exists(folder.Path("absent")), Is.False);
    }

    [Test]
    public void A_thousand_clusters_are_written_alike_by_any_number_of_threads()
    {
        var fleet = new Repository(Enumerable.Range(0, 1000).SelectMany(i => new[]
        {
            new RepositoryFile($"clusters/shard-{i % 7}/cluster-{i}/cluster.json", new byte[] { (byte)(i % 251), 1 }),
            new RepositoryFile($"clusters/shard-{i % 7}/cluster-{i}/kustomization.yaml", new byte[i]),
        }));
        using var folder = new TemporaryFolder();
        using var another = new TemporaryFolder();

        Assert.That(folder.Write(fleet).Written, Is.EqualTo(2000));
        another.Write(new Repository(fleet.Files.Reverse()));

        Assert.That(folder.Everything(), Is.EqualTo(another.Everything()));
        Assert.That(folder.Files(), Is.EqualTo(fleet.Contents()));
        Assert.That(folder.Write(fleet), Is.EqualTo(new WriteSummary(Written: 0, Unchanged: 2000, Removed: 0)));
    }

    [Test]
    public void One_more_cluster_touches_its_own_files_and_its_shard_of_the_lock()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Output.Of(("clusters/north/n1/cluster.json", "1"), ("clusters/south/s1/cluster.json", "1"), ("hub/a.yaml", "a")));
        var before = Aged(folder);

        folder.Write(Output.Of(
            ("clusters/north/n1/cluster.json", "1"), ("clusters/south/s1/cluster.json", "1"), ("clusters/south/s2/cluster.json", "2"), ("hub/a.yaml", "a")));

        var touched = Times(folder).Where(file => !before.TryGetValue(file.Key, out var time) || time != file.Value).Select(file => file.Key);
        Assert.That(touched, Is.EquivalentTo([".belvedere/lock/south.tsv", "clusters/south/s2/cluster.json"]));
    }

    static Repository With(Repository repository, string path, string content) =>
        Output.Of([.. repository.Contents().Select(file => (file.Key, file.Key == path ? content : file.Value))]);

    static Dictionary<string, DateTime> Times(TemporaryFolder folder) =>
        Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder.Root, file).Replace('\\', '/'), File.GetLastWriteTimeUtc);

    // A write within the clock's grain could not be told from none, so everything is made old first.
    static Dictionary<string, DateTime> Aged(TemporaryFolder folder)
    {
        foreach (var file in Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return Times(folder);
    }
}
