using Belvedere.Testing;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.HubComponents;

/// <summary>One component at a time on both platforms, as it is written; judged by the schemas of its projects and by Kustomize.</summary>
public class HubOutputTests
{
    static readonly (string Name, Func<Hub, Hub> With)[] Components =
    [
        ("Receive", hub => hub with { Receive = new() }),
        ("ReceiveCombined", hub => hub with { Receive = new() { Mode = ReceiveMode.Combined } }),
        ("ReceiveRings", hub => hub with
        {
            Receive = new()
            {
                Hashrings =
                [
                    new("large") { Tenants = ["north", "south"], Ingestors = 6, Zones = ["a", "b", "c"], Retention = 1.Days },
                    new("rest") { ShuffleSharding = new(3) { Overrides = [new(4, ["fleet"])] }, Ingestors = 5 },
                ],
                Limits = new() { Default = new() { RequestSamples = 10_000, HeadSeries = 5_000_000 }, Tenants = new Dictionary<string, TenantLimits> { ["north"] = new() { RequestSize = 5.MiB } } },
            },
        }),
        ("ReceiveRetiring", hub => hub with { Receive = new() { Ingestors = 5, Retiring = 1 } }),
        ("ReceivePerGroup", hub => hub with { Receive = new() { Tenancy = Tenancy.PerGroup("region") } }),
        ("ReceivePerCluster", hub => hub with { Receive = new() { Tenancy = Tenancy.PerCluster } }),
        ("StoreGateway", hub => hub with { StoreGateway = new() }),
        ("StoreGatewayParts", hub =>
        {
            Memcached shared = new("store");
            return hub with
            {
                StoreGateway = new()
                {
                    Replicas = 2,
                    Ranges = [new("recent") { Oldest = 30.Days, Shards = 2 }, new("old") { Newest = 29.Days }],
                    IndexCache = Cache.Memcached(shared),
                    BucketCache = Cache.Memcached(shared),
                },
            };
        }),
        ("Querier", hub => hub with { Querier = new() }),
        ("QueryFrontend", hub => hub with { Querier = new(), QueryFrontend = new() }),
        ("Compactor", hub => hub with { Compactor = new() }),
        ("CompactorShards", hub => hub with { Receive = new(), Compactor = new() { Shards = 2 } }),
        ("Ruler", hub => hub with { Querier = new(), Ruler = new() { ExternalLabels = new() { ["hub"] = "hub" } } }),
        ("Alertmanager", hub => hub with
        {
            Alertmanager = new()
            {
                Route = new(new("team") { Notifications = [new SlackNotification { Url = new(SecretReference.ExternalSecret("team-slack", "vault"), "url"), Channel = "#alerts" }] }) { GroupBy = ["alertname", "cluster"] },
                DeadMansSwitch = new(SecretReference.Existing("dead-mans-switch")),
                Inhibitions = [new() { Source = new() { ["alertname"] = "HubDown" }, Target = new() { ["alertname"] = "ClusterSilent" } }],
                Exposure = new("alerts.example.com") { ServerCertificate = CertificateSource.Issued(CertificateIssuer.OwnAuthority) },
            },
        }),
        ("Grafana", hub => hub with { Querier = new(), Grafana = new() { Host = "grafana.example.com", Settings = new() { ["auth.anonymous.enabled"] = "true" } } }),
    ];

    static readonly (string Name, ObjectStorage Storage)[] Storages =
    [
        ("S3Identities", Hubs.Bucket with
        {
            Encryption = S3Encryption.ManagedKey("key-1"),
            Http = new() { Authority = new(SecretReference.Existing("storage-ca"), "ca.crt") },
            Identities = new()
            {
                Compactor = new() { Credentials = SecretReference.Existing("compactor-storage") },
                Reader = new() { ServiceAccountAnnotations = new() { ["eks.amazonaws.com/role-arn"] = "arn:aws:iam::123456789012:role/reader" } },
            },
        }),
        ("BucketClaim", ObjectStorage.BucketClaim("metrics", "openshift-storage.noobaa.io")),
        ("Gcs", ObjectStorage.Gcs("metrics") with { Credentials = new(SecretReference.Existing("gcs"), "account.json") }),
        ("Azure", ObjectStorage.Azure("account", "metrics") with { AccountKey = new(SecretReference.Existing("azure"), "key") }),
        ("FileSystem", ObjectStorage.FileSystem("blocks")),
    ];

    static readonly (string Name, WriteExposure Exposure, Platform Platform)[] Exposures =
    [
        ("RouteDedicated", WriteExposure.Route with { IngressController = new("metrics.example.com") }, Hubs.OpenShift),
        ("TlsRoute", WriteExposure.TlsRoute("edge", "gateways"), Hubs.Kubernetes),
        ("Internal", WriteExposure.Internal, Hubs.Kubernetes),
    ];

    static readonly (string Name, SelfMonitoring By, Platform Platform)[] Observers =
    [
        ("Prometheus", SelfMonitoring.Prometheus with { Replicas = 1, Retention = 1.Days }, Hubs.OpenShift),
        ("UserWorkload", SelfMonitoring.UserWorkload, Hubs.OpenShift),
        ("Existing", SelfMonitoring.Existing(new() { ["release"] = "monitoring" }), Hubs.Kubernetes),
    ];

    static IEnumerable<TestCaseData> Cases()
    {
        foreach (var (name, by, platform) in Observers)
            yield return new TestCaseData($"SelfMonitoring.{name}", Hubs.Of(hub => hub with { StoreGateway = new(), Alertmanager = new(), SelfMonitoring = by }, platform)).SetName($"Observed_by_{name}");
        foreach (var (name, with) in Components)
            foreach (var (platform, label) in new[] { (Hubs.Kubernetes, "Kubernetes"), (Hubs.OpenShift, "OpenShift") })
                yield return new TestCaseData($"{name}.{label}", Judged(Hubs.Of(with, platform), name)).SetName($"{name}_on_{label}");
        foreach (var (name, storage) in Storages)
            yield return new TestCaseData($"Storage.{name}", Hubs.Of(hub => hub with { Receive = new(), StoreGateway = new(), Compactor = new() }) with { Storage = storage }).SetName($"Storage_{name}");
        foreach (var (name, exposure, platform) in Exposures)
            yield return new TestCaseData($"Exposure.{name}", Hubs.Of(hub => hub with { Receive = new() { Exposure = exposure, ServerCertificate = CertificateSource.Issued(CertificateIssuer.ClusterIssuer("company")) } }, platform)).SetName($"Exposure_{name}");
    }

    [TestCaseSource(nameof(Cases))]
    public void Is_the_baseline(string name, MonitoringTopology topology) =>
        Baseline.Matches(Checkout.Path("tests", "Belvedere.Tests", "Baselines", "Hub", name), Compiled.Texts(Compiled.Repository(topology)));

    [Test]
    public void Every_object_is_valid()
    {
        foreach (var one in Cases())
            OutputJudges.EveryObjectIsValid(Compiled.Repository((MonitoringTopology)one.Arguments[1]!), platform: null, "objectbucket.io/v1alpha1", "operator.openshift.io/v1");
    }

    [Test]
    public void Every_kustomization_of_a_whole_hub_builds([Values] bool isOpenShift) =>
        OutputJudges.EveryKustomizationBuilds(Compiled.Repository(Hubs.Whole(isOpenShift ? Hubs.OpenShift : Hubs.Kubernetes)));

    // On OpenShift the platform's own monitoring counts no series, so that hub observes itself.
    static MonitoringTopology Judged(MonitoringTopology topology, string name) =>
        name == "ReceiveRings" ? topology.With(hub => hub with { SelfMonitoring = SelfMonitoring.Prometheus }) : topology;
}
