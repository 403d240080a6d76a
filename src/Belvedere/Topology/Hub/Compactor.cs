using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>
/// Thanos Compact: merges blocks, downsamples them and deletes old ones. A bucket has exactly one: two would destroy each
/// other's work.
/// </summary>
public sealed record Compactor : ThanosComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public Compactor([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>How long blocks are kept. Default: 90 days of raw samples, a year downsampled to 5 minutes and to an hour.</summary>
    public BlockRetention? Retention { get; init; }

    /// <summary>Whether samples are downsampled to 5 minutes and an hour (<c>--downsampling.disable</c>). Default true.</summary>
    public bool? Downsampling { get; init; }

    /// <summary>
    /// Whether copies that Receive's replicas and the Ruler's hold become one block (<c>--deduplication.replica-label</c>).
    /// Default true; blocks that were merged are not parted again.
    /// </summary>
    public bool? Deduplicate { get; init; }

    /// <summary>
    /// Parts, each with its share of the tenants. Default 1; a tenant's blocks must meet in one part, so more parts than
    /// tenants stand idle.
    /// </summary>
    public int? Shards { get; init; }

    /// <summary>Groups that are compacted at a time (<c>--compact.concurrency</c>). Default 1; each needs its own share of the disk.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Blocks that are downsampled at a time (<c>--downsample.concurrency</c>). Default 1.</summary>
    public int? DownsampleConcurrency { get; init; }

    /// <summary>
    /// The disk: twice the two weeks of blocks of the largest tenant, times <see cref="Concurrency"/>. Default 200 GiB.
    /// </summary>
    public ByteSize? Volume { get; init; }

    /// <summary>The storage class of the disk; the cluster's default when null.</summary>
    public string? StorageClass { get; init; }

    /// <summary>How long a block must lie before it is touched (<c>--consistency-delay</c>). Default 30 minutes.</summary>
    public Duration? ConsistencyDelay { get; init; }

    /// <summary>
    /// Time from the mark for deletion to the deletion (<c>--delete-delay</c>). Default 48 hours; longer than the Store Gateway
    /// serves marked blocks.
    /// </summary>
    public Duration? DeleteDelay { get; init; }

    /// <summary>Time between two rounds (<c>--wait-interval</c>). Default: Thanos' own, 5 minutes.</summary>
    public Duration? WaitInterval { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Compactor";
}

/// <summary>
/// How long blocks of each resolution are kept; what is null takes the default, <see cref="Forever"/> is no limit. Equal
/// lengths are the rule of thumb: a dashboard that zooms in needs raw samples, one over months the others.
/// </summary>
public sealed record BlockRetention
{
    /// <summary>No limit: nothing is ever deleted.</summary>
    public static Duration Forever { get; } = new(0);

    /// <summary>Samples as they came (<c>--retention.resolution-raw</c>). At least 40 hours with downsampling.</summary>
    public Duration? Raw { get; init; }

    /// <summary>Samples of 5 minutes (<c>--retention.resolution-5m</c>). At least 10 days with downsampling.</summary>
    public Duration? FiveMinutes { get; init; }

    /// <summary>Samples of an hour (<c>--retention.resolution-1h</c>).</summary>
    public Duration? OneHour { get; init; }
}
