using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Knowledge.Platforms;

namespace Belvedere.Checks.Topology;

/// <summary>The settings of cluster monitoring have an effect on the cluster's release.</summary>
sealed class IgnoredKeyCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1086", "A release ignores an imported monitoring setting", DiagnosticSeverity.Warning)
    {
        Sources = ["cluster-monitoring-operator: lenient parsing before OpenShift 4.18"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from found in MonitoringKeys.Of(subject)
        where found.Misfit.Tolerance is not Tolerance.Rejected
        let at = EffectiveProfile.ElementOf(subject, found.Shape)
        select Descriptor.On(
            at,
            $"{found.Shape.Platform} does not act on '{found.Misfit.Key}' of {found.Misfit.Map}, which {found.Misfit.Reason}, and a later release refuses the ConfigMap for it. Remove it from the file that {at.Designation} imports.",
            nameof(Profile.OpenShift));
}
