using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>
/// Thanos Receive. As a rule it is split: routers end TLS and spread each series over the hashring, ingestors keep recent
/// samples and upload blocks. What is said here of pods is said of ingestors; <see cref="Router"/> has the routers' own.
/// </summary>
public sealed record Receive : ThanosComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public Receive([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>Whether routing and ingesting are apart. Default <see cref="ReceiveMode.Split"/>.</summary>
    public ReceiveMode? Mode { get; init; }

    /// <summary>Pods that keep samples: the nodes of the hashring. Default 3. Where there are <see cref="Hashrings"/>: of each that says nothing else.</summary>
    public int? Ingestors { get; init; }

    /// <summary>
    /// Pods beyond <see cref="Ingestors"/> that run on and are in no hashring: nobody writes to them, and queries still read what
    /// they hold. Ingestors that are taken away are first counted here instead, and leave in a later change: at once, the
    /// hashring would name pods that are gone. Default 0. Where there are <see cref="Hashrings"/>: of each that says nothing else.
    /// </summary>
    public int? Retiring { get; init; }

    /// <summary>
    /// Rings of ingestors, in the order in which a tenant is looked for. None by default: one ring takes every tenant.
    /// </summary>
    public IReadOnlyList<Hashring> Hashrings { get; init; } = [];

    /// <summary>The routers; with their defaults when null.</summary>
    public ReceiveRouter? Router { get; init; }

    /// <summary>
    /// How many ingestors keep each sample (<c>--receive.replication-factor</c>). Default 3, or 1 where a ring has fewer than
    /// three ingestors. At most the number of ingestors of the smallest ring.
    /// </summary>
    public int? ReplicationFactor { get; init; }

    /// <summary>Who is a tenant, and so what is kept apart. Default <see cref="Tenancy.Shared"/>.</summary>
    public Tenancy? Tenancy { get; init; }

    /// <summary>What a tenant may write; no limits by default.</summary>
    public ReceiveLimits? Limits { get; init; }

    /// <summary>How long ingestors keep samples on disk (<c>--tsdb.retention</c>). Default 2 days; at least 6 hours.</summary>
    public Duration? Retention { get; init; }

    /// <summary>Samples this much older than the newest are still taken (<c>--tsdb.out-of-order.time-window</c>). Default 10 minutes.</summary>
    public Duration? OutOfOrderWindow { get; init; }

    /// <summary>Samples of a chunk that came out of order (<c>--tsdb.out-of-order.cap-max</c>). Default: Thanos' own, 32.</summary>
    public int? OutOfOrderCapacity { get; init; }

    /// <summary>
    /// Samples this far in the future are refused (<c>--tsdb.too-far-in-future.time-window</c>): one cluster with a wrong clock
    /// would otherwise make those of all others too old. Default 10 minutes.
    /// </summary>
    public Duration? FutureWindow { get; init; }

    /// <summary>Exemplars that each tenant keeps (<c>--tsdb.max-exemplars</c>). Default 0: they are dropped.</summary>
    public int? MaxExemplars { get; init; }

    /// <summary>The disk of each ingestor. Default 100 GiB.</summary>
    public ByteSize? Volume { get; init; }

    /// <summary>The storage class of the disks; the cluster's default when null.</summary>
    public string? StorageClass { get; init; }

    /// <summary>
    /// The routers' serving certificate: a Secret with <c>tls.crt</c> and <c>tls.key</c>, or one that cert-manager makes.
    /// Default: the Secret <c>receive-server-tls</c>.
    /// </summary>
    public CertificateSource? ServerCertificate { get; init; }

    /// <summary>The authorities that clients' certificates are checked against. Default: <c>ca.crt</c> of the serving certificate's Secret.</summary>
    public ClientAuthority? ClientAuthority { get; init; }

    /// <summary>How managed clusters reach the routers. Default: a passthrough Route on OpenShift, a load balancer on Kubernetes.</summary>
    public WriteExposure? Exposure { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Receive";
}

/// <summary>Whether Receive's two roles are apart.</summary>
public enum ReceiveMode
{
    /// <summary>Routers and ingestors are pods of their own: an ingestor's start does not depend on the ring.</summary>
    Split = 1,

    /// <summary>Each pod does both. Fewer pods, for small hubs; every pod ends TLS, and none may be lost while the ring changes.</summary>
    Combined,
}

/// <summary>The routers of a split Receive.</summary>
public sealed record ReceiveRouter : ThanosComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public ReceiveRouter([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>Pods that take the writes. Default 2.</summary>
    public int? Replicas { get; init; }

    /// <summary>Requests to ingestors that one pod has open at a time (<c>--receive.forward.async-workers</c>). Default 20.</summary>
    public int? ForwardWorkers { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Receive router";
}
