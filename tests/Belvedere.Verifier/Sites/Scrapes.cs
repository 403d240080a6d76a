using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>A port of pods that a monitor has scraped.</summary>
sealed record Scrape(Resource Monitor, PodSet Pods, PodPort Port);

/// <summary>What monitors choose, as the Prometheus operator reads them.</summary>
static class Scrapes
{
    public static IEnumerable<Resource> Monitors(Site site) => site.Resources.Where(made => made.Kind is "ServiceMonitor" or "PodMonitor" && made.Group is "monitoring.coreos.com" or "monitoring.rhobs");

    /// <summary>The ports that an endpoint of a monitor leads to.</summary>
    public static IEnumerable<Scrape> Of(Site site, Resource monitor, Node endpoint)
    {
        var port = endpoint["port"].Text ?? endpoint["targetPort"].Text ?? "";
        if (monitor.Kind == "PodMonitor")
            return from pods in site.Pods
                   where Chooses(monitor, pods.Namespace) && Selector.Fits(monitor.Spec["selector"], pods.Labels)
                   let found = pods.Port(port)
                   where found is not null
                   select new Scrape(monitor, pods, found);

        return from service in Services(site, monitor)
               let at = service.Port(port)
               where at is not null
               from pods in site.Pods
               where service.Leads(pods)
               let found = pods.Port(at.Target)
               where found is not null
               select new Scrape(monitor, pods, found);
    }

    public static IEnumerable<Node> Endpoints(Resource monitor) => monitor.Spec[monitor.Kind == "PodMonitor" ? "podMetricsEndpoints" : "endpoints"].Items;

    public static IEnumerable<ServiceView> Services(Site site, Resource monitor) => site.Services.Where(service => Chooses(monitor, service.Namespace) && Selector.Fits(monitor.Spec["selector"], service.Labels));

    static bool Chooses(Resource monitor, string @namespace) =>
        monitor.Spec.At("namespaceSelector", "any").IsTrue
        || (monitor.Spec.At("namespaceSelector", "matchNames") is { Exists: true } names ? names.Texts.Contains(@namespace) : monitor.Namespace == @namespace);
}
