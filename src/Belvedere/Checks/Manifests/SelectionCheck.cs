using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Knowledge.Platforms;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>Every monitor and every rule is taken by exactly one Prometheus: by none it is silent, by two it counts twice.</summary>
sealed class SelectionCheck : Check<ManifestSet>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6042", "A monitor or rule is not taken exactly once", DiagnosticSeverity.Error)
    {
        Sources = ["selectors of the platform's Prometheus instances in each release of OpenShift"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject)
    {
        var bases = subject.Manifests.Where(manifest => manifest.Target is BaseTarget).ToLookup<Manifest, BoundBase>(manifest => ((BaseTarget)manifest.Target).Base, ReferenceEqualityComparer.Instance);
        foreach (var (manifest, platform) in BasePlatforms.Of(subject))
        {
            if (SelectingFields.Of(manifest.Object) is not { } fields)
                continue;

            var shared = ((BaseTarget)manifest.Target).Base;
            List<string> takers =
            [
                .. from instance in bases[shared]
                   where fields.Takes(instance, manifest.Object, NamespaceLabels.Of(manifest.Object.Namespace!, bases[shared]))
                   select $"{instance.Object.Kind} '{instance.Object.Name}'",
                .. PlatformTakers(platform, shared, manifest.Object, NamespaceLabels.Of(manifest.Object.Namespace!, bases[shared])),
            ];
            if (takers.Count != 1)
                yield return Finding(manifest, platform, takers);
        }
    }

    // Whether user workloads are monitored is known only where we own the ConfigMap that says so.
    static IEnumerable<string> PlatformTakers(Platform platform, BoundBase shared, KubernetesObject made, IReadOnlyDictionary<string, string> namespaceLabels)
    {
        if (made.Group != "monitoring.coreos.com")
            return [];

        var without = shared.Profile.OpenShift is BoundClusterMonitoring { UserWorkloads: false } && shared.Collector is CollectorShape.ClusterMonitoring;
        return platform.Selecting(made.Kind, made.Metadata.Labels ?? [], namespaceLabels)
            .Where(row => !(without && row.Requires == "enableUserWorkload"))
            .Select(row => $"{row.Kind} '{row.Name}' of the platform")
            .Distinct();
    }

    Diagnostic Finding(Manifest manifest, Platform platform, List<string> takers)
    {
        var made = manifest.Object;
        var what = $"The {made.Kind} '{made.Name}' in namespace '{made.Namespace}' of {manifest.Origin.Designation}";
        return Descriptor.At(
            manifest.Origin.Location,
            takers.Count == 0
                ? $"{what} is selected by no Prometheus on {platform}, so nothing comes of it. Give it the labels, or put it in the namespace, that one of them selects."
                : $"{what} is selected by {string.Join(" and by ", takers)} on {platform}, so everything of it is there {takers.Count} times. Put it in a namespace, or give it labels, that only one of them selects.")
            with { Element = manifest.Origin.Designation };
    }
}

/// <summary>The labels of namespaces, as far as they are known.</summary>
static class NamespaceLabels
{
    static readonly string[] OfPlatform = ["openshift-monitoring", "openshift-user-workload-monitoring"];

    public static IReadOnlyDictionary<string, string> Of(string name, IEnumerable<Manifest> manifests)
    {
        var made = manifests.Select(manifest => manifest.Object).OfType<Namespace>().FirstOrDefault(candidate => candidate.Name == name);
        Map<string> labels = [.. made?.Metadata.Labels ?? [], new("kubernetes.io/metadata.name", name)];
        return OfPlatform.Contains(name) ? labels.With("openshift.io/cluster-monitoring", "true") : labels;
    }
}

/// <summary>The fields by which instances select objects of a kind.</summary>
sealed record SelectingFields(string ObjectSelector, string NamespaceSelector)
{
    /// <summary>The fields for a kind that is selected; null for others.</summary>
    public static SelectingFields? Of(KubernetesObject made) => made.Group is not ("monitoring.coreos.com" or "monitoring.rhobs") || made.Namespace is null ? null : made.Kind switch
    {
        "PrometheusRule" => new("ruleSelector", "ruleNamespaceSelector"),
        "ServiceMonitor" => new("serviceMonitorSelector", "serviceMonitorNamespaceSelector"),
        "PodMonitor" => new("podMonitorSelector", "podMonitorNamespaceSelector"),
        "Probe" => new("probeSelector", "probeNamespaceSelector"),
        "ScrapeConfig" => new("scrapeConfigSelector", "scrapeConfigNamespaceSelector"),
        _ => null,
    };

    /// <summary>Whether an instance takes an object.</summary>
    public bool Takes(Manifest instance, KubernetesObject made, IReadOnlyDictionary<string, string> namespaceLabels)
    {
        if (instance.Object.Group != made.Group || instance.Tree["spec"] is not MapNode spec)
            return false;

        var (objects, namespaces) = instance.Object.Kind switch
        {
            "Prometheus" or "PrometheusAgent" => (spec[ObjectSelector], spec[NamespaceSelector]),
            "MonitoringStack" => (spec["resourceSelector"], spec["namespaceSelector"]),
            _ => (null, null),
        };
        // No selector for objects takes none, an empty one takes all; no selector for namespaces means the instance's own.
        return objects is MapNode selector
            && ManifestSelector.Matches(selector, made.Metadata.Labels ?? [])
            && (namespaces is MapNode others ? ManifestSelector.Matches(others, namespaceLabels) : instance.Object.Namespace == made.Namespace);
    }
}
