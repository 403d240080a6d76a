using Belvedere.Verifier.Reading;
using Belvedere.Verifier.Sites;

namespace Belvedere.Verifier.Judgements;

/// <summary>Exactly one instance takes each monitor, scrape configuration and rule: none is silence, two are everything twice.</summary>
sealed class Selection : SiteJudgement
{
    const string Core = "monitoring.coreos.com", Rhobs = "monitoring.rhobs";

    static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["ServiceMonitor"] = "serviceMonitor", ["PodMonitor"] = "podMonitor", ["Probe"] = "probe", ["ScrapeConfig"] = "scrapeConfig", ["PrometheusRule"] = "rule",
    };

    protected override IEnumerable<(string Subject, string Problem)> Judge(Site site)
    {
        foreach (var made in site.Resources.Where(made => made.Group is Core or Rhobs && Fields.ContainsKey(made.Kind) && made.Namespace != "open-cluster-management-observability"))
        {
            var instances = site.Resources.Where(instance => instance.Group == made.Group && instance.Kind is "Prometheus" or "PrometheusAgent" or "MonitoringStack").ToList();
            var taking = instances.Where(instance => Takes(site, instance, made)).Select(instance => instance.ToString()).ToList();
            if (made.Group == Core && site.Platform.IsOpenShift)
                taking.AddRange(OfPlatform(site, made));
            // An instance that is not of this repository takes what is made for it; on OpenShift in namespaces that the platform leaves alone.
            if (instances.Count == 0 && taking.Count == 0 && made.Group == Core && (!site.Platform.IsOpenShift || site.NamespaceLabels(made.Namespace).GetValueOrDefault("openshift.io/user-monitoring") == "false"))
                continue;

            if (taking.Count != 1)
                yield return (made.ToString(), taking.Count == 0 ? "no instance takes it." : $"{string.Join(" and ", taking)} take it.");
        }
    }

    internal static bool Takes(Site site, Resource instance, Resource made)
    {
        if (instance.Group != made.Group || instance.Kind == "PrometheusAgent" && made.Kind == "PrometheusRule")
            return false;
        if (instance.Kind == "MonitoringStack")
            return instance.Spec["resourceSelector"].Exists && Selector.Fits(instance.Spec["resourceSelector"], made.Labels) && InNamespace(site, instance, instance.Spec["namespaceSelector"], made);

        var field = Fields[made.Kind];
        var selector = instance.Spec[$"{field}Selector"];
        return selector.Exists && Selector.Fits(selector, made.Labels) && InNamespace(site, instance, instance.Spec[$"{field}NamespaceSelector"], made);
    }

    // No selector is the instance's own namespace, an empty one is all.
    static bool InNamespace(Site site, Resource instance, Node selector, Resource made) =>
        selector.Exists ? Selector.Fits(selector, site.NamespaceLabels(made.Namespace)) : instance.Namespace == made.Namespace;

    // The platform's instances are there whatever is emitted: one for its own namespaces, one for those of users.
    internal static IEnumerable<string> OfPlatform(Site site, Resource made)
    {
        var labels = site.NamespaceLabels(made.Namespace);
        if (made.Kind == "ScrapeConfig")
            yield break;
        if (labels.GetValueOrDefault("openshift.io/cluster-monitoring") == "true")
            yield return "the platform's Prometheus";
        else if (labels.GetValueOrDefault("openshift.io/user-monitoring") != "false" && !(site.Platform.Minor >= 16 && made.Labels.GetValueOrDefault("openshift.io/user-monitoring") == "false"))
            yield return "the monitoring of user workloads";
    }
}
