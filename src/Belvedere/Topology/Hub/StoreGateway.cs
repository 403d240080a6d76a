using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>Thanos Store: answers queries from the blocks in object storage.</summary>
public sealed record StoreGateway : ThanosComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public StoreGateway([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>
    /// Parts by a hash of the block (<c>--selector.relabel-config</c>): each has its share of the blocks of all times. Default 1.
    /// </summary>
    public int? Shards { get; init; }

    /// <summary>
    /// Parts by time; each is divided into <see cref="Shards"/> again. Together they must reach from the newest block to the
    /// oldest that is kept, without a gap. None by default: all times.
    /// </summary>
    public IReadOnlyList<StoreRange> Ranges { get; init; } = [];

    /// <summary>Pods of each part. Default 1; with more, a query asks one of them.</summary>
    public int? Replicas { get; init; }

    /// <summary>The disk of each pod, for index headers: some 6 to 30 MB a block. Default 50 GiB.</summary>
    public ByteSize? Volume { get; init; }

    /// <summary>The storage class of the disks; the cluster's default when null.</summary>
    public string? StorageClass { get; init; }

    /// <summary>Where postings and series are kept (<c>--index-cache.config-file</c>). Default: 1 GiB of each pod's memory.</summary>
    public Cache? IndexCache { get; init; }

    /// <summary>Where chunks and the bucket's listing are kept (<c>--store.caching-bucket.config-file</c>). None by default.</summary>
    public Cache? BucketCache { get; init; }

    /// <summary>Memory that is kept for chunks (<c>--chunk-pool-size</c>). Default: Thanos' own, 2 GB.</summary>
    public ByteSize? ChunkPool { get; init; }

    /// <summary>Queries that one pod answers at a time (<c>--store.grpc.series-max-concurrency</c>). Default: Thanos' own, 20.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>Series that one query may fetch from a pod (<c>--store.limits.request-series</c>). No limit by default.</summary>
    public int? SeriesLimit { get; init; }

    /// <summary>Samples that one query may fetch from a pod (<c>--store.limits.request-samples</c>). No limit by default.</summary>
    public int? SamplesLimit { get; init; }

    /// <summary>Bytes that one query may fetch from the bucket (<c>--store.grpc.downloaded-bytes-limit</c>). No limit by default.</summary>
    public ByteSize? DownloadLimit { get; init; }

    /// <summary>Time between two looks at the bucket (<c>--sync-block-duration</c>). Default: Thanos' own, 15 minutes.</summary>
    public Duration? SyncInterval { get; init; }

    /// <summary>
    /// How long a block that is marked for deletion is still served (<c>--ignore-deletion-marks-delay</c>). Default 24 hours;
    /// shorter than the compactor's <see cref="Compactor.DeleteDelay"/>.
    /// </summary>
    public Duration? IgnoreDeletionMarksDelay { get; init; }

    /// <summary>Whether index headers are opened when they are first needed (<c>--store.enable-index-header-lazy-reader</c>). Default true.</summary>
    public bool? LazyIndexHeaders { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Store Gateway";
}

/// <summary>A part of the Store Gateway by the age of blocks.</summary>
public sealed record StoreRange : Element
{
    /// <summary>Names the part.</summary>
    /// <param name="name">A DNS label, for example <c>recent</c>; it goes into the pods' names.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public StoreRange(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Name = name;

    /// <summary>The part's name.</summary>
    public string Name { get; }

    /// <summary>The age of the oldest samples that it serves (<c>--min-time</c>); all there are when null.</summary>
    public Duration? Oldest { get; init; }

    /// <summary>The age of the newest samples that it serves (<c>--max-time</c>); up to now when null.</summary>
    public Duration? Newest { get; init; }

    /// <summary>Its parts by hash; as the Store Gateway says when null.</summary>
    public int? Shards { get; init; }

    /// <summary>What each of its pods asks for; as the Store Gateway says when null.</summary>
    public Resources? Resources { get; init; }

    /// <summary>The disk of each of its pods; as the Store Gateway says when null.</summary>
    public ByteSize? Volume { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"store range '{Name}'";
}
