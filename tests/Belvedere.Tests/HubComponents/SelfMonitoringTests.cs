using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.HubComponents;

/// <summary>What observes the hub is one, whatever else is on the cluster.</summary>
public class SelfMonitoringTests
{
    [Test]
    public void User_workload_monitoring_leaves_the_hub_alone_where_another_Prometheus_observes_it([Values] bool isAnother)
    {
        var topology = Hubs.Of(hub => hub with { Querier = new(), SelfMonitoring = isAnother ? SelfMonitoring.Existing(new() { ["release"] = "stack" }) : SelfMonitoring.UserWorkload }, Hubs.OpenShift);
        Assert.That(Compiled.Texts(Compiled.Repository(topology))["hub/observability/namespace-belvedere-hub.yaml"].Contains("openshift.io/user-monitoring: 'false'", StringComparison.Ordinal), Is.EqualTo(isAnother));
    }
}
