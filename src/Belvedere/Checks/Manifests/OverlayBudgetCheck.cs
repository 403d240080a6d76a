using Belvedere.Diagnostics;
using Belvedere.Lowering;
using Belvedere.Lowering.ManagedCluster;

namespace Belvedere.Checks.Manifests;

/// <summary>Overlays stay thin: with many operations a cluster is no longer one of its profile, and every build of it is slower.</summary>
sealed class OverlayBudgetCheck : Check<ManifestSet>
{
    const int Most = 10;

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6043", "An overlay changes much", DiagnosticSeverity.Warning)
    {
        Sources = ["overlays of at most ten JSON patch operations"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject)
    {
        foreach (var cluster in subject.DeliveredClusters.DistinctBy(cluster => cluster.Shape, ReferenceEqualityComparer.Instance))
        {
            var operations = OverlayPatches.Of(subject, cluster).Sum(patch => patch.Operations.Count);
            if (operations > Most)
                yield return Descriptor.On(
                    cluster.Authored,
                    FormattableString.Invariant($"The overlay of {cluster.Authored.Designation} changes its profile in {operations} places; at most {Most} are easily read and quickly built. Give the cluster a profile of its own."),
                    nameof(ManagedCluster.Override));
        }
    }
}
