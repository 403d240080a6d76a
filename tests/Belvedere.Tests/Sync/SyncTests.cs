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

    static MonitoringTopology Zones(int ingestors = 6) => Fleet().With(hub => hub with { Receive = new() { Hashrings = [new("rest") { Zones = ["a", "b", "c"], Ingestors = ingestors }] } });

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

    static MonitoringTopology Scaled(int ingestors) => Fleet().With(hub => hub with { Receive = new() { Ingestors = ingestors } });

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

    static SimulatedFleet Of(bool isBackwards)
    {
        HashSet<string> outside =
        [
            .. from name in (string[])["argocd", "openshift-monitoring", "openshift-user-workload-monitoring", "gateways"] select KubernetesObjects.Id("", "Namespace", null, name),
            .. from name in HubSecrets select KubernetesObjects.Id("", "Secret", "belvedere-hub", name),
            KubernetesObjects.Id("", "Secret", "belvedere-metrics", "hub-remote-write"),
        ];
        HashSet<string> served = ["argoproj.io", "monitoring.coreos.com", "monitoring.openshift.io", "operators.coreos.com", "route.openshift.io", "cert-manager.io", "external-secrets.io", "gateway.networking.k8s.io"];
        return new(
            new("hub", new HashSet<string>([.. served, "monitoring.rhobs"]), outside),
            name => new(name, served, outside),
            isBackwards);
    }
}
