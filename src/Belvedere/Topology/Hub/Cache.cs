using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>Where a component keeps what it would fetch again.</summary>
public abstract record Cache
{
    private protected Cache()
    {
    }

    /// <summary>In each pod's own memory.</summary>
    /// <param name="size">How much (<c>max_size</c>).</param>
    public static MemoryCache Memory(ByteSize size) => new() { Size = size };

    /// <summary>In a memcached that pods share. Components that name the same one share it too.</summary>
    /// <param name="memcached">The memcached.</param>
    public static MemcachedCache Memcached(Memcached memcached) => new() { Server = memcached };
}

/// <summary>A cache in each pod's own memory (<c>IN-MEMORY</c>).</summary>
public sealed record MemoryCache : Cache
{
    /// <summary>How much (<c>max_size</c>).</summary>
    public required ByteSize Size { get; init; }

    /// <summary>The largest single entry (<c>max_item_size</c>), where the cache has one. Default: Thanos' own.</summary>
    public ByteSize? MaxItemSize { get; init; }
}

/// <summary>A cache in memcached (<c>MEMCACHED</c>).</summary>
public sealed record MemcachedCache : Cache
{
    /// <summary>The memcached.</summary>
    public required Memcached Server { get; init; }

    /// <summary>How long an answer is waited for (<c>timeout</c>). Default 500 milliseconds.</summary>
    public Duration? Timeout { get; init; }

    /// <summary>Connections that are kept open to each server (<c>max_idle_connections</c>). Default 100.</summary>
    public int? MaxIdleConnections { get; init; }

    /// <summary>Writes that run at a time (<c>max_async_concurrency</c>). Default 20.</summary>
    public int? MaxWrites { get; init; }

    /// <summary>Reads that run at a time (<c>max_get_multi_concurrency</c>). Default 100.</summary>
    public int? MaxReads { get; init; }

    /// <summary>How long an entry of a Query Frontend lives (<c>expiration</c>). Default 24 hours.</summary>
    public Duration? Expiration { get; init; }
}

/// <summary>A memcached of the hub's own.</summary>
public sealed record Memcached : HubComponent
{
    /// <summary>Names it.</summary>
    /// <param name="name">A DNS label; the pods are <c>memcached-&lt;name&gt;-0</c> and on.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public Memcached(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Pods; entries are spread over them. Default 3.</summary>
    public int? Replicas { get; init; }

    /// <summary>Memory for entries in each pod (<c>-m</c>). Default 1 GiB; whole MiB.</summary>
    public ByteSize? Memory { get; init; }

    /// <summary>The largest entry (<c>-I</c>); those that use it are told the same. Default 4 MiB.</summary>
    public ByteSize? MaxItemSize { get; init; }

    /// <summary>Connections that each pod takes (<c>-c</c>). Default 4096.</summary>
    public int? MaxConnections { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"memcached '{Name}'";
}
