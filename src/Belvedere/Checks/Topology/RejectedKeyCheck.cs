using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Knowledge.Platforms;

namespace Belvedere.Checks.Topology;

/// <summary>The settings of cluster monitoring are ones that the cluster's release takes at all.</summary>
sealed class RejectedKeyCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1085", "A release refuses the imported monitoring settings", DiagnosticSeverity.Error)
    {
        Sources = ["cluster-monitoring-operator: strict parsing from OpenShift 4.18", "reserved external labels from OpenShift 4.20"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from found in MonitoringKeys.Of(subject)
        where found.Misfit.Tolerance is Tolerance.Rejected
        let at = EffectiveProfile.ElementOf(subject, found.Shape)
        select Descriptor.On(
            at,
            $"{found.Shape.Platform} refuses the whole of {found.Misfit.Map} for one key: '{found.Misfit.Key}' {found.Misfit.Reason}. Remove it from the file that {at.Designation} imports.",
            nameof(Profile.OpenShift));
}
