using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>With a tenant for each group, every cluster has a group.</summary>
sealed class TenantGroupCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1056", "A cluster has no tenant", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive --receive.tenant-certificate-field"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive is not { Tenancy: GroupTenancy group })
            yield break;

        foreach (var cluster in topology.ClustersOf(hub))
            if (!cluster.ExternalLabels.ContainsKey(group.Label))
                yield return Descriptor.On(
                    cluster.Authored,
                    $"Tenants are groups by the label '{group.Label}', and {cluster.Authored.Designation} has no such label. Give it the label in ExternalLabels, of the cluster or of its profile.",
                    nameof(ManagedCluster.ExternalLabels));
    }
}
