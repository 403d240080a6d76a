using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Knowledge.Products;

namespace Belvedere.Checks.Topology;

/// <summary>Each tenant's share of a ring holds all copies of a sample, and the ring has as many ingestors.</summary>
sealed class ShuffleShardingCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1045", "A tenant's share of a hashring does not fit", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive: shuffle_sharding_config"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive is not { } receive)
            yield break;

        foreach (var ring in receive.Rings)
        {
            if (ring.Authored is not { ShuffleSharding: { } sharding } authored)
                continue;

            if (!Features.Has("thanos", "receive.shuffle-sharding", hub.Thanos))
                yield return Finding(authored, $"Thanos {hub.Thanos} knows no shuffle sharding. Choose a newer ThanosVersion");
            foreach (var size in sharding.Overrides.Select(given => given.ShardSize).Prepend(sharding.ShardSize))
                if (Problem(size, sharding, ring, receive) is { } problem)
                    yield return Finding(authored, problem);
        }
    }

    static string? Problem(int size, ShuffleSharding sharding, BoundHashring ring, BoundReceive receive)
    {
        if (size < receive.ReplicationFactor)
            return $"{size} ingestors cannot hold {receive.ReplicationFactor} copies of a sample. Raise ShardSize";
        if (size > ring.Ingestors)
            return $"a tenant uses {size} ingestors and the ring has {ring.Ingestors}. Lower ShardSize or raise Ingestors";

        // Of each zone the same number is taken, rounded up.
        var zones = ring.Groups.Count;
        var smallest = ring.Groups.Min(group => group.Count);
        return zones > 1 && sharding.IgnoreZones is not true && (size + zones - 1) / zones > smallest
            ? $"{size} ingestors over {zones} zones are {(size + zones - 1) / zones} in each, and the smallest zone has {smallest}. Lower ShardSize or raise Ingestors"
            : null;
    }

    Diagnostic Finding(Hashring ring, string problem) => Descriptor.On(ring, $"The shuffle sharding of {ring.Designation} does not fit: {problem}.", nameof(Hashring.ShuffleSharding));
}
