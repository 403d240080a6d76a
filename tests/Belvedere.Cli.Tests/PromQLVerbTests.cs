using System.Text.Json;

namespace Belvedere.Cli.Tests;

public sealed class PromQLVerbTests
{
    [Test]
    public void Format_lays_out_and_tells_several_apart_by_an_empty_line()
    {
        var run = CommandRun.Of("sum(rate(a[5m])) by (job)\nup\n", "promql", "format", "--width", "20");
        Assert.That(run.Output, Is.EqualTo("sum by (job) (\n  rate(a[5m])\n)\n\nup\n"));
        Assert.That(run.ExitCode, Is.Zero);
    }

    [Test]
    public void Format_reports_what_it_cannot_lay_out_apart_from_what_it_can()
    {
        var run = CommandRun.Of("up\nrate(\n", "promql", "format");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output.TrimEnd(), Is.EqualTo("up"));
        Assert.That(run.Error, Does.Contain("unclosed left parenthesis"));
    }

    [Test]
    public void Format_writes_json_lines()
    {
        var run = CommandRun.Of("", "promql", "format", "--format", "json", "-e", "sum( a )");
        Assert.That(run.Output, Is.EqualTo("{\"expr\":\"sum( a )\",\"formatted\":\"sum(a)\",\"errors\":[]}\n"));
    }

    [Test]
    public void Lift_writes_a_line_for_each_expression()
    {
        var run = CommandRun.Of("sum(a)\nabsent(b)\ntopk(3, c)\n", "promql", "lift", "--label", "region");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Is.EqualTo("sum by (region) (a)\n\ntopk by (region) (3, c)\n"));
        Assert.That(run.Error, Does.Contain("BLV2101"));
    }

    [Test]
    public void Lift_takes_an_inventory_and_writes_json()
    {
        var run = CommandRun.Of("", "promql", "lift", "--inventory", "up", "--format", "json", "-e", "sum(a) or vector(0)");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(
            JsonDocument.Parse(run.Output).RootElement.GetProperty("lifted").GetString(),
            Is.EqualTo("sum by (cluster) (a) or (0 * group by (cluster) (up))"));
    }

    [Test]
    public void Explain_draws_the_tree_with_types_and_labels()
    {
        var run = CommandRun.Of("", "promql", "explain", "sum by (job) (rate(a{cluster=\"x\"}[5m])) > 0.5");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.StartWith(
            "> vector {job?}\n"
            + "├─ sum by (job) vector {job?}\n"
            + "│  └─ rate() vector {-__name__, cluster, …}\n"
            + "│     └─ a{cluster=\"x\"}[5m] matrix {__name__, cluster, …}\n"
            + "└─ 0.5 scalar"));
        Assert.That(run.Output, Does.Contain("cluster     is lost: the aggregation groups by other labels, so cluster is gone\n            1:5: "));
    }

    [Test]
    public void Explain_writes_every_node_as_json_with_its_parent()
    {
        var run = CommandRun.Of("up > 1", "promql", "explain", "-", "--format", "json");
        var nodes = JsonDocument.Parse(run.Output).RootElement.GetProperty("nodes").EnumerateArray().ToList();
        Assert.That(nodes.Select(node => (node.GetProperty("parent").GetInt32(), node.GetProperty("node").GetString(), node.GetProperty("type").GetString())), Is.EqualTo(new[]
        {
            (-1, ">", "vector"), (0, "up", "vector"), (0, "1", "scalar"),
        }));
    }

    [Test]
    public void Explain_of_what_is_not_valid_shows_the_place()
    {
        var run = CommandRun.Of("", "promql", "explain", "sum(");
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("unclosed left parenthesis"));
    }

    [TestCase("check", "--expr")]
    [TestCase("format", "--expr")]
    [TestCase("lift", "--expr")]
    [TestCase("explain", null)]
    public void A_chain_of_a_hundred_thousand_operators_goes_through(string verb, string? option)
    {
        var text = string.Concat(Enumerable.Repeat("a + ", 20_000)) + "a";
        string[] arguments = option is null ? ["promql", verb, text] : ["promql", verb, option, text];
        Assert.That(CommandRun.Of("", arguments).ExitCode, Is.Zero);
    }

    [Test]
    public void Help_names_every_verb()
    {
        var run = CommandRun.Of("", "promql", "--help");
        Assert.That(run.ExitCode, Is.Zero);
        foreach (var verb in new[] { "check", "format", "explain", "lift" })
            Assert.That(run.Output, Does.Contain("  " + verb + " "));
    }
}
