namespace Belvedere.Tests.HubComponents;

/// <summary>Hubs that several tests compile, without clusters unless a test is about them.</summary>
static class Hubs
{
    /// <summary>Kubernetes, where the Prometheus operator is installed.</summary>
    public static readonly Platform Kubernetes = Platform.Kubernetes("1.33");

    /// <summary>OpenShift with the Cluster Observability Operator.</summary>
    public static readonly Platform OpenShift = Platform.OpenShift("4.18") with { ObservabilityOperator = new(1, 3) };

    /// <summary>A bucket.</summary>
    public static S3ObjectStorage Bucket => ObjectStorage.S3("metrics", "s3.example.com", SecretReference.Existing("object-storage"));

    /// <summary>A hub on a platform with what a test gives it.</summary>
    public static MonitoringTopology Of(Func<Hub, Hub> with, Platform? platform = null) => new("hubs")
    {
        Storage = Bucket,
        Hub = with(new("hub", platform ?? Kubernetes) { WriteEndpoint = "write.metrics.example.com" }),
    };

    /// <summary>A hub with every component.</summary>
    public static MonitoringTopology Whole(Platform? platform = null) => Of(
        hub => hub with
        {
            Receive = new() { Ingestors = 6 },
            StoreGateway = new() { Shards = 2 },
            Querier = new(),
            QueryFrontend = new(),
            Compactor = new(),
            Ruler = new(),
            Alertmanager = new() { Route = new(new AlertReceiver("team") { Notifications = [new WebhookNotification { Url = new(SecretReference.Existing("team-webhook"), "url") }] }) },
            Grafana = new(),
        },
        platform);

    /// <summary>The topology with a changed hub.</summary>
    public static MonitoringTopology With(this MonitoringTopology topology, Func<Hub, Hub> change) => topology with { Hub = change(topology.Hub!) };

    /// <summary>The topology with clusters of one profile.</summary>
    public static MonitoringTopology WithClusters(this MonitoringTopology topology, int count, Profile? profile = null, LabelSet? labels = null)
    {
        var shared = profile ?? new Profile("standard");
        return topology with
        {
            Clusters = Clusters.Create([.. Enumerable.Range(0, count).Select(number => new ManagedCluster($"cluster-{number:D4}", Kubernetes, shared) { ExternalLabels = labels ?? LabelSet.Empty })]),
        };
    }
}
