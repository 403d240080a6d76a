using System.Security.Cryptography;
using System.Text;
using Belvedere.Emission;
using Belvedere.Emission.OnDisk;
using Belvedere.Testing;

namespace Belvedere.Tests.Emission;

public class OutputLockTests
{
    [TestCase("README.md", "root")]
    [TestCase("hub/rules/a.yaml", "hub")]
    [TestCase("base/standard/kustomization.yaml", "base")]
    [TestCase("clusters/eu-west/north/cluster.json", "eu-west")]
    [TestCase("clusters/Eu-West/north/cluster.json", "eu-west")]
    [TestCase("clusters/README.md", "clusters")]
    [TestCase("other/eu-west/north/cluster.json", "other")]
    public void Lock_is_sharded_like_the_output(string path, string shard) => Assert.That(OutputLock.ShardOf(path), Is.EqualTo(shard));

    [Test]
    public void Lock_lists_each_path_with_its_hash_in_ordinal_order()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Output.Of(("hub/b", "2"), ("hub/a/x", "1"), ("hub/B2", "3")));

        var expected = new[] { ("hub/B2", "3"), ("hub/a/x", "1"), ("hub/b", "2") }
            .Select(file => $"{file.Item1}\t{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Item2)))}\n");
        Assert.That(File.ReadAllText(folder.Path(".belvedere/lock/hub.tsv")), Is.EqualTo(string.Concat(expected)));
    }

    [Test]
    public void Lock_in_the_midst_of_a_merge_counts_both_sides()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Output.Of(("hub/a", "1"), ("hub/b", "2")));
        var lines = File.ReadAllLines(folder.Path(".belvedere/lock/hub.tsv"));
        folder.Write(".belvedere/lock/hub.tsv", $"<<<<<<< ours\r\n{lines[0]}\r\n=======\r\n{lines[1]}\r\n>>>>>>> theirs\r\n");

        Assert.That(folder.Write(Repository.Empty).Removed, Is.EqualTo(2));
    }

    [Test]
    public void Hostile_lock_removes_nothing_outside_the_folder()
    {
        using var folder = new TemporaryFolder();
        var output = folder.Path("output");
        var outside = folder.Write("outside.txt", "mine");
        folder.Write("output/.belvedere/keep", "mine");
        var hash = new string('0', 64);
        folder.Write(
            "output/.belvedere/lock/hub.tsv",
            $"../outside.txt\t{hash}\n{outside}\t{hash}\nhub/../../outside.txt\t{hash}\n.belvedere/keep\t{hash}\n\t{hash}\nno hash\n");
        folder.Write("output/.belvedere/journal", $"\nbegin\tfleet\npath\t../outside.txt\npath\t{outside}\nend\n");

        var outcome = RepositoryOnDisk.Write(Repository.Empty, output, Output.Owner);

        Assert.That(outcome.Summary, Is.EqualTo(new WriteSummary(0, 0, 0)));
        Assert.That(File.Exists(outside) && File.Exists(Path.Combine(output, ".belvedere/keep")), Is.True);
        Assert.That(File.Exists(Path.Combine(output, ".belvedere/journal")), Is.False);
    }

    [Test]
    public void Lost_lock_is_made_again_when_the_files_are_right()
    {
        using var folder = new TemporaryFolder();
        var output = Output.Of(("hub/a", "1"), ("clusters/n/n1/cluster.json", "2"));
        folder.Write(output);
        var before = folder.Everything();
        Directory.Delete(folder.Path(".belvedere"), recursive: true);

        Assert.That(folder.Write(output), Is.EqualTo(new WriteSummary(Written: 0, Unchanged: 2, Removed: 0)));
        Assert.That(folder.Everything(), Is.EqualTo(before));
    }

    [Test]
    public void Version_of_the_tool_stands_in_the_layout_file_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Output.Of(("hub/a", "1")));

        var version = typeof(Repository).Assembly.GetName().Version!.ToString(3);
        var naming = folder.Everything().Where(file => file.Value.Contains(version, StringComparison.Ordinal)).Select(file => file.Key);
        Assert.That(naming, Is.EqualTo([".belvedere/layout"]));
        Assert.That(File.ReadAllText(folder.Path(".belvedere/layout")), Is.EqualTo($"layout\t1\nowner\tfleet\ntool\t{version}\n"));
    }

    [Test]
    public void Git_joins_two_changes_of_one_shard()
    {
        var git = Tool.Require("git");
        using var folder = new TemporaryFolder();
        folder.Write(Output.Of(("clusters/n/a/cluster.json", "1")));

        var said = git.Run(["-C", folder.Root, "-c", "init.defaultBranch=main", "init", "--quiet"]);
        Assert.That(said.ExitCode, Is.Zero, said.Everything);
        said = git.Run(["-C", folder.Root, "check-attr", "merge", "eol", "--", ".belvedere/lock/n.tsv"]);

        Assert.That(said.Output, Does.Contain("merge: union").And.Contain("eol: lf"));
    }
}
