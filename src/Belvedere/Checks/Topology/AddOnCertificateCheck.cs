using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>The certificate that an add-on keeps is in the namespace of what uses it.</summary>
sealed class AddOnCertificateCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV7012", "A certificate of an add-on lies in another namespace than its user", DiagnosticSeverity.Error)
    {
        Sources = ["OCM registration: the client certificate's Secret is in the install namespace"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from shared in subject.Bases
        where subject.OwnerOf(shared) is AcmAddOn { SigningAuthority: not null }
        where shared.Collector is CollectorShape.ClusterMonitoring or CollectorShape.DedicatedPrometheus
        select Descriptor.On(
            shared.Profile.Authored,
            $"{subject.OwnerOf(shared)!.Designation} keeps the client certificate in namespace '{shared.Profile.Namespace}', and the platform's Prometheus of {shared.Profile.Authored.Designation} reads Secrets of its own namespace only. Use ObservabilityOperator, or leave SigningAuthority out and bring the Secret otherwise.",
            nameof(Profile.OpenShift));
}
