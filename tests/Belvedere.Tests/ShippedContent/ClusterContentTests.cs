using System.Text;
using System.Text.Json.Nodes;
using Belvedere.PromQL;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.ShippedContent;

/// <summary>What clusters record of themselves, and the dashboards that show it.</summary>
public class ClusterContentTests
{
    // Record, labels and value for the series below, worked out by hand.
    static readonly (string Expression, string Samples)[] Expected =
    [
        ("belvedere:cluster_targets_up:ratio", "[{value: 0.5, labels: 'belvedere:cluster_targets_up:ratio'}]"),
        ("belvedere:cluster_cpu_usage:ratio_rate5m", "[{value: 0.375, labels: 'belvedere:cluster_cpu_usage:ratio_rate5m'}]"),
        ("belvedere:cluster_memory_usage:ratio", "[{value: 0.75, labels: 'belvedere:cluster_memory_usage:ratio'}]"),
        ("belvedere:cluster_nodes_not_ready:sum", "[{value: 1, labels: 'belvedere:cluster_nodes_not_ready:sum'}]"),
        ("belvedere:cluster_pods_unhealthy:sum", "[{value: 2, labels: 'belvedere:cluster_pods_unhealthy:sum'}]"),
        ("belvedere:node_cpu_usage:ratio_rate5m{instance=\"a\"}", "[{value: 0.25, labels: 'belvedere:node_cpu_usage:ratio_rate5m{instance=\"a\"}'}]"),
        ("belvedere:node_memory_usage:ratio{instance=\"b\"}", "[{value: 0.9, labels: 'belvedere:node_memory_usage:ratio{instance=\"b\"}'}]"),
        ("belvedere:node_filesystem_usage:max_ratio", "[{value: 0.8, labels: 'belvedere:node_filesystem_usage:max_ratio{instance=\"a\"}'}]"),
        ("belvedere:namespace_cpu_usage:sum_rate5m", "[{value: 1.5, labels: 'belvedere:namespace_cpu_usage:sum_rate5m{namespace=\"shop\"}'}]"),
        ("belvedere:namespace_memory_working_set_bytes:sum", "[{value: 300, labels: 'belvedere:namespace_memory_working_set_bytes:sum{namespace=\"shop\"}'}]"),
        ("belvedere:namespace_restarts:sum_increase1h", "[{value: 60, labels: 'belvedere:namespace_restarts:sum_increase1h{namespace=\"shop\"}'}]"),
    ];

    static readonly (string Series, string Values)[] Input =
    [
        ("up{job=\"a\"}", "1x120"),
        ("up{job=\"b\"}", "0x120"),
        // Seconds a minute: a quarter and a half of a core are busy.
        ("node_cpu_seconds_total{instance=\"a\", cpu=\"0\", mode=\"idle\"}", "0+45x120"),
        ("node_cpu_seconds_total{instance=\"b\", cpu=\"0\", mode=\"idle\"}", "0+30x120"),
        ("node_cpu_seconds_total{instance=\"b\", cpu=\"0\", mode=\"user\"}", "0+30x120"),
        ("node_memory_MemAvailable_bytes{instance=\"a\"}", "40x120"),
        ("node_memory_MemAvailable_bytes{instance=\"b\"}", "10x120"),
        ("node_memory_MemTotal_bytes{instance=\"a\"}", "100x120"),
        ("node_memory_MemTotal_bytes{instance=\"b\"}", "100x120"),
        ("node_filesystem_avail_bytes{instance=\"a\", mountpoint=\"/\", fstype=\"ext4\"}", "50x120"),
        ("node_filesystem_size_bytes{instance=\"a\", mountpoint=\"/\", fstype=\"ext4\"}", "100x120"),
        ("node_filesystem_avail_bytes{instance=\"a\", mountpoint=\"/data\", fstype=\"xfs\"}", "20x120"),
        ("node_filesystem_size_bytes{instance=\"a\", mountpoint=\"/data\", fstype=\"xfs\"}", "100x120"),
        ("node_filesystem_avail_bytes{instance=\"a\", mountpoint=\"/run\", fstype=\"tmpfs\"}", "0x120"),
        ("node_filesystem_size_bytes{instance=\"a\", mountpoint=\"/run\", fstype=\"tmpfs\"}", "100x120"),
        ("kube_node_status_condition{node=\"a\", condition=\"Ready\", status=\"true\"}", "1x120"),
        ("kube_node_status_condition{node=\"b\", condition=\"Ready\", status=\"unknown\"}", "1x120"),
        ("kube_pod_status_phase{pod=\"a\", phase=\"Pending\"}", "1x120"),
        ("kube_pod_status_phase{pod=\"b\", phase=\"Failed\"}", "1x120"),
        ("kube_pod_status_phase{pod=\"c\", phase=\"Running\"}", "1x120"),
        ("container_cpu_usage_seconds_total{namespace=\"shop\", pod=\"a\", container=\"web\"}", "0+60x120"),
        ("container_cpu_usage_seconds_total{namespace=\"shop\", pod=\"a\", container=\"log\"}", "0+30x120"),
        // The pod's own total is not a container's.
        ("container_cpu_usage_seconds_total{namespace=\"shop\", pod=\"a\", container=\"\"}", "0+90x120"),
        ("container_memory_working_set_bytes{namespace=\"shop\", pod=\"a\", container=\"web\"}", "200x120"),
        ("container_memory_working_set_bytes{namespace=\"shop\", pod=\"a\", container=\"log\"}", "100x120"),
        ("container_memory_working_set_bytes{namespace=\"shop\", pod=\"a\", container=\"\"}", "300x120"),
        ("kube_pod_container_status_restarts_total{namespace=\"shop\", pod=\"a\", container=\"web\"}", "0+1x120"),
    ];

    [Test]
    public void Records_say_of_a_cluster_what_its_metrics_say()
    {
        var promtool = Tool.Require("promtool");
        using var folder = new TemporaryFolder();
        var topology = Fleets.Small() with { Rules = [.. BuiltIn.FleetRules, .. BuiltIn.ClusterDetailRules] };
        var files = Compiled.Texts(Compiled.Repository(topology))
            .Where(file => file.Key.StartsWith("base/", StringComparison.Ordinal) && file.Key.Contains("/prometheusrule-belvedere-cluster", StringComparison.Ordinal))
            .Select(file => folder.Write(Path.GetFileName(file.Key), YamlAsJson.Read(file.Value).Single()["spec"]!.ToJsonString()))
            .Distinct()
            .ToList();
        Assert.That(files, Has.Count.EqualTo(2));

        var text = new StringBuilder("evaluation_interval: 1m\nrule_files: [").AppendJoin(", ", files).Append("]\ntests:\n- interval: 1m\n  input_series:\n");
        foreach (var (series, values) in Input)
            text.Append("  - series: '").Append(series).Append("'\n    values: '").Append(values).Append("'\n");
        text.Append("  promql_expr_test:\n");
        foreach (var (expression, samples) in Expected)
            text.Append("  - expr: '").Append(Rounded(expression)).Append("'\n    eval_time: 90m\n    exp_samples: ").Append(Unnamed(samples)).Append('\n');

        var tested = promtool.Run(["test", "rules", folder.Write("tests.yaml", text.ToString())], folder.Root);
        Assert.That(tested.ExitCode, Is.Zero, tested.Everything);
    }

    [Test]
    public void Dashboards_read_only_what_clusters_record()
    {
        var recorded = BuiltIn.FleetRules.Concat(BuiltIn.ClusterDetailRules).OfType<RuleGroup>().SelectMany(group => group.Rules).OfType<RecordingRule>().Select(rule => rule.Name).ToHashSet();
        foreach (var name in (string[])["fleet-overview", "cluster-detail"])
        {
            var dashboard = JsonNode.Parse(File.ReadAllText(Checkout.Path("dashboards", $"{name}.json")))!;
            var expressions = dashboard["panels"]!.AsArray().SelectMany(panel => panel!["targets"]?.AsArray() ?? []).Select(target => (string)target!["expr"]!).ToList();
            Assert.That(expressions, Has.Count.GreaterThan(10));
            foreach (var expression in expressions)
            {
                var parsed = PromParser.Parse(expression.Replace("$cluster", "c", StringComparison.Ordinal).Replace("$namespace", "n", StringComparison.Ordinal));
                Assert.That(parsed.Diagnostics, Is.Empty, expression);
                Assert.That(ExpressionAnalysis.Of(parsed.Expression!).Selectors.Select(selector => selector.Metric).Distinct(), Is.Not.Empty.And.SubsetOf(recorded), expression);
            }
        }
    }

    // Sums of fractions differ in their last digits.
    static string Rounded(string expression) => $"round({expression}, 0.001)";

    static string Unnamed(string samples) => System.Text.RegularExpressions.Regex.Replace(samples, "labels: '[^{']+", "labels: '").Replace("labels: ''", "labels: '{}'", StringComparison.Ordinal);
}
