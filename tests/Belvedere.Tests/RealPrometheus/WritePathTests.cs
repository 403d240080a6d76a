using System.Globalization;
using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.RealPrometheus;

/// <summary>
/// Emitted settings in a real Prometheus: what arrives at the hub is what the model says of what was scraped, sample by sample,
/// and the hub may go away meanwhile.
/// </summary>
public class WritePathTests
{
    const string Id = "11111111-2222-3333-4444-555555555555";
    const string PlatformId = "99999999-8888-7777-6666-555555555555";

    static readonly string[] Shipped = ["belvedere:*", "node_cpu_seconds_total", "node_memory_*", "source_*_kept", "up"];
    static readonly string[] DroppedLabels = ["pod_template_hash", "uid"];

    static readonly RemoteWrite ToHub = new() { Ship = Ship.Metrics(Shipped), Relabel = [Relabeling.DropLabels(string.Join('|', DroppedLabels))] };

    static readonly MonitoringTopology Fleet = new("pair")
    {
        Hub = new("hub", Platform.Kubernetes("1.33")) { WriteEndpoint = "write.metrics.example.com" },
        Clusters =
        [
            new("north", Platform.Kubernetes("1.33"), new("standard") { Collection = ToHub, ClientCertificate = SecretReference.Existing("north-key") })
            {
                ClusterId = Id,
                ExternalLabels = new() { ["region"] = "eu" },
            },
            new("edge", Platform.Kubernetes("1.33"), new("edge") { Collection = ToHub, Collector = CollectorKind.Agent, Rules = [] }),
            new("west", Platform.OpenShift("4.18"), new("central") { Collection = ToHub, OpenShift = new ClusterMonitoringConfig { AcknowledgeReplace = true }, Rules = [] })
            {
                ExternalLabels = new() { ["region"] = "us" },
            },
        ],
        Rules = BuiltIn.FleetRules,
    };

    static readonly Sender[] Senders =
    [
        new("north", "north-key", IsAgent: false, (objects, secrets) => OperatorConfiguration.OfResource(Single(objects, "Prometheus"), "prometheus-pair-0", secrets)),
        new("edge", "hub-remote-write", IsAgent: true, (objects, secrets) => OperatorConfiguration.OfResource(Single(objects, "PrometheusAgent"), "prom-agent-pair-0", secrets)),
        new("west", "hub-remote-write", IsAgent: false, (objects, secrets) => OperatorConfiguration.OfPlatform(PlatformInstance(objects), PlatformId, secrets)),
    ];

    // What makes a cluster itself, as the model says it.
    static readonly Dictionary<string, Dictionary<string, string>> Identity = new()
    {
        ["north"] = new() { ["cluster"] = "north", ["cluster_id"] = Id },
        ["edge"] = new() { ["cluster"] = "edge" },
        ["west"] = new() { ["cluster"] = "west", ["cluster_id"] = PlatformId },
    };

    static readonly OutageRun Outage = new();

    [OneTimeSetUp]
    public static Task Run()
    {
        var result = Compiled.From(Fleet);
        Assert.That(result.Diagnostics, Is.Empty);
        return Outage.Run(result.Repository, Senders, Lacking);
    }

    [OneTimeTearDown]
    public static void End() => Outage.Dispose();

    [Test]
    public void Exactly_the_shipped_metrics_arrive([Values("north", "west")] string cluster)
    {
        var expected = Outage.Sent[cluster].Keys.Select(series => series.Name).Where(IsShipped).Distinct();
        Assert.That(Arrived(cluster).Keys.Select(series => series.Name).Distinct(), Is.EquivalentTo(expected));
        Assert.That(Outage.Sent[cluster].Keys.Select(series => series.Name), Has.Some.EqualTo(SeriesSource.Unshipped).And.Some.EqualTo("node_load1"));
    }

    [Test]
    public void Agent_ships_what_a_Prometheus_of_the_same_filter_ships()
    {
        var names = Arrived("edge").Keys.Select(series => series.Name).Distinct();
        Assert.That(names, Is.EquivalentTo(Arrived("west").Keys.Select(series => series.Name).Distinct()));
    }

    [Test]
    public void Local_records_are_shipped() =>
        Assert.That(Arrived("north").Keys.Select(series => series.Name), Has.Some.EqualTo("belvedere:cluster_heartbeat").And.Some.EqualTo("belvedere:cluster_memory_usage:ratio"));

    [Test]
    public void Every_series_carries_its_cluster_and_no_other([ValueSource(nameof(Clusters))] string cluster)
    {
        // By the replica, which is set where the series leaves and by nobody else.
        var replica = cluster switch { "north" => "prometheus-pair-0", "edge" => "prom-agent-pair-0", _ => "prometheus-k8s-0" };
        foreach (var series in Outage.Received.Keys.Where(series => series.Labels.GetValueOrDefault("prometheus_replica") == replica))
            foreach (var (name, value) in Identity[cluster])
                Assert.That(series.Labels.GetValueOrDefault(name), Is.EqualTo(value), series.Text);
        Assert.That(Outage.Received.Keys.Where(series => series.Name == SeriesSource.Impostor).Select(series => series.Labels["cluster"]), Is.EquivalentTo(Clusters));
    }

    [Test]
    public void Dropped_labels_are_gone() =>
        Assert.That(Outage.Received.Keys.SelectMany(series => series.Labels.Keys).Intersect([.. DroppedLabels, "prometheus", "__tmp_openshift_cluster_id__"]), Is.Empty);

    [Test]
    public void Outage_of_the_hub_loses_nothing([Values("north", "west")] string cluster)
    {
        Assert.That(Outage.Lost[cluster], Is.Zero);
        Assert.That(Difference(cluster), Is.Null);
        Assert.That(Arrived(cluster).Values.Sum(samples => samples.Count), Is.EqualTo(Outage.Sent[cluster].Where(sent => IsShipped(sent.Key.Name)).Sum(sent => sent.Value.Count)));
    }

    [Test]
    public void Outage_of_the_hub_loses_nothing_of_an_agent()
    {
        Assert.That(Outage.Lost["edge"], Is.Zero);
        Assert.That(Gaps("edge"), Is.Null);
    }

    static string[] Clusters => [.. Senders.Select(sender => sender.Cluster)];

    // Until nothing lacks any more, which is asked again and again, a bounded number of times.
    static string? Lacking(OutageRun run) => Senders.Select(sender => sender.IsAgent ? Gaps(sender.Cluster) : Difference(sender.Cluster)).FirstOrDefault(problem => problem is not null);

    static Dictionary<Series, List<Sample>> Arrived(string cluster) =>
        Outage.Received.Where(received => received.Key.Labels.GetValueOrDefault("cluster") == cluster).ToDictionary();

    static bool IsShipped(string metric) => Shipped.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, metric, ignoreCase: false));

    // What the model makes of a series on its way.
    static Series OnTheWay(string cluster, Series series)
    {
        var labels = series.Labels.Where(label => !DroppedLabels.Contains(label.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in Identity[cluster])
            labels[name] = value;
        foreach (var (name, value) in cluster == "west"
            ? new Dictionary<string, string> { ["region"] = "us" }
            : new() { ["region"] = labels.GetValueOrDefault("region", "eu") })
            labels[name] = value;
        labels["prometheus_replica"] = cluster == "west" ? "prometheus-k8s-0" : "prometheus-pair-0";
        return Series.Of(labels);
    }

    static string? Difference(string cluster)
    {
        var expected = Outage.Sent[cluster].Where(sent => IsShipped(sent.Key.Name)).ToDictionary(sent => OnTheWay(cluster, sent.Key), sent => sent.Value);
        var arrived = Arrived(cluster);
        foreach (var (series, samples) in expected)
            if (!arrived.TryGetValue(series, out var there))
                return $"{cluster}: {series} did not arrive.";
            else if (!there.SequenceEqual(samples))
                return $"{cluster}: {series} arrived with {there.Count} samples, and {samples.Count} were sent.";
        return arrived.Keys.FirstOrDefault(series => !expected.ContainsKey(series)) is { } unknown ? $"{cluster}: {unknown} arrived and was not sent." : null;
    }

    // Each scrape read its own number, from 1: the hub has every whole number up to the last.
    static string? Gaps(string cluster)
    {
        var numbers = Arrived(cluster).Where(received => received.Key.Name == SeriesSource.Count).SelectMany(received => received.Value).Select(sample => int.Parse(sample.Value, CultureInfo.InvariantCulture)).ToList();
        var expected = Enumerable.Range(1, Outage.Scrapes[cluster]);
        return numbers.SequenceEqual(expected) ? null : $"{cluster}: of {Outage.Scrapes[cluster]} scrapes arrived {string.Join(", ", numbers)}.";
    }

    static JsonObject Single(IReadOnlyList<JsonObject> objects, string kind) => objects.Single(made => (string?)made["kind"] == kind);

    static JsonObject PlatformInstance(IReadOnlyList<JsonObject> objects)
    {
        var map = objects.Single(made => (string?)made["metadata"]!["name"] == "cluster-monitoring-config");
        return YamlAsJson.Read((string)map["data"]!["config.yaml"]!).Single()["prometheusK8s"]!.AsObject();
    }
}
