namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>
/// The order in which Argo CD applies the objects of one application. By itself it puts namespaces, configuration, definitions
/// and roles before workloads, and custom resources last; what is left is what waits for an operator that the same application
/// installs.
/// </summary>
static class SyncOrder
{
    const string Wave = "argocd.argoproj.io/sync-wave";

    // An operator must be installed and healthy before objects of its kinds are there to be had.
    static readonly Dictionary<string, string> WavesOfGroups = new(StringComparer.Ordinal)
    {
        ["monitoring.rhobs"] = "1",
    };

    public static Manifest Apply(Manifest manifest)
    {
        if (manifest.Target is not BaseTarget || !WavesOfGroups.TryGetValue(manifest.Object.Group, out var wave))
            return manifest;

        var made = manifest.Object;
        var annotations = made.Metadata.Annotations ?? [];
        if (!annotations.ContainsKey(Wave))
            annotations = annotations.With(Wave, wave);
        // A kind that an operator brings is not known when the whole is tried out before the first wave.
        if (!annotations.ContainsKey(SyncDefaults.Options))
            annotations = annotations.With(SyncDefaults.Options, "SkipDryRunOnMissingResource=true");
        return manifest with { Object = made with { Metadata = made.Metadata with { Annotations = annotations } } };
    }
}
