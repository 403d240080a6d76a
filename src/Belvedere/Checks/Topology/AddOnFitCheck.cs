using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>A cluster whose collector an add-on brings is as its profile: a template knows no more of it than its name.</summary>
sealed class AddOnFitCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV7011", "A cluster differs from the template of its add-on", DiagnosticSeverity.Error)
    {
        Sources = ["AddOnTemplate: variables CLUSTER_NAME and those of AddOnDeploymentConfig"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from cluster in subject.Clusters
        where subject.OwnerOf(cluster.Shape.Base) is AcmAddOn
        where !cluster.Shape.IsPlain || cluster.Authored.ExternalLabels.Count > 0
        select Descriptor.On(
            cluster.Authored,
            $"{cluster.Authored.Designation} has {Difference(cluster)} of its own, and {subject.OwnerOf(cluster.Shape.Base)!.Designation} fills nothing but the cluster's name into its template. Move them to the profile, or give the cluster a profile that Argo CD delivers.",
            cluster.Shape.IsOverridden ? nameof(ManagedCluster.Override) : cluster.Shape.IsPlain ? nameof(ManagedCluster.ExternalLabels) : nameof(ManagedCluster.Hub));

    static string Difference(BoundCluster cluster) => cluster.Shape.IsOverridden ? "an override" : cluster.Shape.IsPlain ? "labels" : "a hub";
}
