using Belvedere.Emission;
using Belvedere.Emission.OnDisk;
using Belvedere.Testing;

namespace Belvedere.Tests.Emission;

public class OutputFolderTests
{
    static readonly Repository Fleet = Output.Of(("hub/a.yaml", "generated"), ("clusters/n/n1/cluster.json", "{}"));

    static IEnumerable<TestCaseData> InTheWay()
    {
        yield return Case("A_file_of_the_user_at_our_path_is_not_overwritten", "BLV0102", folder => folder.Write("hub/a.yaml", "mine"));
        yield return Case("An_empty_file_of_the_user_is_not_overwritten", "BLV0102", folder => folder.Write("hub/a.yaml", ""));
        yield return Case("A_journal_that_was_cut_off_claims_no_file", "BLV0102", folder =>
        {
            folder.Write("hub/a.yaml", "mine");
            folder.Write(".belvedere/journal", "\nbegin\tfleet\npath\thub/a.yaml\n");
        });
        yield return Case("A_file_that_differs_in_case_is_in_the_way", "BLV0102", folder => folder.Write("hub/A.yaml", "mine"));
        yield return Case("A_folder_that_differs_in_case_is_in_the_way", "BLV0102", folder => folder.Write("HUB/x", "mine"));
        yield return Case("A_file_in_place_of_a_folder", "BLV0103", folder => folder.Write("hub", "mine"));
        yield return Case("A_file_in_place_of_a_folder_above", "BLV0103", folder => folder.Write("clusters", "mine"));
        yield return Case("A_file_in_place_of_the_lock", "BLV0103", folder => folder.Write(".belvedere", "mine"));
        yield return Case("A_folder_in_place_of_a_file", "BLV0104", folder => folder.Write("hub/a.yaml/x", "mine"));
        yield return Case("An_empty_folder_in_place_of_a_file", "BLV0104", folder => Directory.CreateDirectory(folder.Path("hub/a.yaml")));
        yield return Case("A_linked_folder", "BLV0105", folder => Link(folder, "hub", Directory.CreateTempSubdirectory("belvedere-linked-").FullName));
        yield return Case("A_linked_folder_that_is_broken", "BLV0105", folder => Link(folder, "clusters/n/n1", "nowhere"));
        yield return Case("A_linked_folder_that_is_a_loop", "BLV0105", folder => Link(folder, "clusters/n", "../clusters"));
        yield return Case("A_linked_file", "BLV0105", folder => Link(folder, "hub/a.yaml", folder.Write("mine.yaml", "generated")));
        yield return Case("A_linked_lock", "BLV0105", folder => Link(folder, ".belvedere", Directory.CreateTempSubdirectory("belvedere-linked-").FullName));
        yield return Case("A_linked_journal", "BLV0105", folder => Link(folder, ".belvedere/journal", folder.Write("mine.txt", "")));
        yield return Case("Another_projects_output", "BLV0106", folder => RepositoryOnDisk.Write(Fleet, folder.Root, "another"));
        yield return Case("An_interrupted_write_of_another_project", "BLV0106", folder => folder.Write(".belvedere/journal", "\nbegin\tanother\npath\thub/x\nend\n"));
        yield return Case("A_newer_layout", "BLV0107", folder => folder.Write(".belvedere/layout", "layout\t2\nowner\tfleet\n"));
        yield return Case("A_newer_layout_in_the_midst_of_a_merge", "BLV0107", folder => folder.Write(".belvedere/layout", "<<<\nlayout\t1\n===\nlayout\t2\n>>>\nowner\tfleet\n"));
    }

    [TestCaseSource(nameof(InTheWay))]
    public void Obstacle_is_told_and_nothing_is_written(string code, Action<TemporaryFolder> prepare)
    {
        using var folder = new TemporaryFolder();
        prepare(folder);
        var before = folder.Everything();

        var written = RepositoryOnDisk.Write(Fleet, folder.Root, Output.Owner);
        var check = RepositoryOnDisk.Check(Fleet, folder.Root, Output.Owner);

        Assert.That(written.Diagnostics.Select(diagnostic => diagnostic.Descriptor.Code), Is.EqualTo([code]));
        Assert.That(written.Summary, Is.Null);
        Assert.That(check.Diagnostics, Is.EqualTo(written.Diagnostics));
        Assert.That(folder.Everything(), Is.EqualTo(before));
    }

    [Test]
    public void Every_obstacle_is_told_at_once_in_one_order()
    {
        using var folder = new TemporaryFolder();
        folder.Write("hub/a.yaml", "mine");
        folder.Write("clusters/n/n1", "mine");
        folder.Write("base/x/k.yaml", "mine");
        var output = Output.Of(("hub/a.yaml", "generated"), ("clusters/n/n1/cluster.json", "{}"), ("base/x/k.yaml", "generated"));

        var messages = RepositoryOnDisk.Write(output, folder.Root, Output.Owner).Diagnostics.Select(diagnostic => diagnostic.ToString()).ToList();

        Assert.That(messages, Has.Count.EqualTo(3));
        Assert.That(messages[0], Does.StartWith("belvedere: error BLV0102: The file 'base/x/k.yaml'"));
        Assert.That(messages[1], Does.StartWith("belvedere: error BLV0102: The file 'hub/a.yaml'"));
        Assert.That(messages[2], Does.StartWith("belvedere: error BLV0103: A folder 'clusters/n/n1' is needed"));
    }

    [Test]
    public void Output_folder_that_is_a_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("manifests", "mine");

        var outcome = RepositoryOnDisk.Write(Fleet, file, Output.Owner);

        Assert.That(outcome.Diagnostics.Single().Descriptor.Code, Is.EqualTo("BLV0103"));
        Assert.That(File.ReadAllText(file), Is.EqualTo("mine"));
    }

    [Test]
    public void Output_folder_may_itself_be_a_link()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path("real"));
        Link(folder, "manifests", folder.Path("real"));

        Assert.That(RepositoryOnDisk.Write(Fleet, folder.Path("manifests"), Output.Owner).Summary!.Written, Is.EqualTo(2));
        Assert.That(File.ReadAllText(folder.Path("real/hub/a.yaml")), Is.EqualTo("generated"));
    }

    [Test]
    public void Link_that_replaced_a_listed_file_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Fleet);
        var mine = folder.Write("mine.yaml", "mine");
        File.Delete(folder.Path("hub/a.yaml"));
        Link(folder, "hub/a.yaml", mine);

        folder.Write(Output.Of(("clusters/n/n1/cluster.json", "{}")));

        Assert.That(File.ReadAllText(folder.Path("hub/a.yaml")), Is.EqualTo("mine"));
    }

    [Test]
    public void Listed_file_below_a_linked_folder_is_not_removed()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Fleet);
        Directory.Move(folder.Path("hub"), folder.Path("moved"));
        Link(folder, "hub", folder.Path("moved"));

        folder.Write(Output.Of(("clusters/n/n1/cluster.json", "{}")));

        Assert.That(File.ReadAllText(folder.Path("moved/a.yaml")), Is.EqualTo("generated"));
    }

    [Test]
    public void File_of_the_user_with_the_same_content_is_taken_over()
    {
        using var folder = new TemporaryFolder();
        folder.Write("hub/a.yaml", "generated");

        Assert.That(folder.Write(Fleet), Is.EqualTo(new WriteSummary(Written: 1, Unchanged: 1, Removed: 0)));
        Assert.That(folder.Write(Repository.Empty).Removed, Is.EqualTo(2));
    }

    [Test]
    public void Folder_goes_to_another_project_once_its_layout_file_is_gone()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Fleet);
        File.Delete(folder.Path(".belvedere/layout"));

        var outcome = RepositoryOnDisk.Write(Repository.Empty, folder.Root, "another");

        Assert.That(outcome.Summary, Is.EqualTo(new WriteSummary(0, 0, Removed: 2)));
        Assert.That(RepositoryOnDisk.Write(Fleet, folder.Root, Output.Owner).Diagnostics.Single().Descriptor.Code, Is.EqualTo("BLV0106"));
    }

    [Test]
    public void Owner_stays_one_field_of_one_line()
    {
        using var folder = new TemporaryFolder();

        RepositoryOnDisk.Write(Fleet, folder.Root, "a\tb\nowner\tc");

        Assert.That(File.ReadAllLines(folder.Path(".belvedere/layout"))[1], Is.EqualTo("owner\ta b owner c"));
        Assert.That(RepositoryOnDisk.Write(Fleet, folder.Root, "a\tb\nowner\tc").Diagnostics, Is.Empty);
    }

    [Test]
    public void Two_builds_cannot_write_at_once()
    {
        using var folder = new TemporaryFolder();
        using var other = Journal.Open(folder.Root);

        var outcome = RepositoryOnDisk.Write(Fleet, folder.Root, Output.Owner);

        Assert.That(outcome.Diagnostics.Single().Descriptor.Code, Is.EqualTo("BLV0110"));
        Assert.That(Directory.GetFileSystemEntries(folder.Root), Is.EqualTo([folder.Path(".belvedere")]));
    }

    [Test]
    public void Build_that_compared_before_another_wrote_does_not_write()
    {
        using var folder = new TemporaryFolder();
        var early = WritePlan.Make(Fleet, folder.Root, Output.Owner);
        RepositoryOnDisk.Write(Output.Of(("hub/b.yaml", "other")), folder.Root, "another");
        var before = folder.Everything();

        Assert.That(PlannedWrite.Carry(early)?.Descriptor.Code, Is.EqualTo("BLV0110"));
        Assert.That(folder.Files(), Is.EqualTo(new Dictionary<string, string> { ["hub/b.yaml"] = "other" }));
        Assert.That(before.Keys, Is.SubsetOf(folder.Everything().Keys));
    }

    [Test]
    public void File_that_appears_after_the_comparison_is_not_overwritten()
    {
        using var folder = new TemporaryFolder();
        var plan = WritePlan.Make(Fleet, folder.Root, Output.Owner);
        folder.Write("hub/a.yaml", "mine");

        Assert.That(PlannedWrite.Carry(plan)?.Descriptor.Code, Is.EqualTo("BLV0108"));
        Assert.That(File.ReadAllText(folder.Path("hub/a.yaml")), Is.EqualTo("mine"));
        Assert.That(File.Exists(folder.Path(".belvedere/lock/hub.tsv")), Is.False, "the lock comes after the files");
    }

    [Test]
    [Platform(Include = "Linux")]
    public void Folder_that_cannot_be_created_is_told_with_the_systems_reason()
    {
        var outcome = RepositoryOnDisk.Write(Fleet, "/proc/belvedere", Output.Owner);

        Assert.That(outcome.Diagnostics.Single().ToString(), Does.StartWith("belvedere: error BLV0108: ").And.Contain("/proc/belvedere"));
        Assert.That(outcome.Summary, Is.Null);
    }

    static TestCaseData Case(string name, string code, Action<TemporaryFolder> prepare) => new TestCaseData(code, prepare).SetName(name);

    static void Link(TemporaryFolder folder, string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Path(path))!);
        File.CreateSymbolicLink(folder.Path(path), target);
    }
}
