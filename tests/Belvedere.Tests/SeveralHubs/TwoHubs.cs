using Belvedere.Tests.HubComponents;

namespace Belvedere.Tests.SeveralHubs;

/// <summary>A fleet of two hubs: one on Kubernetes that delivers and shows everything, a regional one on OpenShift.</summary>
static class TwoHubs
{
    /// <summary>The hub that deliveries run on.</summary>
    public static Hub East => new("east", Hubs.Kubernetes)
    {
        WriteEndpoint = "write.east.example.com",
        Receive = new() { ServerCertificate = CertificateSource.Issued(CertificateIssuer.ClusterIssuer("fleet")) },
        StoreGateway = new(),
        Querier = new(),
        GlobalQuerier = new() { ClientCertificate = CertificateSource.Issued(CertificateIssuer.ClusterIssuer("fleet")) },
        QueryFrontend = new(),
        Compactor = new(),
        Ruler = new(),
        Grafana = new() { Host = "grafana.example.com" },
    };

    /// <summary>The other.</summary>
    public static Hub Eu => new("eu", Hubs.OpenShift)
    {
        WriteEndpoint = "write.eu.example.com",
        ClientCertificate = SecretReference.Existing("hub-eu-remote-write"),
        Storage = ObjectStorage.S3("metrics-eu", "s3.eu.example.com", SecretReference.Existing("object-storage")),
        Receive = new() { ServerCertificate = CertificateSource.Issued(CertificateIssuer.ClusterIssuer("fleet")) },
        StoreGateway = new(),
        Querier = new() { Exposure = new("query.eu.example.com") { ServerCertificate = CertificateSource.Issued(CertificateIssuer.ClusterIssuer("fleet")) } },
        Compactor = new(),
        Ruler = new(),
    };

    /// <summary>Three clusters: one of each hub, and one that writes to both.</summary>
    public static MonitoringTopology Fleet() => Fleet(East, Eu);

    /// <summary>The same with other hubs.</summary>
    public static MonitoringTopology Fleet(Hub east, Hub eu)
    {
        Profile standard = new("standard") { Hub = east, Collection = Collection.RemoteWrite(Ship.Metrics("belvedere:*", "up")) };
        return new("fleet")
        {
            Storage = Hubs.Bucket,
            Hub = east,
            RegionalHubs = [eu],
            Clusters =
            [
                new("boston", Hubs.Kubernetes, standard),
                new("paris", Hubs.Kubernetes, standard) { Hub = eu },
                new("vault", Hubs.Kubernetes, standard) { SecondHub = eu },
            ],
            Rules = [new RuleGroup("team") { Placement = Placement.Hub, Rules = [new RecordingRule("fleet:clusters:count", "count(belvedere:cluster_info)")] }],
            Delivery = [new ArgoCd("https://git.example.com/monitoring.git")],
        };
    }
}
