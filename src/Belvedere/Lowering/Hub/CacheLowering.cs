using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Lowering.Workloads;
using static Belvedere.Lowering.Text;

namespace Belvedere.Lowering.Hub;

/// <summary>Caches → the configuration that Thanos reads for each kind of cache.</summary>
static class CacheLowering
{
    /// <summary>For the index (<c>--index-cache.config-file</c>) and for buckets (<c>--store.caching-bucket.config-file</c>).</summary>
    public static string ForStore(Cache cache, BoundHub hub) => Yaml(cache switch
    {
        MemoryCache memory => Config("IN-MEMORY", [("max_size", Of($"{memory.Size}B")), ("max_item_size", memory.MaxItemSize is { } item ? Of($"{item}B") : null)]),
        MemcachedCache memcached => Config("MEMCACHED", Client(memcached, hub)),
        _ => throw new InvalidOperationException($"{cache.GetType().Name} is no kind of cache."),
    });

    /// <summary>For answers (<c>--query-range.response-cache-config-file</c>).</summary>
    public static string ForResponses(Cache cache, BoundHub hub) => Yaml(cache switch
    {
        MemoryCache memory => Config("IN-MEMORY", [("max_size", Of($"{memory.Size}B"))]),
        MemcachedCache memcached => Config("MEMCACHED", [.. Client(memcached, hub), ("expiration", Of(memcached.Expiration))]),
        _ => throw new InvalidOperationException($"{cache.GetType().Name} is no kind of cache."),
    });

    /// <summary>The calls that a component with these caches makes.</summary>
    public static IEnumerable<Call> Calls(BoundHub hub, params IEnumerable<Cache?> caches) => caches
        .OfType<MemcachedCache>()
        .Select(cache => new PeerCall(Server(cache, hub).Name, MemcachedLowering.Port.Name))
        .Distinct();

    static MapNode Config(string type, IEnumerable<(string, Node?)> config) => MapNode.Of(("type", Of(type)), ("config", MapNode.Of(config)));

    // Keys are spread over the pods by the client, so it must see each of them: no load balancer stands between.
    static IEnumerable<(string, Node?)> Client(MemcachedCache cache, BoundHub hub)
    {
        var server = Server(cache, hub);
        return
        [
            ("addresses", ListNode.Of($"dnssrvnoa+_{MemcachedLowering.Port.Name}._tcp.{server.Name}.{hub.Namespace}.svc")),
            ("timeout", Of(cache.Timeout)),
            ("max_idle_connections", Of(cache.MaxIdleConnections)),
            ("max_async_concurrency", Of(cache.MaxWrites)),
            ("max_get_multi_concurrency", Of(cache.MaxReads)),
            // More than the server takes would be sent in vain each time.
            ("max_item_size", Of($"{server.MaxItemSize}B")),
            ("dns_provider_update_interval", Of(10.Seconds)),
        ];
    }

    static BoundMemcached Server(MemcachedCache cache, BoundHub hub) => hub.Memcached.First(server => server.Authored.Name == cache.Server.Name);
}
