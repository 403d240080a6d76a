using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>What the Rulers of two hubs record is told apart where it comes together.</summary>
sealed class HubIdentityCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1115", "Records of two hubs cannot be told apart", DiagnosticSeverity.Error)
    {
        Sources = ["thanos rule --label", "Thanos: external labels of blocks in one bucket are unique"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        var together = subject.Hubs.Any(hub => hub.GlobalQuerier is not null) ? [subject.Hubs] : SharedBucket.Of(subject);
        return
            from hubs in together
            from same in hubs.Where(hub => hub.Ruler is not null).GroupBy(hub => hub.Ruler!.ExternalLabels)
            from hub in same.Skip(1)
            select Descriptor.On(
                hub.Ruler!.Authored,
                $"The Rulers of {hub.Authored.Designation} and {same.First().Authored.Designation} both write the labels {hub.Ruler.ExternalLabels}, so a sum over the clusters of one is taken for a copy of the other's. Leave '{HubBinding.HubLabel}' out of ExternalLabels, or give each its own.",
                nameof(Ruler.ExternalLabels));
    }
}
