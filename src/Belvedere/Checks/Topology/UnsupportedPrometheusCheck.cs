using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>A Prometheus in the platform's own namespace is not supported.</summary>
sealed class UnsupportedPrometheusCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1088", "A Prometheus among the platform's own is not supported", DiagnosticSeverity.Warning)
    {
        Sources = ["OpenShift documentation: support considerations for monitoring"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from shape in subject.Collecting
        where shape.Base.Collector is CollectorShape.DedicatedPrometheus
        let at = EffectiveProfile.ElementOf(subject, shape)
        select Descriptor.On(
            at,
            $"The Prometheus of {at.Designation} in openshift-user-workload-monitoring is not supported on {shape.Platform}: up to 4.15 the operator there adopts it, from 4.16 on nothing does. Use ObservabilityOperator or ClusterMonitoringConfig.",
            nameof(Profile.OpenShift));
}
