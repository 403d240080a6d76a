using Belvedere.Emission;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;
using Belvedere.Tests.HubComponents;

namespace Belvedere.Tests.SeveralHubs;

/// <summary>Where a cluster writes to: by its profile, by itself, by the inventory.</summary>
public class HomeHubTests
{
    const string East = "https://write.east.example.com/api/v1/receive";
    const string Eu = "https://write.eu.example.com/api/v1/receive";

    static readonly Profile Standard = new("standard") { Hub = TwoHubs.East };

    static string Overlay(CompilationResult result, string cluster) => Compiled.Texts(result.Repository)[$"clusters/{Layout.Shard(cluster)}/{cluster}/kustomization.yaml"];

    // The whole list of a cluster's own, not a step that its identity adds to the base's.
    static bool WritesElsewhere(string overlay) => overlay.Contains("path: /spec/remoteWrite\n", StringComparison.Ordinal);

    static CompilationResult Of(string inventory)
    {
        using var project = new TemporaryFolder();
        project.Write("clusters.yaml", inventory);
        return Compiled.From(TwoHubs.Fleet() with { Clusters = Clusters.FromYaml("clusters.yaml", [Standard]) }, project.Root);
    }

    // Each collector has its own place for what it writes; all of them follow.
    static IEnumerable<TestCaseData> Collectors()
    {
        yield return new(Hubs.Kubernetes, new Profile("p")) { TestName = "Prometheus_writes_to_both_hubs" };
        yield return new(Hubs.Kubernetes, new Profile("p") { Collector = CollectorKind.Agent }) { TestName = "Agent_writes_to_both_hubs" };
        yield return new(Platform.OpenShift("4.18"), new Profile("p")) { TestName = "Agent_of_the_observability_operator_writes_to_both_hubs" };
        yield return new(Platform.OpenShift("4.18"), new Profile("p") { Collector = CollectorKind.Prometheus }) { TestName = "MonitoringStack_writes_to_both_hubs" };
        yield return new(Platform.OpenShift("4.18"), new Profile("p") { OpenShift = new ClusterMonitoringConfig { AcknowledgeReplace = true } }) { TestName = "Platform_Prometheus_writes_to_both_hubs" };
    }

    [TestCaseSource(nameof(Collectors))]
    public void Written(Platform platform, Profile profile)
    {
        profile = profile with { Hub = TwoHubs.East, SecondHub = TwoHubs.Eu, Collection = Collection.RemoteWrite(Ship.Metrics("up")) };
        var texts = Compiled.Texts(Compiled.Repository(TwoHubs.Fleet() with { Clusters = [new("vault", platform, profile)] }));
        var written = string.Concat(texts.Where(file => file.Key.StartsWith("base/", StringComparison.Ordinal) || file.Key.StartsWith("clusters/", StringComparison.Ordinal)).Select(file => file.Value));
        Assert.That(written, Does.Contain(East).And.Contain(Eu).And.Contain("name: hub-remote-write").And.Contain("name: hub-eu-remote-write"));
    }

    [Test]
    public void Clusters_of_the_profile_have_thin_overlays_whatever_their_hub()
    {
        Profile european = new("european") { Hub = TwoHubs.Eu };
        var result = Compiled.From(TwoHubs.Fleet() with { Clusters = [new("boston", Hubs.Kubernetes, Standard), new("paris", Hubs.Kubernetes, european)] });
        Assert.That(result.Diagnostics, Is.Empty);
        Assert.That(WritesElsewhere(Overlay(result, "paris")), Is.False);
        Assert.That(Compiled.Texts(result.Repository)["base/european/prometheus-fleet.yaml"], Does.Contain(Eu).And.Not.Contain(East));
    }

    [Test]
    public void Cluster_is_stronger_than_its_profile_and_an_override_changes_the_profile()
    {
        var result = Compiled.From(TwoHubs.Fleet() with
        {
            Clusters =
            [
                new("a", Hubs.Kubernetes, Standard) { Hub = TwoHubs.Eu },
                new("b", Hubs.Kubernetes, Standard) { Override = profile => profile with { Hub = TwoHubs.Eu } },
                new("c", Hubs.Kubernetes, Standard) { Hub = TwoHubs.East, Override = profile => profile with { Hub = TwoHubs.Eu, Retention = 1.Days } },
            ],
        });
        Assert.That(result.Diagnostics, Is.Empty);
        Assert.That(Overlay(result, "a"), Does.Contain(Eu));
        Assert.That(Overlay(result, "b"), Does.Contain(Eu));
        Assert.That(Overlay(result, "c"), Does.Contain("/spec/retention"));
        Assert.That(WritesElsewhere(Overlay(result, "c")), Is.False);
    }

    [Test]
    public void Tenant_of_one_hub_is_not_told_to_the_other()
    {
        var east = TwoHubs.East with { Receive = new() { Tenancy = Tenancy.PerCluster }, GlobalQuerier = null };
        var texts = Compiled.Texts(Compiled.Repository(TwoHubs.Fleet(east, TwoHubs.Eu) with { Clusters = [new("vault", Hubs.Kubernetes, Standard with { SecondHub = TwoHubs.Eu })] }));
        Assert.That(texts["base/standard/prometheus-fleet.yaml"].Split("action: labeldrop"), Has.Length.EqualTo(2));
    }

    [Property(MaxTest = 25)]
    public void Any_cluster_writes_to_its_hubs_and_each_hub_knows_its_clusters(int seed)
    {
        var random = new Random(seed);
        Hub[] hubs = [.. from name in (string[])["east", "eu", "asia"] select new Hub(name, Hubs.Kubernetes) { WriteEndpoint = $"write.{name}.example.com", Querier = new(), Ruler = new() }];
        Hub? Some() => random.Next(4) is var at and < 3 ? hubs[at] : null;
        Profile[] profiles = [new("a") { Hub = hubs[0] }, new("b") { Hub = hubs[1], Collector = CollectorKind.Agent }, new("c") { Hub = hubs[2], SecondHub = hubs[0] }];
        var wanted = new Dictionary<string, (Hub Home, Hub? Second)>();
        var clusters = new List<ManagedCluster>();
        for (var number = 0; number < 30; number++)
        {
            var profile = profiles[random.Next(profiles.Length)];
            var cluster = new ManagedCluster($"cluster-{number}", Hubs.Kubernetes, profile) { Hub = Some(), SecondHub = Some() };
            var (home, second) = (cluster.Hub ?? profile.Hub!, cluster.SecondHub ?? profile.SecondHub);
            if (home == second)
                continue;
            clusters.Add(cluster);
            wanted.Add(cluster.Name, (home, second));
        }

        var result = Compiled.From(new MonitoringTopology("fleet") { Hub = hubs[0], RegionalHubs = [hubs[1], hubs[2]], Clusters = [.. clusters] });
        Assert.That(result.Diagnostics, Is.Empty);
        var texts = Compiled.Texts(result.Repository);
        foreach (var cluster in clusters)
        {
            var overlay = Overlay(result, cluster.Name);
            // An overlay replaces the list of its base as a whole.
            var written = WritesElsewhere(overlay) ? overlay : string.Concat(texts.Where(file => file.Key.StartsWith($"base/{cluster.Profile.Name}/", StringComparison.Ordinal)).Select(file => file.Value));
            var (home, second) = wanted[cluster.Name];
            Assert.That(hubs.Where(hub => written.Contains($"https://{hub.WriteEndpoint}/", StringComparison.Ordinal)), Is.EquivalentTo(second is null ? [home] : new[] { home, second }), cluster.Name);
        }

        foreach (var hub in hubs)
        {
            var inventory = texts.GetValueOrDefault($"{(hub == hubs[0] ? "hub" : $"hubs/{hub.Name}")}/rules/configmap-rules-inventory.yaml", "");
            Assert.That(
                clusters.Where(cluster => inventory.Contains($"cluster: {cluster.Name}\n", StringComparison.Ordinal)).Select(cluster => cluster.Name),
                Is.EquivalentTo(wanted.Where(entry => entry.Value.Home == hub || entry.Value.Second == hub).Select(entry => entry.Key)));
        }
    }

    [Test]
    public void Inventory_names_hubs_and_their_defaults()
    {
        var result = Of("defaults: {platform: Kubernetes 1.33, profile: standard, hub: eu}\nclusters:\n- {name: paris}\n- {name: boston, hub: east}\n- {name: vault, secondHub: east}\n");
        Assert.That(result.Diagnostics, Is.Empty);
        Assert.That(Overlay(result, "paris"), Does.Contain(Eu).And.Not.Contain(East));
        Assert.That(WritesElsewhere(Overlay(result, "boston")), Is.False);
        Assert.That(Overlay(result, "vault"), Does.Contain(Eu).And.Contain(East));
    }

    [Test]
    public void Listed_cluster_has_its_hubs_in_labels()
    {
        var result = Of("""
            apiVersion: cluster.open-cluster-management.io/v1
            kind: ManagedCluster
            metadata: {name: paris, labels: {belvedere.dev/profile: standard, belvedere.dev/hub: eu, belvedere.dev/second-hub: east}}
            status: {clusterClaims: [{name: kubeversion.open-cluster-management.io, value: v1.33.1}]}
            """);
        Assert.That(result.Diagnostics.Select(found => found.Descriptor.Code), Is.Empty);
        Assert.That(Overlay(result, "paris"), Does.Contain(Eu).And.Contain(East));
    }

    [TestCase("hub: ue", 29, "Did you mean 'eu'?")]
    [TestCase("secondHub: aest", 35, "Did you mean 'east'?")]
    [TestCase("hub: 7", 29, "must be text")]
    public void Wrong_hub_of_an_inventory_is_told_at_its_place(string entry, int column, string says)
    {
        var result = Of($"defaults: {{platform: Kubernetes 1.33, profile: standard}}\nclusters:\n- {{name: paris,        {entry}}}\n");
        var found = result.Diagnostics.First(diagnostic => diagnostic.Location.File.EndsWith("clusters.yaml", StringComparison.Ordinal));
        Assert.That(found.Message, Does.Contain(says));
        Assert.That((found.Location.Line, found.Location.Column), Is.EqualTo((3, column)), found.ToString());
    }
}
