using Belvedere.Binding;
using Belvedere.Documents;
using static Belvedere.Lowering.Text;

namespace Belvedere.Lowering.Hub;

/// <summary>Rings → the file that routers watch. A tenant belongs to the first ring that fits.</summary>
static class Hashrings
{
    public static string Json(BoundHub hub, BoundReceive receive) => Text.Json(new ListNode(receive.Rings.Select(ring => MapNode.Of(
        ("hashring", Of(ring.Name)),
        ("tenants", Of(ring.Authored?.Tenants ?? [])),
        ("tenant_matcher_type", ring.Authored?.TenantMatch is TenantMatch.Glob ? Of("glob") : null),
        ("endpoints", new ListNode(ring.Groups.SelectMany(group => Endpoints(hub, group)))),
        ("shuffle_sharding_config", ring.Authored?.ShuffleSharding is { } sharding ? Shuffle(sharding) : null)))));

    // The names of the pods as their Service gives them; Receive compares its own with these, letter by letter.
    static IEnumerable<Node> Endpoints(BoundHub hub, BoundIngestors group)
    {
        for (var ordinal = 0; ordinal < group.Count; ordinal++)
        {
            var address = FormattableString.Invariant($"{group.Name}-{ordinal}.{group.Name}.{hub.Namespace}.svc:{ThanosWorkload.Grpc.Number}");
            yield return group.Zone is { } zone ? MapNode.Of(("address", Of(address)), ("az", Of(zone))) : ScalarNode.String(address);
        }
    }

    static MapNode Shuffle(ShuffleSharding sharding) => MapNode.Of(
        ("shard_size", Of(sharding.ShardSize)),
        ("zone_awareness_disabled", Of(sharding.IgnoreZones)),
        ("overrides", sharding.Overrides.Count == 0
            ? null
            : new ListNode(sharding.Overrides.Select(given => MapNode.Of(("shard_size", Of(given.ShardSize)), ("tenants", Of(given.Tenants)))))));
}
