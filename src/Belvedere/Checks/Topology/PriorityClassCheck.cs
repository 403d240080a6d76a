using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>The hub's pods do not displace the cluster's own.</summary>
sealed class PriorityClassCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1061", "A priority class is the cluster's own", DiagnosticSeverity.Error)
    {
        Sources = ["Kubernetes: system-cluster-critical, system-node-critical"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub) =>
        from component in hub.Components.DistinctBy(component => component.Authored.Designation)
        where component.Scheduling.PriorityClass?.StartsWith("system-", StringComparison.Ordinal) is true
        select Descriptor.On(
            component.Authored,
            $"{component.Authored.Designation} has the priority class '{component.Scheduling.PriorityClass}', which is for the cluster's own pods: it would displace them, and other namespaces may not use it. Name a class of your own, or none.",
            nameof(HubComponent.Scheduling));
}
