namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Store Gateways, compactors and their caches.</summary>
static class RandomStore
{
    public static StoreGateway Of(Dice dice)
    {
        var shared = Memcached(dice, dice.One("store", "shared"));
        return new()
        {
            Resources = dice.Maybe(() => RandomValues.Resources(dice)),
            Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
            ExtraArguments = dice.Chance(0.2) ? ["--log.level=debug"] : [],
            Shards = dice.MaybeNumber(1, 4),
            Ranges = dice.Between(0, 3) switch
            {
                0 => [new("recent") { Oldest = 30.Days, Shards = dice.MaybeNumber(1, 3), Resources = dice.Maybe(() => RandomValues.Resources(dice)), Volume = dice.MaybeSize(0.3, 10.GiB) }, new("old") { Newest = dice.One(28.Days, 30.Days) }],
                1 => [new("recent") { Oldest = 14.Days, Newest = dice.MaybeTime(0.3, 2.Hours) }, new("middle") { Newest = 13.Days, Oldest = 60.Days }, new("old") { Newest = 59.Days, Shards = dice.MaybeNumber(1, 3) }],
                _ => [],
            },
            Replicas = dice.MaybeNumber(1, 3),
            Volume = dice.MaybeSize(0.3, 100.GiB),
            StorageClass = dice.Maybe(() => "fast"),
            IndexCache = dice.Maybe(() => Cache(dice, shared)),
            BucketCache = dice.Maybe(() => Cache(dice, shared)),
            ChunkPool = dice.MaybeSize(0.3, 4.GiB),
            MaxConcurrent = dice.MaybeNumber(10, 50),
            SeriesLimit = dice.MaybeNumber(1000, 100_000),
            SamplesLimit = dice.MaybeNumber(1000, 100_000),
            DownloadLimit = dice.MaybeSize(0.3, 1.GiB),
            SyncInterval = dice.MaybeTime(0.3, 10.Minutes),
            IgnoreDeletionMarksDelay = dice.MaybeTime(0.3, 12.Hours),
            LazyIndexHeaders = dice.MaybeBool(),
        };
    }

    public static Compactor Compactor(Dice dice, StoreGateway store) => new()
    {
        Resources = dice.Maybe(() => RandomValues.Resources(dice)),
        Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
        ExtraArguments = dice.Chance(0.2) ? ["--log.level=debug"] : [],
        Retention = dice.Maybe(() => new BlockRetention { Raw = dice.One<Duration?>(null, 30.Days, Belvedere.BlockRetention.Forever), FiveMinutes = dice.One<Duration?>(null, 180.Days), OneHour = dice.One<Duration?>(null, 700.Days, Belvedere.BlockRetention.Forever) }),
        Downsampling = dice.MaybeBool(),
        Deduplicate = dice.MaybeBool(),
        Shards = dice.MaybeNumber(1, 3),
        Concurrency = dice.MaybeNumber(1, 3),
        DownsampleConcurrency = dice.MaybeNumber(1, 3),
        Volume = dice.MaybeSize(0.3, 400.GiB),
        StorageClass = dice.Maybe(() => "slow"),
        ConsistencyDelay = dice.MaybeTime(0.3, 1.Hours),
        DeleteDelay = dice.MaybeTime(0.3, 72.Hours),
        WaitInterval = dice.MaybeTime(0.3, 10.Minutes),
    };

    public static Cache Cache(Dice dice, Memcached shared) => dice.Chance()
        ? Belvedere.Cache.Memory(2.GiB) with { MaxItemSize = dice.MaybeSize(0.3, 16.MiB) }
        : Belvedere.Cache.Memcached(shared) with { Timeout = dice.MaybeTime(0.3, 1.Seconds), MaxIdleConnections = dice.MaybeNumber(10, 200), MaxWrites = dice.MaybeNumber(10, 50), MaxReads = dice.MaybeNumber(10, 200), Expiration = dice.MaybeTime(0.1, 12.Hours) };

    public static Memcached Memcached(Dice dice, string name) => new(name)
    {
        Image = dice.Maybe(() => "registry.example.com/memcached:1.6", 0.1),
        Resources = dice.Maybe(() => RandomValues.Resources(dice)),
        Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
        Replicas = dice.MaybeNumber(1, 5),
        Memory = dice.MaybeSize(0.3, 2.GiB),
        MaxItemSize = dice.MaybeSize(0.3, 8.MiB),
        MaxConnections = dice.MaybeNumber(1000, 9000),
    };
}
