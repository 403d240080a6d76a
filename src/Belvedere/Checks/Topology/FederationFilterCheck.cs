using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>What is read from another Prometheus is named: all of it at once is more than one answer can hold.</summary>
sealed class FederationFilterCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1087", "Everything would be federated", DiagnosticSeverity.Error)
    {
        Sources = ["Prometheus /federate: one answer holds every series"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from shape in subject.Collecting
        where shape.Base.Collector is CollectorShape.ObservabilityAgent or CollectorShape.ObservabilityStack or CollectorShape.AcmManaged
        where shape.Effective.Ship is ShipEverything
        let at = EffectiveProfile.ElementOf(subject, shape)
        select Descriptor.On(
            at,
            $"{at.Designation} ships everything, and on {shape.Platform} that is read from the platform's Prometheus in one answer of some 100,000 series and more. Name what is shipped: Collection.RemoteWrite(Ship.Metrics(…)).",
            nameof(Profile.Collection));
}
