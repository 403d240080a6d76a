using Belvedere.Emission;
using Belvedere.Emission.OnDisk;
using Belvedere.Testing;

namespace Belvedere.Tests.Emission;

/// <summary>
/// A write is cut off before, within and after each of its operations; whatever is built next must end in exactly its own
/// tree, with every file of the user where it was.
/// </summary>
public class InterruptedWriteTests
{
    // Together they create, rewrite longer and shorter, remove, empty folders, move shards, and turn files and folders into each other.
    static readonly Repository Before = Output.Of(
        ("README.md", "generated"),
        ("base/old/kustomization.yaml", "resources: [gone]\n"),
        ("clusters/n/n1/cluster.json", "{ \"name\": \"n1\" }"),
        ("clusters/n/n2/cluster.json", "{ \"name\": \"n2\" }"),
        ("hub/file", "becomes a folder"),
        ("hub/folder/deep/x", "becomes a file"),
        ("hub/grows", "short"),
        ("hub/shrinks", "quite a long content"));

    static readonly Repository After = Output.Of(
        ("README.md", "generated"),
        ("base/new/kustomization.yaml", "resources: [come]\n"),
        ("clusters/n/n1/cluster.json", "{ \"name\": \"n1\" }"),
        ("clusters/s/n2/cluster.json", "{ \"name\": \"n2\" }"),
        ("hub/file/inner", "became a folder"),
        ("hub/folder", "became a file"),
        ("hub/grows", "much longer than it was"),
        ("hub/shrinks", "short"));

    static readonly Repository Another = Output.Of(
        ("clusters/n/n1/cluster.json", "{ \"name\": \"renamed\" }"),
        ("hub/grows", "third"),
        ("other/file", "new"));

    static readonly Dictionary<string, string> OfTheUser = new()
    {
        ["CODEOWNERS"] = "* @example",
        ["base/old/notes.txt"] = "mine",
        ["clusters/n/n2/deep/notes.txt"] = "mine",
    };

    static IEnumerable<TestCaseData> Cuts()
    {
        foreach (var (start, from) in new[] { ("nothing", Repository.Empty), ("before", Before) })
            foreach (var (end, next) in new[] { ("same", After), ("before", Before), ("another", Another), ("empty", Repository.Empty) })
                yield return new TestCaseData(from, next).SetName($"Write_over_{start}_that_is_cut_off_anywhere_is_healed_by_building_{end}");
    }

    [TestCaseSource(nameof(Cuts))]
    public void Healed(Repository from, Repository next)
    {
        foreach (var isTorn in new[] { false, true })
        {
            var isLast = false;
            for (var cut = 0; !isLast; cut++)
            {
                using var folder = Prepare(from);
                isLast = CutOff(WritePlan.Make(After, folder.Root, Output.Owner), cut, isTorn);
                AssertHealed(folder, next, $"cut at {cut}, torn: {isTorn}");
            }
        }
    }

    [Test]
    public void Write_that_is_cut_off_while_it_heals_is_healed()
    {
        // Every pair of cuts is tried, so the outputs are small.
        var before = Output.Of(("a", "becomes a folder"), ("b/x", "shrinks"));
        var after = Output.Of(("a/y", "came"), ("b/x", "short"));
        var third = Output.Of(("a", "third"), ("c/z", "third"));
        var first = 0;
        for (var isLast = false; !isLast; first++)
        {
            var second = 0;
            for (var isHealed = false; !isHealed; second++)
            {
                using var folder = Prepare(before);
                isLast = CutOff(WritePlan.Make(after, folder.Root, Output.Owner), first, isTorn: true);
                isHealed = CutOff(WritePlan.Make(third, folder.Root, Output.Owner), second, isTorn: true);
                AssertHealed(folder, before, $"cut at {first}, then at {second}");
            }
        }

        Assert.That(first, Is.GreaterThan(8), "the write has as many operations");
    }

    [Test]
    public void Write_that_fails_midway_is_healed()
    {
        using var folder = Prepare(Before);
        var plan = WritePlan.Make(After, folder.Root, Output.Owner);
        folder.Write("base/new/kustomization.yaml", "came meanwhile");
        Assert.That(PlannedWrite.Carry(plan), Is.Not.Null);
        File.Delete(folder.Path("base/new/kustomization.yaml"));

        AssertHealed(folder, Repository.Empty, "after the failure");
    }

    [Test]
    public void Write_carries_out_the_operations_of_its_plan_and_no_others()
    {
        using var carried = Prepare(Before);
        using var written = Prepare(Before);
        var plan = WritePlan.Make(After, carried.Root, Output.Owner);
        using (var journal = Journal.Open(carried.Root)!)
        {
            journal.Append(plan.JournalSegment);
            foreach (var operation in Operations(plan))
                operation.Apply(carried.Root);
            journal.Remove();
        }

        written.Write(After);

        Assert.That(carried.Everything(), Is.EqualTo(written.Everything()));
    }

    [Test]
    public void Check_after_a_cut_tells_of_it()
    {
        using var folder = Prepare(Before);
        Assert.That(CutOff(WritePlan.Make(After, folder.Root, Output.Owner), cut: 1, isTorn: false), Is.False);

        var stale = RepositoryOnDisk.Check(Before, folder.Root, Output.Owner).Stale;

        Assert.That(stale.Select(file => file.Path), Does.Contain(".belvedere/journal"));
    }

    static TemporaryFolder Prepare(Repository from)
    {
        var folder = new TemporaryFolder();
        if (from.Files.Count > 0)
            folder.Write(from);
        foreach (var (path, content) in OfTheUser)
            folder.Write(path, content);
        return folder;
    }

    static List<DiskOperation> Operations(WritePlan plan) => [.. plan.Stages.SelectMany(stage => stage.Groups).SelectMany(group => group)];

    /// <summary>
    /// Does what a write does up to a cut, and half of what comes then. The journal comes before the first operation and
    /// goes after the last. Returns whether there is no later cut.
    /// </summary>
    static bool CutOff(WritePlan plan, int cut, bool isTorn)
    {
        Assert.That(plan.Diagnostics, Is.Empty);
        var operations = Operations(plan);
        if (cut == 0 && !isTorn)
            return false;

        using var journal = Journal.Open(plan.Folder)!;
        journal.Append(cut == 0 ? plan.JournalSegment[..(plan.JournalSegment.Length / 2)] : plan.JournalSegment);
        foreach (var operation in operations.Take(cut - 1))
            operation.Apply(plan.Folder);
        if (cut > 0 && cut <= operations.Count && isTorn)
            Tear(operations[cut - 1], plan.Folder);
        if (cut > operations.Count + 1)
            journal.Remove();
        return cut > operations.Count + 1;
    }

    static void Tear(DiskOperation operation, string root)
    {
        var content = operation switch
        {
            CreateFile create => create.Content,
            RewriteFile rewrite => rewrite.Content,
            _ => default,
        };
        if (operation is not (CreateFile or RewriteFile))
            return;

        using var file = new FileStream(Path.Combine(root, operation.Path), FileMode.OpenOrCreate, FileAccess.Write);
        file.Write(content.Span[..(content.Length / 2)]);
    }

    static void AssertHealed(TemporaryFolder folder, Repository next, string when)
    {
        var outcome = RepositoryOnDisk.Write(next, folder.Root, Output.Owner);
        Assert.That(outcome.Diagnostics, Is.Empty, when);

        using var expected = new TemporaryFolder();
        expected.Write(next);
        foreach (var (path, content) in OfTheUser)
            expected.Write(path, content);
        Assert.That(folder.Everything(), Is.EqualTo(expected.Everything()), when);
    }
}
