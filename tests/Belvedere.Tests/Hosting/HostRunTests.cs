using System.Text.Json;
using Belvedere.Diagnostics;
using Belvedere.Hosting;
using Belvedere.Testing;

namespace Belvedere.Tests.Hosting;

public sealed class HostRunTests
{
    static readonly SourceLocation Call = new("Program.cs", 3);

    [Test]
    public void A_run_leaves_a_result_and_a_stamp()
    {
        using var run = new Run();

        var exit = run.Execute([], () => new MonitoringTopology("a"));

        Assert.That(exit, Is.Zero);
        var result = run.Result();
        Assert.That(result.GetProperty("version").GetInt32(), Is.EqualTo(HostContract.Version));
        Assert.That(result.GetProperty("outcome").GetString(), Is.EqualTo("generated"));
        Assert.That(result.GetProperty("output").GetString(), Is.EqualTo(run.Folder.Path("manifests")));
        Assert.That(result.GetProperty("diagnostics").GetArrayLength(), Is.Zero);
        Assert.That(File.ReadLines(run.Stamp).Take(3), Is.EqualTo(new[] { HostContract.StampHeader, "seal", run.Folder.Path("manifests") }));
        Assert.That(File.ReadLines(run.Stamp).Last(), Is.EqualTo("end"));
    }

    [Test]
    public void A_warning_is_told_and_does_not_fail_the_run()
    {
        using var run = new Run();

        var exit = run.Execute([], WithWarning);

        Assert.That(exit, Is.Zero);
        var finding = run.Result().GetProperty("diagnostics").EnumerateArray().Single();
        Assert.That(finding.GetProperty("code").GetString(), Is.EqualTo("BLV0010"));
        Assert.That(finding.GetProperty("severity").GetString(), Is.EqualTo("warning"));
        Assert.That(finding.GetProperty("element").GetString(), Is.EqualTo("suppression of BLV1999"));
        Assert.That(Path.GetFileName(finding.GetProperty("file").GetString()), Is.EqualTo("HostRunTests.cs"));
        Assert.That(finding.GetProperty("line").GetInt32(), Is.Positive);
        Assert.That(finding.GetProperty("column").GetInt32(), Is.Positive);
        Assert.That(finding.GetProperty("helpLink").GetString(), Is.EqualTo("docs/diagnostics/BLV0010.md"));
    }

    [Test]
    public void A_warning_that_is_turned_off_is_not_told()
    {
        using var run = new Run();

        Assert.That(run.Execute(["--no-warn", "BLV0010"], WithWarning), Is.Zero);
        Assert.That(run.Result().GetProperty("diagnostics").GetArrayLength(), Is.Zero);
    }

    [TestCase("--treat-warnings-as-errors")]
    [TestCase("--warnings-as-errors=BLV0010")]
    public void With_an_error_nothing_is_written(string option)
    {
        using var run = new Run();

        Assert.That(run.Execute([option], WithWarning), Is.EqualTo(1));
        Assert.That(run.Result().GetProperty("outcome").GetString(), Is.EqualTo("failed"));
        Assert.That(File.Exists(run.Stamp), Is.False);
        Assert.That(Directory.Exists(run.Folder.Path("manifests")), Is.False);
    }

    [Test]
    public void A_lambda_that_returns_null_is_told_where_the_host_is_called()
    {
        using var run = new Run();

        Assert.That(run.Execute([], () => null!), Is.EqualTo(1));
        run.HasOnly("BLV0021");
    }

    [Test]
    public void A_lambda_that_throws_is_told()
    {
        using var run = new Run();

        Assert.That(run.Execute([], () => throw new InvalidOperationException("broken")), Is.EqualTo(1));
        run.HasOnly("BLV0020");
    }

    [Test]
    public void A_message_of_any_characters_leaves_a_result_that_can_be_read()
    {
        using var run = new Run();

        run.Execute([], () => throw new InvalidOperationException("a\ud800\0\"\\\r\n\u2028<é>"));

        Assert.That(run.Result().GetProperty("diagnostics")[0].GetProperty("message").GetString(), Does.Contain("\"\\").And.Contain("<é>").And.Not.Contain("\n"));
    }

    [Test]
    public void A_caller_of_another_version_is_told_before_anything_runs()
    {
        using var run = new Run();

        var exit = run.Execute(["--host-version", "99", "--from-the-future"], () => throw new InvalidOperationException("was run"));

        Assert.That(exit, Is.EqualTo(1));
        run.HasOnly("BLV0022");
    }

    [Test]
    public void Arguments_that_cannot_be_understood_are_told_before_anything_runs()
    {
        using var run = new Run();

        Assert.That(run.Execute(["--bogus"], () => throw new InvalidOperationException("was run")), Is.EqualTo(1));
        run.HasOnly("BLV0025");
    }

    [Test]
    public void A_check_writes_no_stamp()
    {
        using var run = new Run();
        run.Execute([], () => new MonitoringTopology("a"));
        File.Delete(run.Stamp);

        Assert.That(run.Execute(["check"], () => new MonitoringTopology("a")), Is.Zero);
        Assert.That(run.Result().GetProperty("outcome").GetString(), Is.EqualTo("checked"));
        Assert.That(File.Exists(run.Stamp), Is.False);
    }

    [Test]
    public void A_check_fails_for_each_file_that_is_not_there()
    {
        using var run = new Run();

        Assert.That(run.Execute(["check"], () => new MonitoringTopology("a")), Is.EqualTo(1));
        Assert.That(run.Result().GetProperty("diagnostics").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()), Is.Not.Empty.And.All.EqualTo("BLV0023"));
        Assert.That(Directory.Exists(run.Folder.Path("manifests")), Is.False);
    }

    [Test]
    public void A_stamp_that_cannot_be_written_fails_the_run()
    {
        using var run = new Run();
        Directory.CreateDirectory(run.Stamp);

        Assert.That(run.Execute([], () => new MonitoringTopology("a")), Is.EqualTo(1));
        run.HasOnly("BLV0026");
    }

    static MonitoringTopology WithWarning() => new("a") { Suppressions = [new("BLV1999", "Nothing has this code.")] };

    sealed class Run : IDisposable
    {
        public TemporaryFolder Folder { get; } = new();

        public string Stamp => Folder.Path("obj", "belvedere.stamp");

        public int Execute(string[] arguments, Func<MonitoringTopology> topology) => new HostRun(
            HostArguments.Parse([.. arguments, "--result", "obj/result.json", "--stamp", Stamp, "--seal", "seal"], Folder.Root), Call).Execute(topology);

        public JsonElement Result() => JsonDocument.Parse(File.ReadAllText(Folder.Path("obj", "result.json"))).RootElement;

        public void HasOnly(string code) =>
            Assert.That(Result().GetProperty("diagnostics").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()), Is.EqualTo(new[] { code }));

        public void Dispose() => Folder.Dispose();
    }
}
