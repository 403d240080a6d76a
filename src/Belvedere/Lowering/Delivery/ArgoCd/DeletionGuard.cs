using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>Keeps Argo CD from deleting what cannot be made again: namespaces and disks.</summary>
static class DeletionGuard
{
    public static Manifest Apply(Manifest manifest) => manifest.Object switch
    {
        Namespace kept => manifest with { Object = kept with { Metadata = Kept(kept.Metadata) } },
        PersistentVolumeClaim kept => manifest with { Object = kept with { Metadata = Kept(kept.Metadata) } },
        _ => manifest,
    };

    static ObjectMeta Kept(ObjectMeta metadata)
    {
        var annotations = metadata.Annotations ?? [];
        return annotations.ContainsKey(SyncDefaults.Options)
            ? metadata
            : metadata with { Annotations = annotations.With(SyncDefaults.Options, "Prune=false,Delete=false") };
    }
}
