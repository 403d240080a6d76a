using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Knowledge;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>What an add-on brings to a cluster fits one ManifestWork.</summary>
sealed class AddOnSizeCheck : Check<ManifestSet>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV7013", "The template of an add-on is too large", DiagnosticSeverity.Error)
    {
        Sources = ["OCM webhook: 500 KiB of manifests in a ManifestWork"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject)
    {
        var limit = Limits.Of("open-cluster-management.work");
        foreach (var manifest in subject.Manifests.Where(manifest => manifest.Object is AddOnTemplate))
        {
            var size = (manifest.Tree.At("spec.agentSpec.workload.manifests") as ListNode ?? ListNode.Empty).Sum(made => (long)JsonWriter.ToUtf8(made, minified: true).Length);
            if (size > limit.Maximum)
                yield return Descriptor.At(
                    manifest.Origin.Location,
                    FormattableString.Invariant($"The template '{manifest.Object.Name}' of {manifest.Origin.Designation} holds {size} bytes of manifests; a ManifestWork takes at most {limit.Maximum}. Evaluate fewer rules on its clusters, or deliver them by ArgoCd."))
                    with { Element = manifest.Origin.Designation };
        }
    }
}
