using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>No two clusters send series that cannot be told apart.</summary>
sealed class ExternalLabelCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1013", "Two clusters have the same external labels", DiagnosticSeverity.Error)
    {
        Sources = ["Thanos: external labels identify a Prometheus"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        var first = new Dictionary<LabelSet, BoundCluster>();
        foreach (var cluster in subject.Clusters)
        {
            if (first.TryAdd(cluster.ExternalLabels, cluster))
                continue;

            var other = first[cluster.ExternalLabels];
            yield return Descriptor.On(
                cluster.Authored,
                $"{cluster.Authored.Designation} and {other.Authored.Designation} (at {other.Authored.Location}) both send series with the labels {cluster.ExternalLabels}, so the hub would mix them. Give each its own value of '{ClusterBinding.IdentityLabel}'.",
                nameof(ManagedCluster.ExternalLabels));
        }
    }
}
