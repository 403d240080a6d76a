using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>The two copies of a cluster's series are one to whoever asks both hubs: they have the same tenant.</summary>
sealed class SecondTenantCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1119", "Two copies of a cluster's series differ", DiagnosticSeverity.Warning)
    {
        Sources = ["thanos receive --receive.tenant-label-name", "thanos query --query.replica-label"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) => !subject.Hubs.Any(hub => hub.GlobalQuerier is not null)
        ? []
        : from shape in subject.Shapes
          where shape.Writes is { Home.Receive: { } home, Second.Receive: { } second } && Tenant(home) != Tenant(second)
          let at = EffectiveProfile.WriterOf(subject, shape)
          select Descriptor.On(
              at,
              $"Series of {at.Designation} get the tenant {Tenant(shape.Writes.Home!.Receive!)} on {shape.Writes.Home!.Authored.Designation} and {Tenant(shape.Writes.Second!.Receive!)} on {shape.Writes.Second!.Authored.Designation}, so the Global Querier counts each of them twice. Use the same Tenancy on both hubs.",
              nameof(Profile.SecondHub));

    static string Tenant(BoundReceive receive) => receive.Tenancy switch
    {
        ClusterTenancy => "of each cluster",
        GroupTenancy group => $"of its '{group.Label}'",
        _ => $"'{receive.DefaultTenant}'",
    };
}
