using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>What gives every cluster the same objects is used only where clusters find out themselves who they are.</summary>
sealed class SubscriptionIdentityCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV7014", "A Subscription cannot tell clusters apart", DiagnosticSeverity.Error)
    {
        Sources = ["ACM Subscription: one git-path for all clusters of a placement"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from shape in subject.Shapes
        where subject.OwnerOf(shape.Base) is AcmSubscription
        where !shape.IsPlain || shape.Effective.OpenShift is not BoundClusterMonitoring { Identity: WriteIdentity.RunTime } || shape.Base.Collector is not CollectorShape.ClusterMonitoring
        let at = EffectiveProfile.WriterOf(subject, shape)
        select Descriptor.On(
            at,
            $"{subject.OwnerOf(shape.Base)!.Designation} applies one folder to all clusters of {at.Designation}, so their series could not be told apart. Use ClusterMonitoringConfig with WriteIdentity.RunTime and neither an override nor a hub of a cluster's own, or deliver by AcmAddOn or ArgoCd.",
            nameof(Profile.OpenShift));
}
