using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;
using Belvedere.PromQL;
using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

/// <summary>The expressions of rules are judged by the language of whoever evaluates them, and mistakes told where they stand.</summary>
public class ExpressionTests
{
    static int Line([CallerLineNumber] int line = 0) => line;

    static MonitoringTopology With(params RuleSource[] rules) => Fleets.Small() with { Rules = rules };

    static RuleGroup Group(Placement placement, params Rule[] rules) => new("mine") { Placement = placement, Rules = rules };

    static Diagnostic Only(MonitoringTopology topology, string? folder = null) => Compiled.From(topology, folder).Diagnostics.Single();

    [Test]
    public void Expression_that_does_not_parse_is_told_at_its_literal()
    {
        var line = Line() + 1;
        var told = Only(With(Group(Placement.Local, new RecordingRule("mine:up:sum", "sum(up"))));
        Assert.Multiple(() =>
        {
            Assert.That(told.Descriptor.Code, Is.EqualTo("BLV2010"));
            Assert.That(told.Severity, Is.EqualTo(DiagnosticSeverity.Error));
            Assert.That(told.Location.Line, Is.EqualTo(line));
            Assert.That(told.Literal, Is.EqualTo(new LiteralText("sum(up", 6, 0)));
            Assert.That(told.Message, Does.Contain("recording rule 'mine:up:sum'").And.Contain("unclosed left parenthesis"));
        });
    }

    [Test]
    public void Expression_of_the_wrong_type_is_told() => Assert.That(
        Compiled.From(With(Group(Placement.Hub, new AlertingRule("Mine", "rate(up) > 0")))).Diagnostics.Select(told => told.Message),
        Has.One.Contain("alert 'Mine'").And.Contain("expected type range vector").And.Contain("Thanos"));

    [Test]
    public void Expression_that_never_fits_is_a_warning() => Assert.That(
        Only(With(Group(Placement.Local, new RecordingRule("mine:up:q", "histogram_quantile(2, up)")))).Severity, Is.EqualTo(DiagnosticSeverity.Warning));

    [Test]
    public void Expression_that_is_put_together_is_judged_as_a_whole()
    {
        var (metric, window) = ("up", TimeSpan.FromMinutes(5));
        Assert.That(Compiled.From(With(Group(Placement.Local, new RecordingRule("mine:up:rate", $"sum(rate({metric}[{window}]))")))).Diagnostics, Is.Empty);
        Assert.That(Only(With(Group(Placement.Local, new RecordingRule("mine:up:rate", $"sum(rate({metric}))")))).Descriptor.Code, Is.EqualTo("BLV2040"));
    }

    [Test]
    public void Text_that_would_change_the_expression_around_it_is_told()
    {
        var metric = "up) or vector(1";
        Assert.That(Compiled.From(With(Group(Placement.Local, new RecordingRule("mine:up:sum", $"sum({metric})")))).Diagnostics, Is.Not.Empty);
    }

    [Test]
    public void Expression_that_was_written_elsewhere_is_told_there()
    {
        var line = Line() + 1;
        var shared = new Expr("sum(up");
        Assert.That(Only(With(Group(Placement.Local, new RecordingRule("mine:up:sum", shared)))).Location.Line, Is.EqualTo(line));
    }

    [Test]
    public void Language_is_that_of_the_oldest_cluster_that_evaluates_the_rule()
    {
        var rules = Group(Placement.Local, new AlertingRule("Mine", "limitk(1, up) > 0"));
        Profile profile = new("own") { Collection = Collection.RemoteWrite(Ship.Metrics("up")), OpenShift = new ClusterMonitoringConfig { AcknowledgeReplace = true }, Rules = [rules] };
        MonitoringTopology On(string version) => Fleets.Small() with { Rules = [rules], Clusters = [new("north", Platform.OpenShift(version), profile)] };

        Assert.That(Compiled.From(On("4.14")).Diagnostics.Select(told => told.Message), Has.One.Contain("Prometheus 2.46").And.Contain("2.54"));
    }

    [Test]
    public void Health_of_the_hubs_is_judged_by_the_language_of_each()
    {
        var rules = Group(Placement.HubHealth, new AlertingRule("Mine", "histogram_avg(up) > 0"));
        IEnumerable<string> Told(params Hub[] regional) => Compiled.From(With(rules) with { RegionalHubs = regional }).Diagnostics.Where(told => told.Descriptor.Code.StartsWith("BLV2", StringComparison.Ordinal)).Select(told => told.Message);

        Assert.That(Told(), Is.Empty);
        Assert.That(Told(new Hub("eu", Platform.OpenShift("4.14")) { Querier = new() }), Has.One.Contain("Prometheus 2.46 refuses"));
    }

    [TestCase("    - record: a\n      expr: sum(up\n", 5, 19)]
    [TestCase("    - record: a\n      expr: 'sum(up'\n", 5, 20)]
    [TestCase("    - record: a\n      expr: |\n        up +\n        sum(up\n", 7, 0)]
    public void Expression_of_a_file_is_told_in_the_file(string rules, int line, int column)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Root, "rules.yaml"), "groups:\n- name: mine\n  rules:\n" + rules);
        var told = Only(With(new RuleFiles("rules.yaml")), folder.Root);
        Assert.Multiple(() =>
        {
            Assert.That(told.Location.File, Does.EndWith("rules.yaml"));
            Assert.That((told.Location.Line, told.Location.Column), Is.EqualTo((line, column)));
            Assert.That(told.Message, Does.Contain("recording rule 'a'"));
        });
    }
}
