using Belvedere.Documents;
using Belvedere.Documents.Yaml;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.ManagedClusters;

/// <summary>Each way in which the output reaches the clusters.</summary>
public class DeliveryTests
{
    static readonly Profile Edge = new("edge") { Collection = Collection.RemoteWrite(Spokes.Names), ExternalLabels = new() { ["tier"] = "edge" } };

    static readonly Profile RunTime = new("central")
    {
        Collection = Collection.RemoteWrite(Spokes.Names),
        OpenShift = new ClusterMonitoringConfig { AcknowledgeReplace = true, Identity = WriteIdentity.RunTime },
        Rules = [],
    };

    static readonly ArgoCd Push = new("https://git.example.com/monitoring.git") { Acm = new() { ClusterSets = ["prod"] } };

    static readonly AcmAddOn AddOn = new("metrics") { SigningAuthority = SecretReference.Existing("signer") };

    static readonly AcmSubscription Pull = new("https://git.example.com/monitoring.git") { Path = "output", Credentials = SecretReference.Existing("git") };

    static MonitoringTopology With(IReadOnlyList<Delivery> deliveries, params ManagedCluster[] clusters) => new("fleet")
    {
        Hub = new("hub", Platform.Kubernetes("1.33")) { WriteEndpoint = "write.metrics.example.com" },
        Clusters = [.. clusters],
        Rules = [Spokes.Records],
        Delivery = deliveries,
        Suppressions = deliveries.OfType<AcmSubscription>().Any() ? [new("BLV7016", "Known.")] : [],
    };

    static ManagedCluster OnOpenShift(string name, Profile profile) => new(name, Platform.OpenShift("4.18"), profile);

    static IEnumerable<TestCaseData> Deliveries()
    {
        // Two rings; one cluster is known by its API server, one is switched off, one is gone.
        yield return Case("argocd", With(
            [Push with { Acm = null, Path = "output" }],
            OnOpenShift("north", Edge) with { Ring = new("canary") },
            OnOpenShift("south", Edge) with { ApiServer = "https://api.south.example.com:6443" },
            OnOpenShift("west", Edge) with { State = ClusterState.Hibernating },
            OnOpenShift("east", Edge) with { State = ClusterState.Decommissioned }));
        yield return Case("argocd-acm", With([Push], OnOpenShift("north", Edge)));
        yield return Case("addon", With([AddOn], OnOpenShift("north", Edge), new("south", Platform.Kubernetes("1.33"), Edge)));
        yield return Case("subscription", With([Pull], OnOpenShift("north", RunTime)));
        yield return Case("all-three", With([Push, AddOn with { Profiles = [Edge] }, Pull with { Profiles = [RunTime] }], OnOpenShift("north", Edge), OnOpenShift("south", RunTime), OnOpenShift("west", new("west") { Collection = Edge.Collection })));

        static TestCaseData Case(string name, MonitoringTopology topology) => new TestCaseData(name, topology).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Deliveries))]
    public void Delivery_is_as_its_baseline(string name, MonitoringTopology topology) =>
        Baseline.Matches(Checkout.Path("tests", "Belvedere.Tests", "Baselines", "Deliveries", name), Delivered(topology));

    [TestCaseSource(nameof(Deliveries))]
    public void Delivery_builds_and_is_valid(string name, MonitoringTopology topology)
    {
        var repository = Compiled.Repository(topology);
        OutputJudges.EveryKustomizationBuilds(repository);
        OutputJudges.EveryObjectIsValid(repository, Platform.OpenShift("4.18"));
    }

    [Test]
    public void Template_says_what_the_base_says_once_it_is_filled()
    {
        // The same clusters by hand and by add-on: filling the template the way the framework does gives the objects of the overlay's base.
        var byHand = Compiled.Texts(Compiled.Repository(With([], OnOpenShift("north", Edge))));
        var byAddOn = Compiled.Texts(Compiled.Repository(With([new AcmAddOn("metrics")], OnOpenShift("north", Edge))));
        var template = Read(byAddOn["hub/acm/addontemplate-metrics-edge-openshift-4-18.yaml"]);
        var variables = ((ListNode)Read(byAddOn["hub/acm/addondeploymentconfig-metrics-edge-openshift-4-18.yaml"]).At("spec.customizedVariables")!)
            .ToDictionary(variable => Text(variable, "name"), variable => Text(variable, "value"));
        variables["CLUSTER_NAME"] = "north";

        foreach (var made in (ListNode)template.At("spec.agentSpec.workload.manifests")!)
        {
            var filled = Fill(made, variables);
            var path = $"base/edge.openshift-4.18/{Text(filled, "kind").ToLowerInvariant()}-{Text(filled, "metadata.name")}.yaml";
            var expected = Read(byHand[path]);
            if (Text(filled, "kind") == "MonitoringStack")
            {
                Assert.That(Text(filled, "spec.prometheusConfig.externalLabels.cluster"), Is.EqualTo("north"));
                Assert.That(Text(filled, "spec.prometheusConfig.externalLabels.tier"), Is.EqualTo("edge"));
            }
            else
            {
                Assert.That(Node.ContentEquals(filled, expected), path);
            }
        }

        Assert.That(byAddOn["hub/acm/addontemplate-metrics-edge-openshift-4-18.yaml"], Does.Contain("{{OPEN}} $labels.cluster {{CLOSE}}"));
    }

    [Test]
    public void Every_cluster_has_one_delivery()
    {
        Differ("BLV7001", With([AddOn with { Profiles = [Edge] }, Push with { Profiles = [Edge] }], OnOpenShift("north", Edge)), With([AddOn with { Profiles = [Edge] }, Push], OnOpenShift("north", Edge)));
        Differ("BLV7010", With([AddOn with { Profiles = [] }], OnOpenShift("north", Edge)), With([AddOn with { Profiles = [Edge] }], OnOpenShift("north", Edge)));
    }

    [Test]
    public void Cluster_of_an_add_on_is_as_its_profile() => Differ(
        "BLV7011",
        With([AddOn], OnOpenShift("north", Edge) with { ExternalLabels = new() { ["region"] = "eu" } }),
        With([AddOn], OnOpenShift("north", Edge)));

    [Test]
    public void Certificate_of_an_add_on_is_where_it_is_used() => Differ(
        "BLV7012",
        With([AddOn], OnOpenShift("north", RunTime)),
        With([AddOn with { SigningAuthority = null }], OnOpenShift("north", RunTime)));

    [Test]
    public void Template_of_an_add_on_fits_a_ManifestWork()
    {
        MonitoringTopology Of(int alerts) => With([AddOn], OnOpenShift("north", Edge)) with
        {
            Rules = [.. Enumerable.Range(0, 10).Select(part => new RuleGroup($"many-{part}")
            {
                Rules = [.. Enumerable.Range(0, alerts).Select(number => new AlertingRule($"Down{number}", $"up{{job=\"job-{number}\"}} == 0") { Description = new string('x', 400) })],
            })],
        };
        Differ("BLV7013", Of(120), Of(20));
    }

    [Test]
    public void Subscription_needs_clusters_that_know_themselves() => Differ(
        "BLV7014",
        With([Pull], OnOpenShift("north", RunTime with { OpenShift = new ClusterMonitoringConfig { AcknowledgeReplace = true } })),
        With([Pull], OnOpenShift("north", RunTime)));

    [Test]
    public void Name_of_a_delivery_is_short_and_plain()
    {
        Differ("BLV7015", With([new AcmAddOn("Fleet metrics")], OnOpenShift("north", Edge)), With([new AcmAddOn("fleet-metrics")], OnOpenShift("north", Edge)));
        Profile Named(string name) => new(name) { Collection = RunTime.Collection, OpenShift = RunTime.OpenShift, Rules = [] };
        Differ("BLV7015", With([Pull], OnOpenShift("north", Named("a-profile-with-a-name-too-long"))), With([Pull], OnOpenShift("north", Named("short"))));
    }

    [Test]
    public void Subscription_is_told_to_be_deprecated() => Differ(
        "BLV7016",
        With([Pull], OnOpenShift("north", RunTime)) with { Suppressions = [] },
        With([Push], OnOpenShift("north", RunTime)) with { Suppressions = [] });

    // What runs on the hub has baselines of its own.
    static Dictionary<string, string> Delivered(MonitoringTopology topology) => Compiled.Texts(Compiled.Repository(topology))
        .Where(file => !file.Key.StartsWith("hub/observability/", StringComparison.Ordinal))
        .ToDictionary();

    static void Differ(string code, MonitoringTopology wrong, MonitoringTopology right)
    {
        var told = Compiled.From(wrong).Diagnostics;
        Assert.That(told.Select(found => found.Descriptor.Code), Has.Some.EqualTo(code), () => string.Join("\n", told));
        Assert.That(Compiled.From(right).Diagnostics.Select(found => found.Descriptor.Code), Has.None.EqualTo(code));
    }

    static MapNode Read(string yaml) => (MapNode)YamlReader.Read(System.Text.Encoding.UTF8.GetBytes(yaml)).Documents[0];

    static string Text(Node node, string path) => ((ScalarNode)node.At(path)!).Text;

    // Once through each text, as fasttemplate does: an unknown variable is nothing.
    static Node Fill(Node node, IReadOnlyDictionary<string, string> variables) => node switch
    {
        MapNode map => new MapNode(map.Select(entry => new MapEntry(entry.Key, Fill(entry.Value, variables)))),
        ListNode list => new ListNode(list.Select(item => Fill(item, variables))),
        ScalarNode { Kind: ScalarKind.String, Text: var text } => ScalarNode.String(System.Text.RegularExpressions.Regex.Replace(text, @"\{\{(.*?)\}\}", match => variables.GetValueOrDefault(match.Groups[1].Value, ""))),
        _ => node,
    };

    [Test]
    public void Project_allows_the_namespace_that_an_application_names_though_it_holds_nothing()
    {
        var profile = new Profile("platform") { Collection = Collection.RemoteWrite(Spokes.Names), OpenShift = new ClusterMonitoringConfig { AcknowledgeReplace = true } };
        var topology = Spokes.Of(Platform.OpenShift("4.18"), profile) with { Delivery = [new ArgoCd("https://git.example.com/monitoring.git")] };
        var texts = Compiled.Texts(Compiled.Repository(topology));
        Assert.That(texts.Single(file => file.Key.EndsWith("/cluster.json", StringComparison.Ordinal)).Value, Does.Contain("\"namespace\": \"belvedere-metrics\""));
        Assert.That(texts["hub/bootstrap/appproject-spokes.yaml"], Does.Contain("  - name: '*'\n    namespace: belvedere-metrics\n"));
    }
}
