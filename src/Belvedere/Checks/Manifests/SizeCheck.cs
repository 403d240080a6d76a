using Belvedere.Diagnostics;
using Belvedere.Documents.Json;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>Objects fit what the API server and etcd take.</summary>
sealed class SizeCheck : Check<ManifestSet>
{
    // Bytes of data in a ConfigMap or Secret.
    const int LargestData = 1_048_576;

    // Bytes of a request to etcd, by its default.
    const int LargestObject = 1_572_864;

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6005", "An object is too large", DiagnosticSeverity.Error)
    {
        Sources = ["Kubernetes ConfigMap: 1 MiB", "etcd --max-request-bytes: 1.5 MiB"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject)
    {
        foreach (var manifest in subject.Manifests)
        {
            var size = JsonWriter.ToUtf8(manifest.Tree, minified: true).Length;
            var most = manifest.Object is ConfigMap or Secret ? LargestData : LargestObject;
            if (size > most)
                yield return Descriptor.At(
                    manifest.Origin.Location,
                    FormattableString.Invariant($"The {manifest.Object.Kind} '{manifest.Object.Name}' of {manifest.Origin.Designation} has {size} bytes; the cluster takes at most {most}. Split it."))
                    with { Element = manifest.Origin.Designation };
        }
    }
}
