using Microsoft.Build.Framework;

namespace Belvedere.Build.Tests;

public sealed class RunGeneratorTests
{
    [Test]
    public void A_good_result_is_told_in_two_lines_of_high_importance()
    {
        using var program = new StandIn(StandIn.Leaves(StandIn.Generated));

        Assert.That(program.Run(), Is.True);
        Assert.That(program.Engine.Errors, Is.Empty);
        Assert.That(
            program.Engine.Messages.Where(message => message.Importance is MessageImportance.High).Select(message => message.Message),
            Is.EqualTo(new[] { "fleet -> /out", "  2 objects" }));
    }

    [Test]
    public void Findings_arrive_with_code_and_place()
    {
        using var program = new StandIn(StandIn.Leaves("""
            {"version":1,"outcome":"failed","summary":"","output":"/out","diagnostics":[
              {"code":"BLV1002","severity":"error","message":"Wrong {0}.","file":"/p/Fleet.cs","line":12,"column":5,"endLine":12,"endColumn":9,"helpLink":"docs/diagnostics/BLV1002.md"},
              {"code":"BLV1003","severity":"warning","message":"Odd.","file":"/p/clusters.yaml","line":3,"column":1},
              {"code":"BLV1004","severity":"info","message":"Note."}]}
            """));

        Assert.That(program.Run(), Is.False);
        var error = program.Engine.Errors.Single();
        Assert.That((error.Code, error.Message, error.File), Is.EqualTo(("BLV1002", "Wrong {0}.", "/p/Fleet.cs")));
        Assert.That((error.LineNumber, error.ColumnNumber, error.EndLineNumber, error.EndColumnNumber), Is.EqualTo((12, 5, 12, 9)));
        var warning = program.Engine.Warnings.Single();
        Assert.That((warning.Code, warning.File, warning.LineNumber), Is.EqualTo(("BLV1003", "/p/clusters.yaml", 3)));
        Assert.That(program.Engine.Messages.Select(message => message.Code), Does.Contain("BLV1004"));
    }

    [Test]
    public void A_code_links_to_its_page_when_the_page_is_there()
    {
        using var program = new StandIn(StandIn.Leaves("""
            {"version":1,"outcome":"failed","diagnostics":[
              {"code":"BLV1","severity":"error","message":"A.","helpLink":"docs/diagnostics/BLV1.md"},
              {"code":"BLV2","severity":"error","message":"B.","helpLink":"docs/diagnostics/BLV2.md"}]}
            """));
        File.WriteAllText(program.Path("BLV1.md"), "");

        program.Run(task => task.DocumentationFolder = program.Path());

        Assert.That(program.Engine.Errors.Select(error => error.HelpLink), Is.EqualTo(new[] { new Uri(program.Path("BLV1.md")).AbsoluteUri, null }));
    }

    [Test]
    public void An_exit_without_a_result_is_an_error_even_with_exit_code_zero()
    {
        using var program = new StandIn("exit 0");

        Assert.That(program.Run(), Is.False);
        Assert.That(program.Engine.Errors.Single().Code, Is.EqualTo("BLV0040"));
    }

    [Test]
    public void The_result_of_an_earlier_run_is_not_taken_for_this_one()
    {
        using var program = new StandIn("exit 0");
        File.WriteAllText(program.ResultFile, StandIn.Generated);

        Assert.That(program.Run(), Is.False);
        Assert.That(program.Engine.Errors.Single().Code, Is.EqualTo("BLV0040"));
    }

    [Test]
    public void A_crash_is_one_error_with_the_runtimes_own_words()
    {
        using var program = new StandIn("echo 'Stack overflow.' >&2; echo '   at Fleet.Recurse(Int32)' >&2; echo '   at Fleet.Recurse(Int32)' >&2; exit 134");

        Assert.That(program.Run(), Is.False);
        var error = program.Engine.Errors.Single();
        Assert.That(error.Code, Is.EqualTo("BLV0041"));
        Assert.That(error.Message, Does.Contain("exit code 134: Stack overflow (at Fleet.Recurse(Int32))."));
    }

    [TestCase("""{"version":2,"outcome":"generated"}""", "version 2")]
    [TestCase("""{"outcome":"generated"}""", "version 0")]
    [TestCase("""{"version":1""", "ends too early")]
    [TestCase("", "ends too early")]
    [TestCase("[]", "no JSON object")]
    public void A_result_that_cannot_be_used_says_why(string result, string reason)
    {
        using var program = new StandIn(StandIn.Leaves(result));

        Assert.That(program.Run(), Is.False);
        var error = program.Engine.Errors.Single();
        Assert.That(error.Code, Is.EqualTo("BLV0042"));
        Assert.That(error.Message, Does.Contain(reason));
    }

    [Test]
    public void A_failure_after_a_good_result_is_an_error_and_leaves_no_stamp()
    {
        using var program = new StandIn(StandIn.Leaves(StandIn.Generated, "touch obj/stamp; exit 3"));

        Assert.That(program.Run(), Is.False);
        Assert.That(program.Engine.Errors.Single().Code, Is.EqualTo("BLV0043"));
        Assert.That(File.Exists(program.StampFile), Is.False);
    }

    [Test]
    public void What_the_program_prints_is_never_an_error_or_a_warning()
    {
        using var program = new StandIn(StandIn.Leaves(
            StandIn.Generated,
            "echo 'note: error handling: enabled'; echo 'warning: 3 clusters skipped'; echo 'Fleet.cs(1,1): error CS0001: no' >&2; echo '{0} {braces}'"));

        Assert.That(program.Run(), Is.True);
        Assert.That(program.Engine.Errors, Is.Empty);
        Assert.That(program.Engine.Warnings, Is.Empty);
        Assert.That(
            program.Engine.Messages.Select(message => message.Message),
            Is.SupersetOf(new[] { "note: error handling: enabled", "warning: 3 clusters skipped", "Fleet.cs(1,1): error CS0001: no", "{0} {braces}" }));
    }

    [Test]
    public void The_program_gets_everything_that_it_needs_to_know()
    {
        using var program = new StandIn(StandIn.Leaves(StandIn.Generated, "for argument in \"$@\"; do echo \"<$argument>\"; done > arguments; pwd > folder"));

        program.Run(task =>
        {
            task.NoWarn = "CS1591;BLV1001, BLV1002";
            task.WarningsAsErrors = "NU1605;BLV1003";
            task.WarningsNotAsErrors = "BLV1004";
            task.TreatWarningsAsErrors = true;
            task.PathMap = "/home/user name/=/_/,/b=/_1";
        });

        var arguments = File.ReadAllText(program.Path("arguments")).Replace("\n", "").Replace("><", " ");
        Assert.That(arguments, Does.StartWith("<generate --host-version 1 --project-directory "));
        Assert.That(arguments, Does.Contain($"--output {program.Path("manifests")} --owner fleet --result {program.ResultFile} "));
        Assert.That(arguments, Does.Contain("--no-warn BLV1001;BLV1002 --warnings-as-errors BLV1003 --warnings-not-as-errors BLV1004 --treat-warnings-as-errors "));
        Assert.That(arguments, Does.Contain("--source-root /_/=/home/user name/ --source-root /_1=/b "));
        Assert.That(arguments, Does.Match("--stamp .*/obj/stamp --seal [0-9a-f]{16}>$"));
        Assert.That(File.ReadAllText(program.Path("folder")).Trim(), Is.EqualTo(program.Path()));
    }

    [Test]
    public void A_check_asks_for_a_check_and_keeps_the_stamp()
    {
        using var program = new StandIn(StandIn.Leaves(StandIn.Generated, "echo \"$1 $*\" > arguments"));
        File.WriteAllText(program.StampFile, "of the last build");

        program.Run(task => task.Check = true);

        Assert.That(File.ReadAllText(program.Path("arguments")), Does.StartWith("check ").And.Not.Contain("--stamp"));
        Assert.That(File.ReadAllText(program.StampFile), Is.EqualTo("of the last build"));
    }

    [Test]
    public void A_host_that_is_not_there_is_an_error()
    {
        using var program = new StandIn("exit 0");

        Assert.That(program.Run(task => task.DotNetHost = "/nowhere/dotnet"), Is.False);
        Assert.That(program.Engine.Errors, Is.Not.Empty);
    }
}
