using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Replicas of Prometheus are not merged as if they held the same samples.</summary>
sealed class DeduplicationCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1053", "Replicas are merged that hold different samples", DiagnosticSeverity.Warning)
    {
        Sources = ["thanos query --deduplication.func"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Querier is not { Authored: { Deduplication: Deduplication.Chain } querier })
            yield break;

        foreach (var (profile, at) in EffectiveProfile.Of(topology, hub))
            if (profile.Replicas > 1)
                yield return Descriptor.On(
                    at,
                    $"The Querier merges replicas as if they held the same samples (Deduplication.Chain), and {at.Designation} has {profile.Replicas} replicas of Prometheus, whose samples differ in time: rates come out too high. Use Deduplication.Penalty or one replica.",
                    nameof(Profile.Replicas));
    }
}
