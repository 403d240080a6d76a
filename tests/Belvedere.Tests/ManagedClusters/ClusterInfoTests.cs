using Belvedere.Testing;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.ManagedClusters;

/// <summary>The inventory as series of the hub.</summary>
public class ClusterInfoTests
{
    static MonitoringTopology Of(int clusters, ManagedCluster? more = null)
    {
        Profile standard = new("standard");
        return Fleets.Small() with
        {
            Hub = Fleets.Small().Hub! with { Ruler = new() },
            Clusters = [.. Enumerable.Range(0, clusters).Select(number => new ManagedCluster($"cluster-{number:D4}", Platform.Kubernetes("1.33"), standard)), .. more is null ? [] : new[] { more }],
        };
    }

    static List<KeyValuePair<string, string>> Files(MonitoringTopology topology) =>
        [.. Compiled.Texts(Compiled.Repository(topology)).Where(file => file.Key.StartsWith("hub/rules/configmap-rules-inventory", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal)];

    [Test]
    public void Cluster_is_a_series_with_its_labels_owner_ring_and_state()
    {
        ManagedCluster north = new("north", Platform.Kubernetes("1.33"), new("edge")) { Owner = "shop", State = ClusterState.Maintenance, Ring = new("canary"), ExternalLabels = new() { ["region"] = "eu" } };
        var text = Files(Of(1, north)).Single().Value;
        Assert.That(text, Does.Contain("record: belvedere:cluster_info").And.Contain("expr: vector(1)"));
        foreach (var label in (string[])["cluster: north", "owner: shop", "region: eu", "ring: canary", "state: maintenance", "state: active"])
            Assert.That(text, Does.Contain(label));
    }

    [Test]
    public void Decommissioned_cluster_is_still_known() => Assert.That(
        Files(Of(1, new("gone", Platform.Kubernetes("1.33"), new("edge")) { State = ClusterState.Decommissioned })).Single().Value,
        Does.Contain("cluster: gone").And.Contain("state: decommissioned"));

    [Test]
    public void Large_inventory_is_split()
    {
        var files = Files(Of(2_601));
        Assert.That(files, Has.Count.GreaterThan(1));
        Assert.That(files.Select(file => file.Value.Length), Is.All.LessThan(524_288));
        Assert.That(files.Sum(file => file.Value.Split("belvedere:cluster_info").Length - 1), Is.EqualTo(2_601));
    }

    [Test]
    public void Silent_cluster_is_found_by_promtool()
    {
        var promtool = Tool.Require("promtool");
        using var folder = new TemporaryFolder();
        folder.Write("tests.yaml", """
            evaluation_interval: 1m
            tests:
            - interval: 1m
              input_series:
              - {series: 'belvedere:cluster_info{cluster="north", state="active"}', values: '1x10'}
              - {series: 'belvedere:cluster_info{cluster="south", state="active"}', values: '1x10'}
              - {series: 'belvedere:cluster_info{cluster="west", state="maintenance"}', values: '1x10'}
              - {series: 'belvedere:cluster_heartbeat{cluster="north"}', values: '1x10'}
              promql_expr_test:
              - expr: belvedere:cluster_info{state="active"} unless on (cluster) belvedere:cluster_heartbeat
                eval_time: 5m
                exp_samples: [{labels: 'belvedere:cluster_info{cluster="south", state="active"}', value: 1}]
            """);
        var result = promtool.Run(["test", "rules", folder.Path("tests.yaml")]);
        Assert.That(result.ExitCode, Is.Zero, result.Everything);
    }
}
