namespace Belvedere.Binding;

/// <summary>The Store Gateway's parts: each range of time, divided by hash.</summary>
static class StoreBinding
{
    public static BoundStoreGateway Bind(StoreGateway store, ComponentBinding components, HubDefaults defaults) => new()
    {
        Authored = store,
        Replicas = store.Replicas ?? defaults.StoreReplicas,
        IndexCache = store.IndexCache ?? Cache.Memory(defaults.IndexCache),
        IgnoreDeletionMarksDelay = store.IgnoreDeletionMarksDelay ?? defaults.IgnoreDeletionMarksDelay,
        LazyIndexHeaders = store.LazyIndexHeaders ?? true,
        Parts = [.. store.Ranges is [] ? PartsOf(null, store, components, defaults) : store.Ranges.SelectMany(range => PartsOf(range, store, components, defaults))],
    };

    static IEnumerable<BoundStorePart> PartsOf(StoreRange? range, StoreGateway store, ComponentBinding components, HubDefaults defaults)
    {
        var shards = range?.Shards ?? store.Shards ?? 1;
        var component = components.Thanos(range?.Resources is { } resources ? store with { Resources = resources } : store, defaults.StoreResources);
        for (var shard = 0; shard < shards; shard++)
        {
            var number = FormattableString.Invariant($"{shard}");
            yield return new BoundStorePart
            {
                Name = range is null ? number : $"{range.Name}-{number}",
                Component = component,
                Range = range,
                Shard = shard,
                Shards = shards,
                Volume = range?.Volume ?? store.Volume ?? defaults.StoreVolume,
            };
        }
    }
}
