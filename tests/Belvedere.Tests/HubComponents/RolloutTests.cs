using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.HubComponents;

/// <summary>In which order Argo CD changes the hub.</summary>
public class RolloutTests
{
    const string Wave = "argocd.argoproj.io/sync-wave: ";

    [Test]
    public void Zones_of_a_ring_roll_one_after_another_then_the_ring_then_the_routers()
    {
        var topology = Hubs.Of(hub => hub with { Receive = new() { Hashrings = [new("ring") { Ingestors = 6, Zones = ["a", "b", "c"] }] } }) with { Delivery = [new ArgoCd("https://git.example.com/monitoring.git")] };
        var texts = Compiled.Texts(Compiled.Repository(topology));
        Assert.Multiple(() =>
        {
            Assert.That(texts["hub/observability/statefulset-thanos-receive-ingestor-ring-a.yaml"], Does.Not.Contain(Wave));
            Assert.That(texts["hub/observability/statefulset-thanos-receive-ingestor-ring-b.yaml"], Does.Contain(Wave + "'1'"));
            Assert.That(texts["hub/observability/statefulset-thanos-receive-ingestor-ring-c.yaml"], Does.Contain(Wave + "'2'"));
            Assert.That(texts["hub/observability/configmap-thanos-receive-hashring.yaml"], Does.Contain(Wave + "'3'"));
            Assert.That(texts["hub/observability/deployment-thanos-receive-router.yaml"], Does.Contain(Wave + "'4'"));
        });
    }

    [Test]
    public void Priority_class_is_made_also_where_the_hubs_own_Prometheus_is_all_that_takes_it()
    {
        var texts = Compiled.Texts(Compiled.Repository(Hubs.Of(hub => hub with { SelfMonitoring = SelfMonitoring.Prometheus })));
        Assert.That(texts["hub/observability/prometheus-hub.yaml"], Does.Contain("priorityClassName: hubs-hub"));
        Assert.That(texts.Keys, Does.Contain("hub/observability/priorityclass-hubs-hub.yaml"));
    }
}
