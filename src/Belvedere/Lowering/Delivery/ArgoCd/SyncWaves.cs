using System.Globalization;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>
/// The order in which Argo CD applies the objects of one application. By itself it puts namespaces, configuration, definitions
/// and roles before workloads, and every kind that it does not know by name last. What is left are waves: those that a component
/// asks for (<see cref="Manifest.Wave"/>), and the table of kinds that would come too late or too early.
/// </summary>
static class SyncWaves
{
    const string Annotation = "argocd.argoproj.io/sync-wave";

    static readonly KindWave[] Kinds =
    [
        // Pods that name a class are refused until it is there, and Argo CD puts this kind after them.
        new("scheduling.k8s.io", Wave: -1, IsInstalled: false),
        // On managed clusters an operator brings these kinds, and it must be installed and healthy before there are any.
        new("monitoring.rhobs", Wave: 1, IsInstalled: true),
    ];

    public static Manifest Apply(Manifest manifest)
    {
        var kind = Array.Find(Kinds, kind => kind.Group == manifest.Object.Group && (!kind.IsInstalled || manifest.Target is BaseTarget));
        var wave = manifest.Wave != 0 ? manifest.Wave : kind?.Wave ?? 0;
        var annotated = wave == 0 ? manifest : With(manifest, Annotation, wave.ToString(CultureInfo.InvariantCulture));
        // A kind that an operator brings is not known when the whole is tried out before the first wave.
        return kind is { IsInstalled: true } ? With(annotated, SyncDefaults.Options, "SkipDryRunOnMissingResource=true") : annotated;
    }

    // What the user's own objects and adjustments say stays.
    static Manifest With(Manifest manifest, string annotation, string value)
    {
        var metadata = manifest.Object.Metadata;
        var annotations = metadata.Annotations ?? [];
        return annotations.ContainsKey(annotation)
            ? manifest
            : manifest with { Object = manifest.Object with { Metadata = metadata with { Annotations = annotations.With(annotation, value) } } };
    }

    /// <param name="Group">The API group of the kinds.</param>
    /// <param name="Wave">Their wave, where nothing else is said.</param>
    /// <param name="IsInstalled">Whether an operator that the same application installs brings them.</param>
    sealed record KindWave(string Group, int Wave, bool IsInstalled);
}
