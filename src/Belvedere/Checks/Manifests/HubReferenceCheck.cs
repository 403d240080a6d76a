using Belvedere.Diagnostics;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>
/// What objects of the hub refer to is there: service accounts, ConfigMaps, the pods of a selector, ports by name, Services.
/// Secrets are left out, because only the cluster knows them.
/// </summary>
sealed class HubReferenceCheck : Check<ManifestSet>
{
    // Labels that operators and the cluster give to pods that nobody here makes.
    static readonly string[] Foreign = ["statefulset.kubernetes.io/pod-name", "alertmanager", "operator.prometheus.io/name", "operated-alertmanager"];

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6022", "An object refers to what is not there", DiagnosticSeverity.Error);

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject) =>
        from objects in HubObjects.Of(subject)
        from manifest in objects.Judged
        from problem in Problems(manifest.Object, objects)
        select Descriptor.At(manifest.Origin.Location, $"The {manifest.Object.Kind} '{manifest.Object.Name}' of {manifest.Origin.Designation} refers to {problem}, which is not there. Correct the adjustment, or keep what it refers to.")
            with { Element = manifest.Origin.Designation };

    static IEnumerable<string> Problems(KubernetesObject made, HubObjects objects) => made switch
    {
        StatefulSet set => [.. OfPods(set.Namespace, set.Spec?.Template, objects), .. GoverningService(set, objects)],
        Deployment deployment => OfPods(deployment.Namespace, deployment.Spec?.Template, objects),
        Service service => OfService(service, objects),
        PodDisruptionBudget budget => OfSelector(budget.Namespace, budget.Spec?.Selector?.MatchLabels, objects),
        NetworkPolicy policy => OfSelector(policy.Namespace, policy.Spec?.PodSelector?.MatchLabels, objects),
        ServiceMonitor monitor => OfMonitor(monitor.Namespace, monitor.Spec, objects),
        Kubernetes.Rhobs.ServiceMonitor monitor => OfMonitor(monitor.Namespace, monitor.Spec, objects),
        Route route => OfBackend(route.Namespace, route.Spec?.To?.Name, route.Spec?.Port?.TargetPort?.ToString(), objects),
        _ => [],
    };

    static IEnumerable<string> OfPods(string? @namespace, PodTemplateSpec? template, HubObjects objects)
    {
        if (template?.Spec is not { } spec)
            yield break;

        if (spec.ServiceAccountName is { } account && account != "default" && !objects.OfKind<ServiceAccount>().Any(one => Is(one, @namespace, account)))
            yield return $"the service account '{account}'";
        foreach (var name in ConfigMapsOf(spec).Distinct(StringComparer.Ordinal))
            if (!objects.OfKind<ConfigMap>().Any(map => Is(map, @namespace, name)) && !objects.All.Any(manifest => manifest.Object.Kind == "ObjectBucketClaim" && Is(manifest.Object, @namespace, name)))
                yield return $"the ConfigMap '{name}'";
        // Other classes are the cluster's.
        if (spec.PriorityClassName is { } priority && priority == objects.PriorityClass && !objects.OfKind<PriorityClass>().Any(one => one.Name == priority))
            yield return $"the priority class '{priority}'";
    }

    static IEnumerable<string> ConfigMapsOf(PodSpec spec) =>
    [
        .. (spec.Volumes ?? []).Select(volume => volume.ConfigMap is { Optional: not true } map ? map.Name : null).OfType<string>(),
        .. (spec.Containers ?? []).SelectMany(container => container.Env ?? []).Select(variable => variable.ValueFrom?.ConfigMapKeyRef?.Name).OfType<string>(),
    ];

    static IEnumerable<string> GoverningService(StatefulSet set, HubObjects objects) =>
        set.Spec?.ServiceName is { } name && !objects.OfKind<Service>().Any(service => Is(service, set.Namespace, name)) ? [$"the Service '{name}'"] : [];

    static IEnumerable<string> OfService(Service service, HubObjects objects)
    {
        if (service.Spec?.Selector is not { } selector || selector.Keys.Any(Foreign.Contains))
            return [];

        var pods = objects.Pods.Where(pod => pod.Namespace == service.Namespace && HubObjects.Takes(selector, pod.Template.Metadata?.Labels)).ToList();
        return pods.Count == 0
            ? [$"pods with the labels {Show(selector)}"]
            : from port in service.Spec.Ports ?? []
              let target = port.TargetPort?.ToString() ?? ""
              where target.Length > 0 && !char.IsAsciiDigit(target[0])
              where !pods.Exists(pod => PortNames(pod.Template).Contains(target))
              select $"the port '{target}'";
    }

    static IEnumerable<string> OfSelector(string? @namespace, Map<string>? selector, HubObjects objects) =>
        selector is null || selector.Keys.Any(Foreign.Contains) || objects.Pods.Any(pod => pod.Namespace == @namespace && HubObjects.Takes(selector, pod.Template.Metadata?.Labels))
            ? []
            : [$"pods with the labels {Show(selector)}"];

    static IEnumerable<string> OfMonitor(string? @namespace, ServiceMonitorSpec? spec, HubObjects objects)
    {
        if (spec?.Selector?.MatchLabels is not { } selector || selector.Keys.Any(Foreign.Contains))
            return [];

        var services = objects.OfKind<Service>().Where(service => service.Namespace == @namespace && HubObjects.Takes(selector, service.Metadata.Labels)).ToList();
        return services.Count == 0
            ? [$"Services with the labels {Show(selector)}"]
            : from endpoint in spec.Endpoints ?? []
              where endpoint.Port is not null && !services.Exists(service => service.Spec?.Ports?.Any(port => port.Name == endpoint.Port) is true)
              select $"the port '{endpoint.Port}'";
    }

    static IEnumerable<string> OfBackend(string? @namespace, string? name, string? port, HubObjects objects)
    {
        var service = objects.OfKind<Service>().FirstOrDefault(service => Is(service, @namespace, name));
        return service is null
            ? [$"the Service '{name}'"]
            : port is not null && service.Spec?.Ports?.Any(one => one.Name == port) is false ? [$"the port '{port}' of the Service '{name}'"] : [];
    }

    static IEnumerable<string?> PortNames(PodTemplateSpec template) => (template.Spec?.Containers ?? []).SelectMany(container => container.Ports ?? []).Select(port => port.Name);

    static bool Is(KubernetesObject made, string? @namespace, string? name) => made.Namespace == @namespace && made.Name == name;

    static string Show(Map<string> labels) => string.Join(", ", labels.Select(label => $"{label.Key}={label.Value}"));
}
