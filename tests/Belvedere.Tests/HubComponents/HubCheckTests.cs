using Belvedere.Diagnostics;
using Belvedere.Kubernetes;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.HubComponents;

/// <summary>Each check of the hub with an example that fails and one that passes, which differ in one thing.</summary>
public class HubCheckTests
{
    static readonly AlertReceiver Team = new("team");

    static IEnumerable<TestCaseData> Examples()
    {
        yield return Pair("BLV1019", hub => Extra(hub, "--query.timeout=5m"), hub => Extra(hub, "--query.replica-label=other"));
        yield return Pair("BLV1019", hub => Extra(hub, "--no-query.auto-downsampling"), hub => Extra(hub, "--no-query.partial-response"));
        yield return Pair("BLV1019", hub => Extra(hub, "--endpoint.sd-config=x"), hub => Extra(hub, "--selector.relabel-config=x"));
        yield return Pair("BLV1042", hub => hub with { ThanosVersion = "0.36.1", Querier = new() }, hub => hub with { ThanosVersion = "0.40.1", Querier = new() });
        yield return Pair("BLV1042", hub => hub with { Compactor = new() { ExtraArguments = ["--compact.speed=9"] } }, hub => hub with { Compactor = new() { ExtraArguments = ["--compact.progress-interval=1m"] } });
        yield return Pair("BLV1043", hub => Frontend(hub) with { ThanosVersion = "0.39.0" }, hub => Frontend(hub) with { ThanosVersion = "0.39.1" });
        yield return Pair("BLV1044", hub => Rings(hub, new("rest"), new("large") { Tenants = ["fleet"] }), hub => Rings(hub, new("large") { Tenants = ["fleet"] }, new("rest")));
        yield return Pair("BLV1044", hub => Rings(hub, new Hashring("large") { Tenants = ["other"] }), hub => Rings(hub, new Hashring("large") { Tenants = ["fleet"] }));
        yield return Pair("BLV1044", hub => Rings(hub, new Hashring("large") { Tenants = ["fl*"] }), hub => Rings(hub, new Hashring("large") { Tenants = ["fl*"], TenantMatch = TenantMatch.Glob }));
        yield return Pair("BLV1044", hub => Rings(hub, new("large") { Tenants = ["a/b"] }, new("rest")), hub => Rings(hub, new("large") { Tenants = ["a-b"] }, new("rest")));
        yield return Pair("BLV1045", hub => Rings(hub, new Hashring("rest") { Ingestors = 6, ShuffleSharding = new(2) }), hub => Rings(hub, new Hashring("rest") { Ingestors = 6, ShuffleSharding = new(3) }));
        yield return Pair("BLV1045", hub => Rings(hub, new Hashring("rest") { Ingestors = 6, ShuffleSharding = new(7) }), hub => Rings(hub, new Hashring("rest") { Ingestors = 6, ShuffleSharding = new(6) }));
        yield return Pair("BLV1046", hub => Rings(hub, new Hashring("rest") { Ingestors = 6, Zones = ["a", "b"] }), hub => Rings(hub, new Hashring("rest") { Ingestors = 6, Zones = ["a", "b", "c"] }));
        yield return Pair("BLV1046", hub => Rings(hub, new Hashring("rest") { Ingestors = 7, Zones = ["a", "b", "c"] }), hub => Rings(hub, new Hashring("rest") { Ingestors = 9, Zones = ["a", "b", "c"] }));
        yield return Pair("BLV1047", hub => Ranges(hub, new("recent") { Oldest = 30.Days }, new("old") { Newest = 60.Days }), hub => Ranges(hub, new("recent") { Oldest = 30.Days }, new("old") { Newest = 29.Days }));
        yield return Pair("BLV1047", hub => Ranges(hub, new StoreRange("all") { Newest = 46.Hours }), hub => Ranges(hub, new StoreRange("all") { Newest = 44.Hours }));
        yield return Pair("BLV1047", hub => Ranges(hub, new StoreRange("all") { Oldest = 300.Days }) with { Compactor = new() }, hub => Ranges(hub, new StoreRange("all") { Oldest = 365.Days }) with { Compactor = new() });
        yield return Pair("BLV1047", hub => Ranges(hub, new("all"), new("none") { Newest = 9.Days, Oldest = 8.Days }), hub => Ranges(hub, new("all"), new("some") { Newest = 8.Days, Oldest = 9.Days }));
        yield return Pair("BLV1048", hub => hub with { Compactor = new() { Retention = new() { Raw = 39.Hours } } }, hub => hub with { Compactor = new() { Retention = new() { Raw = 40.Hours } } });
        yield return Pair("BLV1048", hub => hub with { Compactor = new() { Retention = new() { FiveMinutes = 9.Days } } }, hub => hub with { Compactor = new() { Retention = new() { FiveMinutes = BlockRetention.Forever } } });
        yield return Pair("BLV1049", hub => hub with { StoreGateway = new() { IgnoreDeletionMarksDelay = 48.Hours }, Compactor = new() }, hub => hub with { StoreGateway = new() { IgnoreDeletionMarksDelay = 47.Hours }, Compactor = new() });
        yield return Pair("BLV1049", hub => hub with { Compactor = new() { ConsistencyDelay = 48.Hours } }, hub => hub with { Compactor = new() { ConsistencyDelay = 1.Hours } });
        yield return Pair("BLV1050", hub => hub with { QueryFrontend = new() }, hub => hub with { QueryFrontend = new(), Querier = new() });
        yield return Pair("BLV1050", hub => hub with { Ruler = new() }, hub => hub with { Ruler = new(), Querier = new() });
        yield return Pair("BLV1050", Hubs.Of(hub => hub with { StoreGateway = new() }) with { Storage = null }, Hubs.Of(hub => hub with { StoreGateway = new() }));
        yield return Pair("BLV1050", Hubs.Of(hub => hub) with { Rules = [new RuleGroup("group") { Placement = Placement.Hub }] }, Hubs.Of(hub => hub) with { Rules = [new RuleGroup("group") { Placement = Placement.HubHealth }] });
        yield return Pair("BLV1051", Hubs.Of(hub => hub with { Alertmanager = new() }, Platform.OpenShift("4.18")), Hubs.Of(hub => hub with { Alertmanager = new() }, Hubs.OpenShift));
        yield return Pair("BLV1051", hub => hub with { SelfMonitoring = SelfMonitoring.UserWorkload }, hub => hub with { SelfMonitoring = SelfMonitoring.Prometheus });
        yield return Pair("BLV1051", hub => hub with { Receive = new() { Exposure = WriteExposure.Route } }, hub => hub with { Receive = new() { Exposure = WriteExposure.TlsRoute("edge", "gateways") } });
        yield return Pair("BLV1052", hub => hub with { Querier = new() { ReplicaLabels = ["cluster"] } }, hub => hub with { Querier = new() { ReplicaLabels = ["replica"] } });
        yield return Pair("BLV1052", hub => Ruler(hub) with { Ruler = new() { ExternalLabels = new() { ["cluster"] = "hub" } } }, hub => Ruler(hub) with { Ruler = new() { ExternalLabels = new() { ["hub"] = "hub" } } });
        yield return Pair("BLV1053", Chain().WithClusters(1, new("pair") { Replicas = 2 }), Chain().WithClusters(1, new("single") { Replicas = 1 }));
        yield return Pair("BLV1054", hub => hub with { Grafana = new() { Replicas = 2 } }, hub => hub with { Grafana = new() { Replicas = 2, Database = new(DatabaseType.Postgres, "db.example.com:5432", SecretReference.Existing("db")) } });
        yield return Pair("BLV1055", Hubs.Of(hub => Rings(hub, new Hashring("rest") { Ingestors = 6 }) is var ringed ? ringed with { Receive = ringed.Receive! with { Tenancy = Tenancy.PerCluster } } : hub).WithClusters(301), Hubs.Of(hub => Rings(hub, new Hashring("rest") { Ingestors = 6 }) is var ringed ? ringed with { Receive = ringed.Receive! with { Tenancy = Tenancy.PerCluster } } : hub).WithClusters(300));
        yield return Pair("BLV1056", Groups().WithClusters(1), Groups().WithClusters(1, labels: new() { ["region"] = "eu" }));
        yield return Pair("BLV1057", hub => hub with { WriteEndpoint = "write.apps.hub.example.com" }, hub => hub with { WriteEndpoint = "write.metrics.example.com" });
        yield return Pair("BLV1058", Dedicated("example.org"), Dedicated("metrics.example.com"));
        yield return Pair("BLV1059", Limited(new() { RequestSamples = 1999 }).WithClusters(1), Limited(new() { RequestSamples = 2000 }).WithClusters(1));
        yield return Pair("BLV1060", Limited(new() { HeadSeries = 1000 }).With(hub => hub with { SelfMonitoring = SelfMonitoring.Existing(new() { ["prometheus"] = "k8s" }) }), Limited(new() { HeadSeries = 1000 }).With(hub => hub with { SelfMonitoring = SelfMonitoring.Prometheus }));
        yield return Pair("BLV1061", hub => hub with { Querier = new() { Scheduling = new() { PriorityClass = "system-cluster-critical" } } }, hub => hub with { Querier = new() { Scheduling = new() { PriorityClass = "hub-critical" } } });
        yield return Pair("BLV1062", hub => hub with { Alertmanager = new() { Route = new(Team) { Match = new() { ["severity"] = "critical" } } } }, hub => hub with { Alertmanager = new() { Route = new(Team) { Routes = [new(Team) { Match = new() { ["severity"] = "critical" } }] } } });
        yield return Pair("BLV1062", hub => hub with { Alertmanager = new() { Route = new(Team) { Routes = [new(new AlertReceiver("team"))] } } }, hub => hub with { Alertmanager = new() { Route = new(Team) { Routes = [new(Team)] } } });
        yield return Pair("BLV6020", Adjusted<StatefulSet>("thanos-receive-ingestor", set => set with { Spec = set.Spec! with { Replicas = 4 } }), Adjusted<StatefulSet>("thanos-receive-ingestor", set => set with { Spec = set.Spec! with { Replicas = 3 } }));
        yield return Pair("BLV6020", Adjusted<ConfigMap>("thanos-receive-hashring", map => map with { Data = new() { ["hashrings.json"] = map.Data!["hashrings.json"].Replace(":10901", ":10902", StringComparison.Ordinal) } }), Adjusted<ConfigMap>("thanos-receive-hashring", map => map));
        yield return Pair("BLV6021", Adjusted<PodDisruptionBudget>("thanos-receive-ring-default", budget => budget with { Spec = budget.Spec! with { MaxUnavailable = 2 } }), Adjusted<PodDisruptionBudget>("thanos-receive-ring-default", budget => budget with { Spec = budget.Spec! with { MaxUnavailable = 1 } }));
        yield return Pair("BLV6022", Adjusted<Service>("thanos-receive-router", service => service with { Spec = service.Spec! with { Selector = new() { ["app"] = "other" } } }), Adjusted<Service>("thanos-receive-router", service => service));
        yield return Pair("BLV6022", Adjusted<Deployment>("thanos-receive-router", one => Mounting(one, "nothing")), Adjusted<Deployment>("thanos-receive-router", one => Mounting(one, "thanos-receive-hashring")));
        yield return Pair("BLV6024", hub => Rings(hub, new Hashring("a-ring-with-a-name-of-29-letters")), hub => Rings(hub, new Hashring("a-ring-with-a-name-of-28-l")));
    }

    [TestCaseSource(nameof(Examples))]
    public void Judged(string code, MonitoringTopology wrong, MonitoringTopology right)
    {
        var found = Compiled.From(wrong).Diagnostics;
        Assert.That(found.Select(diagnostic => diagnostic.Descriptor.Code).Distinct(), Is.EqualTo([code]), () => string.Join("\n", found));
        Assert.That(found.Select(diagnostic => diagnostic.Message), Is.All.EndsWith(".").And.All.Not.Contains(".."));
        Assert.That(found[0].Location.IsKnown, Is.True);
        Assert.That(Compiled.From(right).Diagnostics, Is.Empty);
    }

    [Test]
    public void Whole_hub_has_no_findings([Values] bool isOpenShift) =>
        Assert.That(Compiled.From(Hubs.Whole(isOpenShift ? Hubs.OpenShift : Hubs.Kubernetes)).Diagnostics, Is.Empty);

    [Test]
    public void Version_that_is_none_is_told()
    {
        var found = Compiled.From(Hubs.Of(hub => hub with { ThanosVersion = "latest", Querier = new() })).Diagnostics;
        Assert.That(found.Select(diagnostic => (diagnostic.Descriptor.Code, diagnostic.Property)), Is.EqualTo([("BLV1040", "ThanosVersion")]));
    }

    [Test]
    public void Fault_that_loses_nothing_is_a_warning()
    {
        var found = Compiled.From(Hubs.Of(hub => hub with { ThanosVersion = "0.36.1", Receive = new() { Ingestors = 2, ReplicationFactor = 2 } })).Diagnostics;
        Assert.That(found.Where(diagnostic => diagnostic.Descriptor.Code == "BLV1043").Select(diagnostic => diagnostic.Severity), Is.EqualTo([DiagnosticSeverity.Warning]), () => string.Join("\n", found));
    }

    static Hub Extra(Hub hub, string argument) => hub with { Querier = new() { ExtraArguments = [argument] } };

    static Hub Frontend(Hub hub) => hub with { Querier = new(), QueryFrontend = new() };

    static Hub Ruler(Hub hub) => hub with { Querier = new() };

    static Hub Rings(Hub hub, params Hashring[] rings) => hub with { Receive = new() { Hashrings = rings } };

    static Hub Ranges(Hub hub, params StoreRange[] ranges) => hub with { Receive = new(), StoreGateway = new() { Ranges = ranges } };

    static MonitoringTopology Chain() => Hubs.Of(hub => hub with { Receive = new(), Querier = new() { Deduplication = Deduplication.Chain } });

    static MonitoringTopology Groups() => Hubs.Of(hub => hub with { Receive = new() { Tenancy = Tenancy.PerGroup("region") } });

    static MonitoringTopology Limited(TenantLimits limits) => Hubs.Of(hub => hub with { Receive = new() { Limits = new() { Default = limits } } });

    static MonitoringTopology Dedicated(string domain) => Hubs.Of(hub => hub with { Receive = new() { Exposure = WriteExposure.Route with { IngressController = new(domain) } } }, Hubs.OpenShift);

    static MonitoringTopology Adjusted<T>(string name, Func<T, T> change) where T : KubernetesObject => Hubs.Of(hub => hub with { Receive = new() }) with { Adjustments = [Adjust.Hub(name, change)] };

    static Deployment Mounting(Deployment deployment, string map)
    {
        var pod = deployment.Spec!.Template!.Spec!;
        return deployment with { Spec = deployment.Spec with { Template = deployment.Spec.Template with { Spec = pod with { Volumes = [.. pod.Volumes!, new() { Name = "extra", ConfigMap = new() { Name = map } }] } } } };
    }

    static TestCaseData Pair(string code, Func<Hub, Hub> wrong, Func<Hub, Hub> right) => Pair(code, Hubs.Of(wrong), Hubs.Of(right));

    static TestCaseData Pair(string code, MonitoringTopology wrong, MonitoringTopology right, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) =>
        new TestCaseData(code, wrong, right).SetName(FormattableString.Invariant($"{code}_is_told_of_one_and_not_of_the_other_(line {line})"));
}
