using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Lowering.ManagedCluster;

namespace Belvedere.Checks.Topology;

/// <summary>An override changes objects of the base; an overlay of patches cannot add, remove or rename any.</summary>
sealed class OverrideObjectsCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1089", "An override needs other objects than its profile", DiagnosticSeverity.Error)
    {
        Sources = ["RFC 6902: operations on one document"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from shape in subject.Shapes
        where !shape.IsPlain
        where CollectorShapes.Of(shape.Effective, shape.Platform) != shape.Base.Collector
            || !ReferenceEquals(shape.Effective.Rules, shape.Base.Profile.Rules)
            || !ManagedClusterLowering.HasObjectsOfBase(subject, shape)
        let at = shape.IsOverridden ? EffectiveProfile.ElementOf(subject, shape) : EffectiveProfile.WriterOf(subject, shape)
        select shape.IsOverridden
            ? Descriptor.On(
                at,
                $"The override of {at.Designation} changes which objects there are: the namespace, the kind of collector, the rules or what is installed. Patches cannot do that; give the cluster a profile of its own.",
                nameof(ManagedCluster.Override))
            : Descriptor.On(
                at,
                $"The hubs of {at.Designation} are others than its profile's, and a store holds what it writes there by: that takes an ExternalSecret more or less. Patches cannot do that; give the cluster a profile of its own.",
                nameof(ManagedCluster.Hub));
}
