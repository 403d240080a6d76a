using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>The objects of one hub by what they are, for checks that follow references between them.</summary>
sealed class HubObjects
{
    readonly BoundHub? hub;

    HubObjects(IReadOnlyList<Manifest> manifests, ISet<string> extra, BoundHub? hub)
    {
        this.hub = hub;
        All = manifests;
        Judged = [.. manifests.Where(manifest => !extra.Contains(manifest.Origin.Designation))];
    }

    /// <summary>Every object of the hub, of all its areas.</summary>
    public IReadOnlyList<Manifest> All { get; }

    /// <summary>Those that the compiler made: what users add may refer to what only they know.</summary>
    public IReadOnlyList<Manifest> Judged { get; }

    /// <summary>The priority class that the compiler makes; null where there is no hub.</summary>
    public string? PriorityClass => hub?.Priority.Name;

    /// <summary>How many pods of a StatefulSet of Receive are no longer in its ring.</summary>
    public int Retiring(string set) => hub?.Receive?.Rings.SelectMany(ring => ring.Groups).FirstOrDefault(group => group.Name == set)?.Retiring ?? 0;

    /// <summary>The objects of each hub.</summary>
    public static IEnumerable<HubObjects> Of(ManifestSet set)
    {
        var extra = set.Topology.Objects.Select(made => made.Source.Designation).ToHashSet(StringComparer.Ordinal);
        return set.Manifests
            .Where(manifest => manifest.Target is HubTarget)
            .GroupBy(manifest => ((HubTarget)manifest.Target).Regional)
            .Select(hub => new HubObjects([.. hub], extra, hub.Key ?? set.Topology.Hub));
    }

    /// <summary>All objects of a kind.</summary>
    public IEnumerable<T> OfKind<T>() where T : KubernetesObject => All.Select(manifest => manifest.Object).OfType<T>();

    /// <summary>The templates of all pods that the compiler or the user makes, with their namespaces.</summary>
    public IEnumerable<(string? Namespace, PodTemplateSpec Template)> Pods =>
    [
        .. OfKind<StatefulSet>().Where(set => set.Spec?.Template is not null).Select(set => (set.Namespace, set.Spec!.Template!)),
        .. OfKind<Deployment>().Where(deployment => deployment.Spec?.Template is not null).Select(deployment => (deployment.Namespace, deployment.Spec!.Template!)),
    ];

    /// <summary>Whether a selector takes labels.</summary>
    public static bool Takes(LabelSelector? selector, Map<string>? labels) => selector is not null && Takes(selector.MatchLabels, labels);

    /// <summary>Whether all of these labels are among others.</summary>
    public static bool Takes(Map<string>? wanted, Map<string>? labels) =>
        wanted is null || wanted.All(label => labels is not null && labels.TryGetValue(label.Key, out var value) && value == label.Value);
}
