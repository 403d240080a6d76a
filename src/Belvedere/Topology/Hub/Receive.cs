using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>
/// Thanos Receive, split into routers and ingestors: routers end TLS and spread each series over the hashring; ingestors keep
/// recent samples and upload blocks.
/// </summary>
public sealed record Receive : ThanosComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public Receive([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>Pods that keep samples: the nodes of the hashring. Default 3.</summary>
    public int? Ingestors { get; init; }

    /// <summary>Pods that take the writes. Default 2.</summary>
    public int? Routers { get; init; }

    /// <summary>
    /// How many ingestors keep each sample (<c>--receive.replication-factor</c>). Default 3, or 1 with fewer than three
    /// ingestors. At most the number of ingestors.
    /// </summary>
    public int? ReplicationFactor { get; init; }

    /// <summary>How long ingestors keep samples on disk (<c>--tsdb.retention</c>). Default 2 days; at least 6 hours.</summary>
    public Duration? Retention { get; init; }

    /// <summary>Samples this much older than the newest are still taken (<c>--tsdb.out-of-order.time-window</c>). Default 10 minutes.</summary>
    public Duration? OutOfOrderWindow { get; init; }

    /// <summary>The disk of each ingestor. Default 100 GiB.</summary>
    public ByteSize? Volume { get; init; }

    /// <summary>The storage class of the disks; the cluster's default when null.</summary>
    public string? StorageClass { get; init; }

    /// <summary>
    /// The Secret with the routers' serving certificate (<c>tls.crt</c>, <c>tls.key</c>) and the authority that client
    /// certificates are checked against (<c>ca.crt</c>). Default <c>receive-server-tls</c>.
    /// </summary>
    public SecretReference? ServerCertificate { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Receive";
}
