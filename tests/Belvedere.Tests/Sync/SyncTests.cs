using Belvedere.Tests.Compilation;
using Belvedere.Tests.HubComponents;

namespace Belvedere.Tests.Sync;

/// <summary>
/// Whatever changes, Argo CD brings it about object by object: after each one the hub still takes samples, and nothing comes
/// before what it needs or goes while it is needed.
/// </summary>
public class SyncTests
{
    // Made by hand or by others, as the model says.
    static readonly string[] HubSecrets = ["object-storage", "receive-server-tls", "team-webhook", "grafana-admin", "hub-remote-write"];

    static readonly HashSet<string> Served =
        ["argoproj.io", "monitoring.coreos.com", "monitoring.openshift.io", "operators.coreos.com", "route.openshift.io", "cert-manager.io", "external-secrets.io", "gateway.networking.k8s.io"];

    static readonly HashSet<string> Outside =
    [
        .. from name in (string[])["argocd", "openshift-monitoring", "openshift-user-workload-monitoring", "gateways"] select KubernetesObjects.Id("", "Namespace", null, name),
        .. from name in HubSecrets select KubernetesObjects.Id("", "Secret", "belvedere-hub", name),
        KubernetesObjects.Id("", "Secret", "belvedere-metrics", "hub-remote-write"),
    ];

    static readonly Profile Standard = new("standard") { Collection = Collection.RemoteWrite(), Volume = 20.GiB };
    static readonly Profile Agent = new("edge") { Collection = Collection.RemoteWrite(), Collector = CollectorKind.Agent, Rules = [] };
    static readonly Profile Federated = new("service") { Collection = Collection.RemoteWrite(Ship.Metrics("up", "belvedere:*")), OpenShift = new ObservabilityOperator { UserWorkloads = true } };

    static MonitoringTopology Fleet(Platform? platform = null) => Hubs.Whole(platform) with
    {
        Clusters =
        [
            new("north", Hubs.Kubernetes, Standard),
            new("south", Hubs.Kubernetes, Agent),
            new("west", Platform.OpenShift("4.18"), Federated),
        ],
        Rules = [.. BuiltIn.FleetRules, .. BuiltIn.FleetAlerts, .. BuiltIn.HubAlerts],
        Dashboards = [.. BuiltIn.FleetDashboards, .. BuiltIn.HubDashboards],
        Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
    };

    static MonitoringTopology Zones(int ingestors = 6, int retiring = 0) =>
        Fleet().With(hub => hub with { Receive = new() { Hashrings = [new("rest") { Zones = ["a", "b", "c"], Ingestors = ingestors, Retiring = retiring }] } });

    static readonly object[] Orders = [false, true];

    [Test]
    public void Installation_brings_everything_in_an_order_that_works([Values] bool isOpenShift, [ValueSource(nameof(Orders))] bool isBackwards) =>
        NothingGoesWrong(isBackwards, Fleet(isOpenShift ? Hubs.OpenShift : Hubs.Kubernetes));

    [Test]
    public void Ingestors_are_added_before_the_ring_names_them([ValueSource(nameof(Orders))] bool isBackwards) =>
        NothingGoesWrong(isBackwards, Scaled(6), Scaled(8), Scaled(12));

    [Test]
    public void Ingestors_that_go_at_once_are_missed_by_the_ring() =>
        Assert.That(Problems(isBackwards: false, Scaled(4), Scaled(3)), Has.Some.Contains("thanos-receive-ingestor-3, which is not there"));

    [Test]
    public void Ingestors_retire_before_they_go([ValueSource(nameof(Orders))] bool isBackwards) => NothingGoesWrong(isBackwards, Scaled(3), Scaled(4), Scaled(3, retiring: 1), Scaled(3));

    [Test]
    public void Ingestors_of_zones_retire_before_they_go([ValueSource(nameof(Orders))] bool isBackwards) => NothingGoesWrong(isBackwards, Zones(), Zones(9), Zones(6, retiring: 3), Zones(6));

    [Test]
    public void Combined_ingestors_keep_the_quorum_when_one_comes()
    {
        // Each of them reads the ring as it starts, so that the ring cannot wait for them: for a while it names one that is not there.
        Assert.That(Later(Combined(4), Combined(5)), Has.None.Contains("quorum"));
        Assert.That(Later(Combined(4), Combined(6)), Has.Some.Contains("quorum"));
    }

    [Test]
    public void Upgrade_of_Thanos_keeps_the_quorum([Values] bool hasZones, [ValueSource(nameof(Orders))] bool isBackwards)
    {
        var before = hasZones ? Zones() : Fleet();
        NothingGoesWrong(isBackwards, before.With(hub => hub with { ThanosVersion = "0.41.0" }), before);
    }

    [Test]
    public void Cluster_that_is_removed_keeps_what_it_has()
    {
        var fleet = Of(isBackwards: false);
        fleet.Commit(Fleet());
        var had = fleet.Cluster("north").Live.Count;
        fleet.Commit(Fleet() with { Clusters = [.. Fleet().Clusters.Where(cluster => cluster.Name != "north")] });
        Assert.That(fleet.Problems, Is.Empty);
        Assert.That(fleet.Cluster("north").Live, Has.Count.EqualTo(had));
    }

    [Test]
    public void Cluster_that_is_added_gets_everything([ValueSource(nameof(Orders))] bool isBackwards) =>
        NothingGoesWrong(isBackwards, Fleet(), Fleet() with { Clusters = [.. Fleet().Clusters, new("east", Hubs.Kubernetes, Standard)] });

    [Test]
    public void Cluster_changes_its_profile_and_back([ValueSource(nameof(Orders))] bool isBackwards) =>
        NothingGoesWrong(isBackwards, Fleet(), Fleet() with { Clusters = [.. Fleet().Clusters.Select(cluster => cluster.Name == "north" ? cluster with { Profile = Agent } : cluster)] }, Fleet());

    [Test]
    public void Write_path_is_exposed_another_way([ValueSource(nameof(Orders))] bool isBackwards)
    {
        MonitoringTopology Exposed(WriteExposure exposure) => Fleet().With(hub => hub with { Receive = hub.Receive! with { Exposure = exposure } });
        NothingGoesWrong(isBackwards, Exposed(WriteExposure.LoadBalancer), Exposed(WriteExposure.TlsRoute("edge", "gateways")), Exposed(WriteExposure.Internal), Exposed(WriteExposure.LoadBalancer));
    }

    [Test]
    public void Disk_that_grows_is_refused_by_the_API_server() => Assert.That(
        Problems(isBackwards: false, Fleet(), Fleet().With(hub => hub with { Compactor = new() { Volume = 500.GiB } })),
        Has.Some.Contains("'volumeClaimTemplates', which cannot be changed"));

    [Test]
    public void Add_on_comes_to_a_cluster_without_any_order([Values] bool isAgent)
    {
        // Nothing is told to the work agent of what comes first; it tries until all is taken.
        var profile = new Profile("edge") { Collection = Collection.RemoteWrite(Ship.Metrics("up")), Collector = isAgent ? CollectorKind.Agent : null, Rules = isAgent ? [] : null };
        var output = new Rendered(Compiled.Repository(Fleet(Hubs.OpenShift) with
        {
            Clusters = [new("north", Platform.OpenShift("4.18"), profile), new("south", Hubs.Kubernetes, profile)],
            Delivery = [new AcmAddOn("metrics")],
        }));
        foreach (var template in output.Objects("hub/acm").Where(made => made.Kind() == "AddOnTemplate"))
        {
            var cluster = Managed(template.Name());
            cluster.Converge([.. template["spec"]!["agentSpec"]!["workload"]!["manifests"]!.AsArray().Select(made => made!.AsObject())]);
            Assert.That(cluster.Problems, Is.Empty);
            Assert.That(cluster.Live, Is.Not.Empty);
        }
    }

    [Test]
    public void Subscription_comes_to_a_cluster_without_any_order()
    {
        var output = new Rendered(Compiled.Repository(Fleet() with
        {
            Clusters = [new("north", Platform.OpenShift("4.18"), new("central") { OpenShift = new ClusterMonitoringConfig { AcknowledgeReplace = true, Identity = WriteIdentity.RunTime }, Rules = [] })],
            Delivery = [new AcmSubscription("https://git.example.com/monitoring.git")],
            Suppressions = [new("BLV7016", "Known.")],
        }));
        var cluster = Managed("north");
        cluster.Converge(output.Objects(output.Folders.Single(folder => folder.StartsWith("base/", StringComparison.Ordinal))));
        Assert.That(cluster.Problems, Is.Empty);
        Assert.That(cluster.Live, Is.Not.Empty);
    }

    static MonitoringTopology Scaled(int ingestors, int retiring = 0) => Fleet().With(hub => hub with { Receive = new() { Ingestors = ingestors, Retiring = retiring } });

    static MonitoringTopology Combined(int ingestors) => Fleet().With(hub => hub with { Receive = new() { Mode = ReceiveMode.Combined, Ingestors = ingestors } });

    static void NothingGoesWrong(bool isBackwards, params MonitoringTopology[] commits)
    {
        var problems = Problems(isBackwards, commits);
        Assert.That(problems, Is.Empty, () => string.Join("\n", problems.Distinct().Take(40)));
    }

    static IReadOnlyList<string> Problems(bool isBackwards, params MonitoringTopology[] commits)
    {
        var fleet = Of(isBackwards);
        foreach (var topology in commits)
            fleet.Commit(topology);
        return fleet.Problems;
    }

    // Of the second commit alone: before the first there is no hub that could take samples.
    static IEnumerable<string> Later(MonitoringTopology first, MonitoringTopology second)
    {
        var fleet = Of(isBackwards: false);
        fleet.Commit(first);
        var known = fleet.Problems.Count;
        fleet.Commit(second);
        return fleet.Problems.Skip(known);
    }

    static SimulatedFleet Of(bool isBackwards) => new(new("hub", new HashSet<string>([.. Served, "monitoring.rhobs"]), Outside), Managed, isBackwards);

    static SimulatedCluster Managed(string name) => new(name, Served, Outside);
}
