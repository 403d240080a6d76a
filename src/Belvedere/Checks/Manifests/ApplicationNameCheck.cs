using Belvedere.Diagnostics;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>
/// No cluster's Application has the name of one that is there already: Argo CD makes those of clusters while it runs, so that no
/// file shows it.
/// </summary>
sealed class ApplicationNameCheck : Check<ManifestSet>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV7017", "Two Applications have one name", DiagnosticSeverity.Error)
    {
        Sources = ["Argo CD: an ApplicationSet does not take over an Application of another owner"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject)
    {
        var taken = subject.Manifests.Select(manifest => manifest.Object).OfType<Application>().Select(application => application.Name).ToHashSet(StringComparer.Ordinal);
        return
            from cluster in subject.DeliveredClusters
            where subject.Topology.OwnerOf(cluster.Shape.Base) is ArgoCd
            let name = $"{subject.Topology.Name}-{cluster.Name}"
            where taken.Contains(name)
            select Descriptor.On(
                cluster.Authored,
                $"The Application of {cluster.Authored.Designation} would be named '{name}', as that of an area of a hub is, so Argo CD would make only one of them. Rename the cluster.");
    }
}
