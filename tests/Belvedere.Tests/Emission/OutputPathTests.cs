using Belvedere.Emission;
using Belvedere.Emission.OnDisk;
using Belvedere.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Belvedere.Tests.Emission;

public class OutputPathTests
{
    static readonly string[] Good =
    [
        "README.md", ".gitattributes", "hub/rules/a.yaml", "clusters/eu-west-1/north.example.com/cluster.json", "a/console.yaml", "a/com10", "a/..b", "a/b c.json",
        "belvedere/x", "a/.belvedere", $"a/{new string('n', 255)}", "a/.github/x", "a/nul-values.yaml",
    ];

    static readonly string[] Bad =
    [
        "", "/etc/passwd", "../x", "a/../../x", "a/..", "a/./b", "./a", "a//b", "a/", "C:/x", "C:x", "a\\b", "..\\x", "a\0b", "a\nb", "a\tb", "a:b", "a?", "a*", "a|b", "a\"b", "<a>",
        "nul", "NUL.yaml", "a/con.tar.gz", "com1", "a/LPT9.json", "a/aux ", "a/b.", "a/b ", " a", "a/ b", "conin$",
        ".git/hooks/pre-commit", "a/.GIT/x", "git~1/x", ".belvedere/lock/x.tsv", ".Belvedere/x",
        "ünïcode.yaml", "a/\ud800", "a/\u202egpj.exe", $"a/{new string('n', 256)}", string.Join('/', Enumerable.Repeat("long", 300)),
    ];

    [TestCaseSource(nameof(Good))]
    public void Portable_path_is_accepted(string path) => Assert.That(OutputPath.Problem(path), Is.Null);

    [TestCaseSource(nameof(Bad))]
    public void Path_that_leads_out_or_is_not_portable_is_refused_and_nothing_is_written(string path)
    {
        using var folder = new TemporaryFolder();
        var output = folder.Path("inner", "output");

        var outcome = RepositoryOnDisk.Write(Output.Of(("good.yaml", "x"), (path, "x")), output, Output.Owner);

        Assert.That(outcome.Diagnostics.Select(diagnostic => diagnostic.Descriptor.Code), Is.EqualTo(["BLV0100"]));
        Assert.That(outcome.Summary, Is.Null);
        Assert.That(folder.Everything(), Is.Empty);
    }

    [Test]
    public void Huge_path_is_told_in_a_message_that_stays_short()
    {
        var found = OutputPaths.Check(Output.Of((new string('x', 1_000_000), "")).Files);

        Assert.That(found.Single().Message, Has.Length.LessThan(400));
    }

    [TestCase("a/b.yaml", "a/b.yaml", TestName = "Two_files_of_one_path_are_refused")]
    [TestCase("a/B.yaml", "a/b.yaml", TestName = "Two_files_that_differ_in_case_are_refused")]
    [TestCase("A/x.yaml", "a/y.yaml", TestName = "Two_folders_that_differ_in_case_are_refused")]
    [TestCase("q/A/z/x.yaml", "q/a/z/y.yaml", TestName = "Two_folders_that_differ_in_case_above_are_refused")]
    [TestCase("a", "a/b.yaml", TestName = "A_file_that_is_also_a_folder_is_refused")]
    [TestCase("A", "a/b/c.yaml", TestName = "A_file_that_is_also_a_folder_but_for_case_is_refused")]
    public void Colliding(string first, string second)
    {
        using var folder = new TemporaryFolder();

        var outcome = RepositoryOnDisk.Write(Output.Of((first, "1"), (second, "2")), folder.Root, Output.Owner);

        Assert.That(outcome.Diagnostics.Select(diagnostic => diagnostic.Descriptor.Code), Is.EqualTo(["BLV0101"]));
        Assert.That(folder.Everything(), Is.Empty);
    }

    [Test]
    public void No_accepted_path_leaves_the_folder()
    {
        var root = Path.Combine(Path.GetTempPath(), "output");
        // Parts that lead somewhere come up often enough when paths are made of them.
        var parts = Gen.Elements("..", ".", "", "a", "C:", "\\", "\\..", "~", " ", "..\\", "...", "a.", "\0", "%2e%2e");
        var paths = Gen.ListOf(parts).Select(list => string.Join('/', list));

        Prop.ForAll(Arb.From(paths), path =>
            OutputPath.Problem(path) is not null
            || Path.GetFullPath(Path.Join(root, path)).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .QuickCheckThrowOnFailure();
    }
}
