using System.Globalization;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>An object's wave → the annotation by which Argo CD orders a sync.</summary>
static class SyncWaves
{
    const string Annotation = "argocd.argoproj.io/sync-wave";

    public static Manifest Apply(Manifest manifest) => manifest.Wave == 0
        ? manifest
        : manifest with { Object = manifest.Object with { Metadata = Annotated(manifest.Object.Metadata, manifest.Wave) } };

    static ObjectMeta Annotated(ObjectMeta metadata, int wave) =>
        metadata with { Annotations = (metadata.Annotations ?? []).With(Annotation, wave.ToString(CultureInfo.InvariantCulture)) };
}
