using System.Globalization;
using Belvedere.Hosting;
using Belvedere.Sources;
using Microsoft.Build.Utilities;

namespace Belvedere.Build.Tests;

/// <summary>When the program runs again, and when it does not have to.</summary>
public sealed class UpToDateTests
{
    // Counts its runs, and leaves the stamp that the test prepared with the seal that it was given.
    const string Script = """
        echo run >> runs
        while [ $# -gt 1 ]; do if [ "$1" = --seal ]; then seal=$2; fi; shift; done
        sed "s/SEAL/$seal/" stamp.template > obj/stamp

        """;

    StandIn program;

    [SetUp]
    public void SetUp()
    {
        program = new StandIn(Script + StandIn.Leaves(StandIn.Generated));
        Directory.CreateDirectory(program.Path("manifests", "hub"));
        Directory.CreateDirectory(program.Path("rules"));
        File.WriteAllText(program.Path("manifests", "hub", "a.yaml"), "a: 1\n");
        File.WriteAllText(program.Path("clusters.yaml"), "clusters: []\n");
        File.WriteAllText(program.Path("rules", "one.yaml"), "groups: []\n");
        File.WriteAllText(program.Path("stamp.template"), string.Join('\n',
        [
            HostContract.StampHeader,
            "SEAL",
            program.Path("manifests"),
            Line("r", program.Path("clusters.yaml"), program.Path("clusters.yaml")),
            "m\t" + program.Path("missing.yaml"),
            $"l\t{FileListing.Digest(["one.yaml"])}\t*.yaml\t{program.Path("rules")}",
            Line("w", program.Path("manifests", "hub", "a.yaml"), "hub/a.yaml"),
            "end",
            "",
        ]));
        Assert.That(program.Run(), Is.True);
    }

    [TearDown]
    public void TearDown() => program.Dispose();

    [Test]
    public void Nothing_changed_and_nothing_runs()
    {
        Assert.That(program.Run(), Is.True);
        Assert.That(Runs, Is.EqualTo(1));
        Assert.That(program.Engine.Messages.Select(message => message.Message), Has.One.Contains("is up to date"));
    }

    [Test]
    public void A_file_that_was_read_and_edited_runs_it() =>
        RunsAfter(() => File.AppendAllText(program.Path("clusters.yaml"), "#\n"), "clusters.yaml' changed");

    [Test]
    public void A_file_that_was_read_and_touched_runs_it() =>
        RunsAfter(() => File.SetLastWriteTimeUtc(program.Path("clusters.yaml"), DateTime.UnixEpoch), "clusters.yaml' changed");

    [Test]
    public void A_file_that_was_read_and_removed_runs_it() =>
        RunsAfter(() => File.Delete(program.Path("clusters.yaml")), "clusters.yaml' changed");

    [Test]
    public void A_file_that_was_missing_and_appears_runs_it() =>
        RunsAfter(() => File.WriteAllText(program.Path("missing.yaml"), ""), "missing.yaml' was not there");

    [Test]
    public void A_new_file_that_fits_a_pattern_runs_it() =>
        RunsAfter(() => File.WriteAllText(program.Path("rules", "two.yaml"), ""), "other files match '*.yaml'");

    [Test]
    public void A_new_file_that_does_not_fit_runs_nothing()
    {
        File.WriteAllText(program.Path("rules", "notes.txt"), "");
        program.Run();

        Assert.That(Runs, Is.EqualTo(1));
    }

    [Test]
    public void An_edited_file_of_the_repository_runs_it() =>
        RunsAfter(() => File.AppendAllText(program.Path("manifests", "hub", "a.yaml"), "#\n"), "hub/a.yaml' is not as it was written");

    [Test]
    public void An_edit_of_the_same_length_runs_it() =>
        RunsAfter(() => File.WriteAllText(program.Path("manifests", "hub", "a.yaml"), "a: 2\n"), "hub/a.yaml' is not as it was written");

    [Test]
    public void A_removed_file_of_the_repository_runs_it() =>
        RunsAfter(() => Directory.Delete(program.Path("manifests"), recursive: true), "hub/a.yaml' is not as it was written");

    [Test]
    public void Without_the_drift_check_the_repository_is_not_looked_at()
    {
        File.Delete(program.Path("manifests", "hub", "a.yaml"));
        program.Run(task => task.CheckDrift = false);

        Assert.That(Runs, Is.EqualTo(1));
    }

    [Test]
    public void A_new_program_runs() =>
        RunsAfter(() => File.AppendAllText(program.Path("program"), "#\n"), "the program, its references or its arguments changed");

    [Test]
    public void Another_argument_runs_it()
    {
        program.Run(task => task.NoWarn = "BLV1001");

        Assert.That(Runs, Is.EqualTo(2));
    }

    [Test]
    public void A_new_reference_runs_it()
    {
        program.Run(task => task.Inputs = [.. task.Inputs, new TaskItem(program.Path("clusters.yaml"))]);

        Assert.That(Runs, Is.EqualTo(2));
    }

    [TestCase("", TestName = "An empty stamp")]
    [TestCase("belvedere-stamp 0\n", TestName = "A stamp of another version")]
    [TestCase("SAME", TestName = "A stamp that was cut short")]
    [TestCase("SAME\nz\tnonsense\nend\n", TestName = "A stamp with a strange line")]
    [TestCase("SAME\nw\t1\nend\n", TestName = "A stamp with a line that lacks fields")]
    [TestCase("SAME\nr\t0000000000000001\t0000000000000002\t\0\nend\n", TestName = "A stamp with an impossible path")]
    public void A_stamp_that_says_nothing_runs_it(string content)
    {
        var head = string.Join('\n', File.ReadLines(program.StampFile).Take(3));
        File.WriteAllText(program.StampFile, content.Replace("SAME", head));

        Assert.That(program.Run(), Is.True);
        Assert.That(Runs, Is.EqualTo(2));
    }

    [Test]
    public void A_run_that_fails_leaves_no_stamp_so_that_the_next_build_runs_again()
    {
        File.WriteAllText(program.Path("program"), "exit 1");

        Assert.That(program.Run(), Is.False);
        Assert.That(File.Exists(program.StampFile), Is.False);
    }

    int Runs => File.ReadLines(program.Path("runs")).Count();

    void RunsAfter(Action change, string reason)
    {
        change();

        Assert.That(program.Run(), Is.True);
        Assert.That(Runs, Is.EqualTo(2));
        Assert.That(program.Engine.Messages.Select(message => message.Message), Has.One.Contains(reason));
    }

    static string Line(string kind, string file, string path)
    {
        var information = new FileInfo(file);
        return string.Create(CultureInfo.InvariantCulture, $"{kind}\t{information.LastWriteTimeUtc.Ticks:x16}\t{information.Length:x16}\t{path}");
    }
}
