using Belvedere.Kubernetes;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>
/// What makes a collector scrape itself: how far its queue is behind is known to it alone, and the alerts of the write path read
/// that.
/// </summary>
static class CollectorMonitorLowering
{
    const string Port = "web";

    public static IEnumerable<KubernetesObject> Lower(Collector collector, string program)
    {
        yield return Service(collector, program);
        yield return new ServiceMonitor { Metadata = Monitored(collector, program), Spec = Spec(collector, program) };
    }

    /// <summary>The Service of the collector's own endpoint.</summary>
    public static Service Service(Collector collector, string program) => new()
    {
        Metadata = collector.Metadata(program),
        Spec = new()
        {
            Selector = new() { ["app.kubernetes.io/name"] = program, ["operator.prometheus.io/name"] = collector.Name },
            Ports = [new() { Name = Port, Port = 9090, TargetPort = Port }],
        },
    };

    /// <summary>How it is scraped.</summary>
    public static ServiceMonitorSpec Spec(Collector collector, string program) => new()
    {
        Selector = new() { MatchLabels = new() { ["app.kubernetes.io/component"] = "collector", ["app.kubernetes.io/name"] = program, ["app.kubernetes.io/part-of"] = collector.Name } },
        Endpoints = [new() { Port = Port }],
    };

    // The collector scrapes its own monitor by the labels that it asks of any other.
    static ObjectMeta Monitored(Collector collector, string program)
    {
        var metadata = collector.Metadata(program);
        return metadata with { Labels = [.. metadata.Labels!.Where(label => !collector.Profile.MonitorLabels.ContainsKey(label.Key)), .. collector.Profile.MonitorLabels] };
    }
}
