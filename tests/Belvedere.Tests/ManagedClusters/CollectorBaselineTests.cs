using Belvedere.Testing;
using Belvedere.Tests.Compilation;
using Belvedere.Tests.HubComponents;

namespace Belvedere.Tests.ManagedClusters;

/// <summary>What each kind of collector becomes on each release line, read by a person once and held since.</summary>
public class CollectorBaselineTests
{
    static readonly string[] Releases = ["4.14", "4.16", "4.18", "4.20", "4.22"];

    static IEnumerable<TestCaseData> Cases()
    {
        yield return Case("kubernetes-prometheus", Platform.Kubernetes("1.33"), new Profile("standard") { Collection = Collection.RemoteWrite(Spokes.Names) }, Spokes.Records);
        yield return Case("kubernetes-agent", Platform.Kubernetes("1.33"), new Profile("standard") { Collection = Collection.RemoteWrite(Spokes.Names), Collector = CollectorKind.Agent });
        // The hub takes the cluster from the certificate, so the sender's own label does not go along.
        yield return Of("kubernetes-tenant", Spokes.Of(Platform.Kubernetes("1.33"), new("standard") { Collection = Collection.RemoteWrite(Spokes.Names) }) with
        {
            Storage = Hubs.Bucket,
            Hub = new("hub", Platform.Kubernetes("1.33")) { WriteEndpoint = "write.metrics.example.com", Receive = new() { Tenancy = Tenancy.PerCluster } },
        });
        yield return Of("dedicated-prometheus-4.14", Spokes.Of(Platform.OpenShift("4.14"), new("standard") { Collection = Collection.RemoteWrite(Spokes.Names), OpenShift = new UnsupportedDedicatedPrometheus() }, [Spokes.Records]) with
        {
            Suppressions = [new("BLV1088", "Known.")],
        });
        foreach (var release in Releases)
        {
            var platform = Platform.OpenShift(release);
            yield return Case(
                $"cluster-monitoring-{release}",
                platform,
                new Profile("standard") { Collection = Collection.RemoteWrite(Spokes.Names), OpenShift = new ClusterMonitoringConfig { AcknowledgeReplace = true } },
                Spokes.Alerts);
            yield return Case(
                $"cluster-monitoring-run-time-{release}",
                platform,
                new Profile("standard") { Collection = Collection.RemoteWrite(Spokes.Names), OpenShift = new ClusterMonitoringConfig { AcknowledgeReplace = true, Identity = WriteIdentity.RunTime } });
            yield return Case($"observability-agent-{release}", platform, new Profile("standard") { Collection = Collection.RemoteWrite(Spokes.Names) });
            yield return Case(
                $"observability-stack-{release}",
                platform,
                new Profile("standard") { Collection = Collection.RemoteWrite(Spokes.Names), OpenShift = new ObservabilityOperator { UserWorkloads = true } },
                Spokes.Records);
            yield return Case($"acm-managed-{release}", platform, new Profile("standard") { Collection = Collection.RemoteWrite(Spokes.Names), OpenShift = new AcmManaged() }, Spokes.Alerts);
        }

        static TestCaseData Case(string name, Platform platform, Profile profile, params RuleSource[] rules) => Of(name, Spokes.Of(platform, profile, rules));

        static TestCaseData Of(string name, MonitoringTopology topology) => new TestCaseData(name, topology).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Cases))]
    public void Collector_is_as_its_baseline(string name, MonitoringTopology topology) =>
        Baseline.Matches(Checkout.Path("tests", "Belvedere.Tests", "Baselines", "Collectors", name), Spokes.Output(topology));

    [TestCaseSource(nameof(Cases))]
    public void Collector_builds(string name, MonitoringTopology topology) => OutputJudges.EveryKustomizationBuilds(Compiled.Repository(topology), path => path != "hub/observability");

    [TestCaseSource(nameof(Cases))]
    public void Collector_is_valid_on_its_release(string name, MonitoringTopology topology) =>
        OutputJudges.EveryObjectIsValid(Compiled.Repository(topology), topology.Clusters.First().Platform);
}
