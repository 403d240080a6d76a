using Belvedere.Tests.Compilation;
using Belvedere.Tests.HubComponents;

namespace Belvedere.Tests.SeveralHubs;

/// <summary>Each check of several hubs with an example that fails and one that passes, which differ in one thing.</summary>
public class SeveralHubCheckTests
{
    static IEnumerable<TestCaseData> Examples()
    {
        yield return Pair("BLV1001", Fleet(regional: eu => new("east", eu.Platform) { Querier = eu.Querier }), Fleet(regional: eu => new("west", eu.Platform) { Querier = eu.Querier }), clusters: 0);
        yield return Pair("BLV1089", Fleet(regional: eu => eu with { ClientCertificate = SecretReference.ExternalSecret("hub-eu-remote-write", "vault") }), Fleet(regional: eu => eu));
        yield return Pair("BLV1110", Cluster(new Hub("asia", Hubs.Kubernetes)), Cluster(new Hub("eu", Hubs.Kubernetes)));
        yield return Pair("BLV1110", Extra(new("asia", Hubs.Kubernetes)), Extra(TwoHubs.Eu));
        yield return Pair("BLV1017", Fleet(regional: eu => eu with { Receive = null, WriteEndpoint = null }), Fleet(regional: eu => eu with { Receive = null }));
        yield return Pair("BLV1111", Homeless(null), Homeless(TwoHubs.East));
        yield return Pair("BLV1112", Second(TwoHubs.East), Second(TwoHubs.Eu));
        yield return Pair("BLV1113", Fleet(regional: eu => eu with { WriteEndpoint = "write.east.example.com" }), Fleet(regional: eu => eu with { WriteEndpoint = "write.west.example.com" }));
        yield return Pair("BLV1113", Fleet(regional: eu => eu with { Grafana = new() { Host = "grafana.example.com" } }), Fleet(regional: eu => eu with { Grafana = new() { Host = "grafana.eu.example.com" } }));
        yield return Pair("BLV1114", Fleet(regional: eu => eu with { Storage = null }), Fleet(regional: eu => eu with { Storage = Hubs.Bucket with { Prefix = "eu" } }));
        yield return Pair("BLV1114", Fleet(regional: eu => eu with { Storage = null }), Fleet(regional: eu => eu with { Storage = null, Compactor = null }));
        yield return Pair("BLV1115", Named("fleet", "fleet"), Named("fleet", "eu"));
        yield return Pair("BLV1115", Sharing(Named("fleet", "fleet")), Sharing(Named("fleet", "eu")));
        yield return Pair("BLV1116", Fleet(regional: eu => eu) with { Clusters = Clusters.None }, Fleet(eu => eu with { Receive = null }, eu => eu with { Receive = null }) with { Clusters = Clusters.None });
        yield return Pair("BLV1117", Fleet(eu => eu, east => east with { ApiServer = "https://api.example.com:6443" }), Fleet(eu => eu with { ApiServer = "https://api.example.com:6443" }));
        yield return Pair("BLV1117", new MonitoringTopology("fleet") { RegionalHubs = [Bare] }, new MonitoringTopology("fleet") { Hub = Bare });
        yield return Pair("BLV1118", Fleet(regional: eu => eu with { Querier = new() }), Fleet(regional: eu => eu));
        yield return Pair("BLV1118", Fleet(home: east => east with { Querier = null, Ruler = null }) with { Rules = [] }, Fleet(home: east => east with { Ruler = null }) with { Rules = [] });
        yield return Pair("BLV1118", Fleet(home: east => east with { ThanosVersion = "0.41.0" }), Fleet(home: east => east with { ThanosVersion = "0.41.0", Querier = new() { Exposure = new("query.east.example.com") } }));
        yield return Pair("BLV1118", Hubs.Of(hub => hub with { Querier = new(), GlobalQuerier = new() }), Hubs.Of(hub => hub with { Querier = new() }));
        yield return Pair("BLV1119", Tenants("other"), Tenants("fleet"));
        yield return Pair("BLV1120", Exposed(new("https://query.example.com")), Exposed(new("query.example.com")));
        yield return Pair("BLV1120", Fleet(home: east => east with { Querier = new() { Exposure = new("query.example.com") { Way = WriteExposure.Route } } }), Fleet(home: east => east with { Querier = new() { Exposure = new("query.example.com") { Way = WriteExposure.LoadBalancer } } }));
        yield return Pair("BLV1120", Exposed(new("query.example.com") { Way = WriteExposure.Route with { IngressController = new("example.com") } }), Exposed(new("query.example.com") { Way = WriteExposure.Route }));
        yield return Pair("BLV1050", Fleet(regional: eu => eu with { Ruler = null }), Fleet(regional: eu => eu with { Ruler = null }) with { Rules = [] });
        yield return Pair("BLV1050", Fleet(home: east => east with { GlobalQuerier = null, Querier = null, Ruler = null }) with { Rules = [] }, Fleet(home: east => east with { GlobalQuerier = null, QueryFrontend = null, Querier = null, Ruler = null }) with { Rules = [] });
        yield return Pair("BLV1052", Labelled("hub"), Labelled("site"));
        yield return Pair("BLV7017", Called("eu-rules"), Called("eu-west"));
        yield return Pair("BLV7017", Called("observability"), Called("observatory"));
        // What is judged of a hub is judged of each.
        yield return Pair("BLV1015", Fleet(regional: eu => eu with { Receive = new() { Ingestors = 2, ReplicationFactor = 3 } }), Fleet(regional: eu => eu with { Receive = new() { Ingestors = 3, ReplicationFactor = 3 } }));
        yield return Pair("BLV6020", Resized(4), Resized(3));
        yield return Pair("BLV7011", Added(TwoHubs.Eu), Added(null));

        static TestCaseData Pair(string code, MonitoringTopology wrong, MonitoringTopology right, int? clusters = null) =>
            new TestCaseData(code, clusters is 0 ? wrong with { Clusters = Clusters.None, Rules = [] } : wrong, clusters is 0 ? right with { Clusters = Clusters.None, Rules = [] } : right).SetArgDisplayNames(code);
    }

    [TestCaseSource(nameof(Examples))]
    public void Judged(string code, MonitoringTopology wrong, MonitoringTopology right)
    {
        var found = Compiled.From(wrong).Diagnostics;
        var expected = Compiled.From(right).Diagnostics;
        Assert.That(found.Select(diagnostic => diagnostic.Descriptor.Code).Except(expected.Select(diagnostic => diagnostic.Descriptor.Code)), Is.EqualTo([code]), () => string.Join("\n", found.Concat(expected)));
        Assert.That(found.Select(diagnostic => diagnostic.Message), Is.All.EndsWith(".").And.All.Not.Contains(".."));
        Assert.That(found[0].Location.IsKnown, Is.True);
        Assert.That(expected.Select(diagnostic => diagnostic.Descriptor.Code), Has.None.EqualTo(code));
    }

    [Test]
    public void Fleet_of_two_hubs_has_no_findings() => Assert.That(Compiled.From(TwoHubs.Fleet()).Diagnostics, Is.Empty);

    [Test]
    public void Clusters_without_a_home_are_told_once_for_a_profile()
    {
        Profile standard = new("standard");
        var found = Compiled.From(Fleet() with { Clusters = [new("a", Hubs.Kubernetes, standard), new("b", Hubs.Kubernetes, standard), new("c", Hubs.Kubernetes, standard) { State = ClusterState.Decommissioned }] }).Diagnostics;
        Assert.That(found.Where(diagnostic => diagnostic.Descriptor.Code == "BLV1111").Select(diagnostic => diagnostic.Message), Has.One.StartsWith("cluster 'a' and 1 more of profile 'standard'"));
    }

    static Hub Bare => new("hub", Hubs.Kubernetes);

    static MonitoringTopology Fleet(Func<Hub, Hub>? regional = null, Func<Hub, Hub>? home = null) =>
        TwoHubs.Fleet((home ?? (hub => hub))(TwoHubs.East), (regional ?? (hub => hub))(TwoHubs.Eu));

    static MonitoringTopology With(Func<Profile, Profile> change, ManagedCluster? also = null, Func<Hub, Hub>? regional = null)
    {
        var profile = change(new("standard") { Hub = TwoHubs.East });
        return Fleet(regional) with { Clusters = [new("boston", Hubs.Kubernetes, profile), also ?? new("paris", Hubs.Kubernetes, new("european") { Hub = TwoHubs.Eu })] };
    }

    static MonitoringTopology Cluster(Hub hub) => With(profile => profile, new("rome", Hubs.Kubernetes, new("roman") { Hub = TwoHubs.Eu }) { SecondHub = TwoHubs.East, Hub = hub });

    static MonitoringTopology Extra(Hub hub) => Fleet() with { Objects = [Also.OnHub(hub, new Kubernetes.ConfigMap { Metadata = new() { Name = "extra", Namespace = "belvedere-hub" } })] };

    static MonitoringTopology Called(string name) => With(profile => profile, new(name, Hubs.Kubernetes, new("european") { Hub = TwoHubs.Eu }));

    static MonitoringTopology Resized(int ingestors) => Fleet() with
    {
        Adjustments = [Adjust.Hub<Kubernetes.StatefulSet>(TwoHubs.Eu, "thanos-receive-ingestor", set => set with { Spec = set.Spec! with { Replicas = ingestors } })],
    };

    static MonitoringTopology Homeless(Hub? hub) => With(profile => profile with { Hub = hub }, new("rome", Hubs.Kubernetes, new("roman") { Hub = TwoHubs.Eu, SecondHub = TwoHubs.East }));

    static MonitoringTopology Second(Hub hub) => With(profile => profile with { SecondHub = hub });

    static MonitoringTopology Named(string east, string eu) => Fleet(
        hub => hub with { Ruler = new() { ExternalLabels = new() { ["hub"] = eu } } },
        hub => hub with { Ruler = new() { ExternalLabels = new() { ["hub"] = east } } });

    // One bucket and no Global Querier.
    static MonitoringTopology Sharing(MonitoringTopology fleet) => fleet with
    {
        Hub = fleet.Hub! with { GlobalQuerier = null, Compactor = null },
        RegionalHubs = [.. fleet.RegionalHubs.Select(hub => hub with { Storage = null })],
    };

    static MonitoringTopology Tenants(string tenant) => Fleet(regional: eu => eu with { Receive = new() { Tenancy = Tenancy.Shared with { Tenant = tenant } } });

    static MonitoringTopology Exposed(QuerierExposure exposure) => Fleet(regional: eu => eu with { Querier = new() { Exposure = exposure } });

    static MonitoringTopology Labelled(string label) => With(profile => profile with { ExternalLabels = new() { [label] = "a" } });

    static MonitoringTopology Added(Hub? hub) =>
        With(profile => profile, new("rome", Hubs.Kubernetes, new("roman") { Hub = TwoHubs.East }) { Hub = hub }, eu => eu with { Receive = null }) with { Delivery = [new AcmAddOn("metrics")] };
}
