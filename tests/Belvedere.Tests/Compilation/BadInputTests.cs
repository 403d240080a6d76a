using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;
using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

/// <summary>Each mistake is told with its code, at its line, with what is wrong and what to do; and nothing comes out.</summary>
public class BadInputTests
{
    static readonly Profile Standard = new("standard");

    static MonitoringTopology With(Clusters clusters) => Fleets.Small() with { Clusters = clusters };

    static ManagedCluster Cluster(string name, LabelSet? labels = null, [CallerLineNumber] int line = 0) =>
        new(name, Platform.Kubernetes("1.33"), Standard, line) { ExternalLabels = labels ?? LabelSet.Empty };

    static int Line([CallerLineNumber] int line = 0) => line;

    static void IsRefused(MonitoringTopology topology, string code, int line, params string[] says)
    {
        var result = Compiled.From(topology);
        Assert.That(result.Diagnostics.Select(diagnostic => diagnostic.Descriptor.Code), Is.EqualTo(new[] { code }), () => string.Join("\n", result.Diagnostics));
        var diagnostic = result.Diagnostics[0];
        Assert.Multiple(() =>
        {
            Assert.That(diagnostic.Location.Line, Is.EqualTo(line), diagnostic.ToString());
            foreach (var part in says)
                Assert.That(diagnostic.Message, Does.Contain(part));
            Assert.That(diagnostic.Message, Does.EndWith(".").Or.EndWith("?"));
            Assert.That(result.Repository.Files, Is.Empty);
        });
    }

    [Test]
    public void Two_clusters_of_one_name()
    {
        var line = Line() + 1;
        IsRefused(With([Cluster("north"), Cluster("north")]), "BLV1001", line, "cluster 'north'", "rename one");
    }

    [Test]
    public void Two_clusters_with_the_same_external_labels()
    {
        var line = Line() + 1;
        IsRefused(With([Cluster("north"), Cluster("south", new() { ["cluster"] = "north" })]), "BLV1013", line, "'north'", "'south'", "cluster=\"north\"");
    }

    [TestCase("North")]
    [TestCase("north_1")]
    [TestCase("-north")]
    [TestCase("nörd")]
    [TestCase("../../etc")]
    [TestCase("")]
    [TestCase("north\n")]
    public void A_cluster_whose_name_is_no_DNS_label(string name)
    {
        var line = Line() + 1;
        IsRefused(With([Cluster(name)]), "BLV1010", line, "is no DNS label", "Write a name such as");
    }

    [Test]
    public void A_cluster_whose_name_is_too_long_once_composed()
    {
        var line = Line() + 1;
        IsRefused(With([Cluster(new string('a', 60))]), "BLV1011", line, "small-aaa", "66 characters", "Shorten");
    }

    [Test]
    public void A_topology_whose_name_is_too_long_for_its_Prometheus()
    {
        var line = Line() + 1;
        var topology = new MonitoringTopology(new string('a', 42)) { Hub = Fleets.Small().Hub, Clusters = [Cluster("north")] };
        IsRefused(topology, "BLV1011", line, "42 characters", "at most 41");
    }

    [Test]
    public void More_copies_than_ingestors()
    {
        var hub = Fleets.Small().Hub!;
        var line = Line() + 1;
        IsRefused(Fleets.Small() with { Hub = hub with { Receive = new() { Ingestors = 2, ReplicationFactor = 3 } } }, "BLV1015", line, "3 ingestors and has 2", "lower ReplicationFactor");
    }

    [Test]
    public void A_queue_that_holds_less_than_one_request()
    {
        var line = Line() + 1;
        Profile narrow = new("narrow") { Collection = new RemoteWrite { Queue = new() { Capacity = 100, MaxSamplesPerSend = 500 } } };
        IsRefused(With([new("north", Platform.Kubernetes("1.33"), narrow)]), "BLV1016", line, "profile 'narrow'", "100", "500", "Set Capacity");
    }

    [Test]
    public void A_queue_of_an_override_that_holds_less_than_one_request()
    {
        var line = Line() + 1;
        ManagedCluster north = new("north", Platform.Kubernetes("1.33"), Standard)
        {
            Override = profile => profile with { Collection = new RemoteWrite { Queue = new() { Capacity = 100 } } },
        };
        IsRefused(With([north]), "BLV1016", line, "cluster 'north'");
    }

    [TestCase("AKIAABCDEFGHIJKLMNOP", "an AWS access key")]
    [TestCase("https://user:hunter2@push.example.com/", "a URL with a password")]
    [TestCase("-----BEGIN RSA PRIVATE KEY-----", "a private key")]
    [TestCase("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "a GitHub token")]
    public void A_literal_that_looks_like_a_secret(string secret, string kind)
    {
        var hub = Fleets.Small().Hub!;
        var line = Line() + 1;
        var topology = Fleets.Small() with { Hub = hub with { Querier = new() { ExtraArguments = [$"--alert.query-url={secret}"] } } };
        IsRefused(topology, "BLV6004", line, kind, "Querier", "Put it in a Secret");
    }

    [Test]
    public void A_Secret_with_data()
    {
        var line = Line() + 1;
        var extra = Also.OnHub(new Kubernetes.Secret { Metadata = new() { Name = "token", Namespace = "belvedere-hub" }, StringData = new() { ["token"] = "x" } });
        IsRefused(Fleets.Small() with { Objects = [extra] }, "BLV6004", line, "Secret 'token'", "Git");
    }

    [Test]
    public void A_write_endpoint_that_is_a_URL()
    {
        var line = Line() + 1;
        Hub hub = new("hub", Platform.Kubernetes("1.33")) { Receive = new(), WriteEndpoint = "https://write.metrics.example.com/api" };
        IsRefused(Fleets.Small() with { Hub = hub }, "BLV1017", line, "no scheme", "write.metrics.example.com");
    }

    [Test]
    public void Clusters_that_do_not_know_where_to_write()
    {
        var line = Line() + 1;
        Hub hub = new("hub", Platform.Kubernetes("1.33")) { Receive = new() };
        IsRefused(Fleets.Small() with { Hub = hub }, "BLV1017", line, "has no write endpoint", "Set WriteEndpoint");
    }

    [Test]
    public void A_platform_whose_version_cannot_be_read()
    {
        var line = Line() + 1;
        Hub hub = new("hub", Platform.Kubernetes("latest")) { Receive = new(), WriteEndpoint = "write.metrics.example.com" };
        IsRefused(Fleets.Small() with { Hub = hub }, "BLV1005", line, "'latest'", "1.33");
    }

    [Test]
    public void An_extra_argument_that_the_compiler_sets()
    {
        var hub = Fleets.Small().Hub!;
        var line = Line() + 1;
        IsRefused(Fleets.Small() with { Hub = hub with { Querier = new() { ExtraArguments = ["--query.timeout=5m"] } } }, "BLV1019", line, "--query.timeout", "property");
    }

    [Test]
    public void A_retention_that_loses_samples_before_they_are_uploaded()
    {
        var hub = Fleets.Small().Hub!;
        var line = Line() + 1;
        IsRefused(Fleets.Small() with { Hub = hub with { Receive = new() { Retention = 1.Hours } } }, "BLV1014", line, "Retention", "1h", "at least 6h");
    }

    [Test]
    public void An_adjustment_that_fits_nothing_names_what_there_is()
    {
        var line = Line() + 1;
        var adjustment = Adjust.Hub<Kubernetes.StatefulSet>("thanos-receive-ingester", set => set);
        IsRefused(Fleets.Small() with { Adjustments = [adjustment] }, "BLV6001", line, "'thanos-receive-ingester'", "Did you mean 'thanos-receive-ingestor'?");
    }

    [Test]
    public void An_adjustment_that_throws()
    {
        var line = Line() + 1;
        var adjustment = Adjust.Hub<Kubernetes.StatefulSet>("thanos-receive-ingestor", _ => throw new InvalidOperationException("no luck"));
        IsRefused(Fleets.Small() with { Adjustments = [adjustment] }, "BLV1004", line, "InvalidOperationException", "no luck");
    }

    [Test]
    public void An_override_of_a_cluster_that_is_not_there()
    {
        var clusters = Clusters.Create([Cluster("north")]);
        var line = Line() + 1;
        IsRefused(With(clusters.Override("nort", cluster => cluster)), "BLV1002", line, "'nort'", "Did you mean 'north'?");
    }

    [Test]
    public void Two_objects_of_one_identity()
    {
        var line = Line() + 1;
        var extra = Also.OnHub(new Kubernetes.Namespace { Metadata = new() { Name = "belvedere-hub" } });
        IsRefused(Fleets.Small() with { Objects = [extra] }, "BLV6003", line, "Namespace 'belvedere-hub'", "hub 'hub'");
    }

    [Test]
    public void Two_deliveries()
    {
        var first = new ArgoCd("https://git.example.com/a.git");
        var line = Line() + 1;
        IsRefused(Fleets.Small() with { Delivery = [first, new ArgoCd("https://git.example.com/b.git")] }, "BLV7001", line, "a.git", "b.git");
    }

    [Test]
    public void Files_that_are_not_there()
    {
        using var project = new TemporaryFolder();
        var topology = Fleets.Small() with
        {
            Clusters = Clusters.FromYaml("clusters.yaml", [Standard]),
            Rules = [new RuleFiles("rules.yaml")],
            Dashboards = [new DashboardFiles("dashboards/*.json")],
            Objects = [Also.OnHub("extra.yaml")],
        };
        var result = Compiled.From(topology, project.Root);
        Assert.That(
            result.Diagnostics.Select(diagnostic => diagnostic.Descriptor.Code),
            Is.EquivalentTo(new[] { "BLV1020", "BLV3001", "BLV4001", "BLV6010" }),
            () => string.Join("\n", result.Diagnostics));
    }

    [TestCase("data: {key: 1}", DiagnosticSeverity.Error, 4)]
    [TestCase("data: ", DiagnosticSeverity.Warning, 4)]
    public void An_object_that_does_not_fit_its_schema(string field, DiagnosticSeverity severity, int line)
    {
        using var project = new TemporaryFolder();
        project.Write("extra.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: extra, namespace: belvedere-hub}}\n{field}\n");
        var told = Compiled.From(Fleets.Small() with { Objects = [Also.OnHub("extra.yaml")] }, project.Root).Diagnostics.Single();
        Assert.That((told.Descriptor.Code, told.Severity, told.Location.Line), Is.EqualTo(("BLV6006", severity, line)), told.ToString());
    }

    [Test]
    public void All_mistakes_are_told_at_once()
    {
        var hub = Fleets.Small().Hub!;
        var result = Compiled.From(Fleets.Small() with
        {
            Hub = hub with { Receive = new() { Ingestors = 2, ReplicationFactor = 3 } },
            Clusters = [Cluster("North"), Cluster("south"), Cluster("south")],
        });
        Assert.That(result.Diagnostics.Select(diagnostic => diagnostic.Descriptor.Code), Is.EquivalentTo(new[] { "BLV1001", "BLV1010", "BLV1015" }));
    }
}
