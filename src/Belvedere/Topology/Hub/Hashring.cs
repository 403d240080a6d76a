using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>
/// A ring of ingestors that keeps the series of some tenants. Series are placed by <c>ketama</c>, so that a ring that grows
/// moves few of them.
/// </summary>
public sealed record Hashring : Element
{
    /// <summary>Names the ring.</summary>
    /// <param name="name">A DNS label; it goes into the pods' names.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public Hashring(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Name = name;

    /// <summary>The ring's name.</summary>
    public string Name { get; }

    /// <summary>Its tenants; every one that no ring before it has when empty, so such a ring is the last.</summary>
    public IReadOnlyList<string> Tenants { get; init; } = [];

    /// <summary>How <see cref="Tenants"/> are compared. Default <see cref="Belvedere.TenantMatch.Exact"/>.</summary>
    public TenantMatch? TenantMatch { get; init; }

    /// <summary>Its ingestors; as Receive says when null. With zones they are divided over them evenly.</summary>
    public int? Ingestors { get; init; }

    /// <summary>Pods that run on and are no longer in the ring, see <see cref="Receive.Retiring"/>; as Receive says when null.</summary>
    public int? Retiring { get; init; }

    /// <summary>
    /// Zones of the hub, as nodes have them in <c>topology.kubernetes.io/zone</c>. Copies of a sample then lie in different
    /// zones, and each zone has a StatefulSet of its own. None by default.
    /// </summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Each tenant uses only some ingestors of the ring; all by default.</summary>
    public ShuffleSharding? ShuffleSharding { get; init; }

    /// <summary>What each ingestor asks for; as Receive says when null.</summary>
    public Resources? Resources { get; init; }

    /// <summary>Where its ingestors run; as Receive says when null.</summary>
    public Scheduling? Scheduling { get; init; }

    /// <summary>How long its ingestors keep samples; as Receive says when null.</summary>
    public Duration? Retention { get; init; }

    /// <summary>The disk of each ingestor; as Receive says when null.</summary>
    public ByteSize? Volume { get; init; }

    /// <summary>The storage class of its disks; as Receive says when null.</summary>
    public string? StorageClass { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"hashring '{Name}'";
}

/// <summary>How a hashring's tenants are compared (<c>tenant_matcher_type</c>).</summary>
public enum TenantMatch
{
    /// <summary>As they are written.</summary>
    Exact = 1,

    /// <summary>With <c>*</c>, <c>?</c> and <c>[…]</c> as in file names.</summary>
    Glob,
}

/// <summary>A part of a ring for each tenant, so that one tenant's burst does not reach every ingestor (<c>shuffle_sharding_config</c>).</summary>
public sealed record ShuffleSharding
{
    /// <summary>Ingestors for each tenant.</summary>
    /// <param name="shardSize">At least the replication factor.</param>
    public ShuffleSharding(int shardSize) => ShardSize = shardSize;

    /// <summary>Ingestors for each tenant (<c>shard_size</c>).</summary>
    public int ShardSize { get; init; }

    /// <summary>Whether a tenant's ingestors may all lie in one zone (<c>zone_awareness_disabled</c>). Default false.</summary>
    public bool? IgnoreZones { get; init; }

    /// <summary>Tenants that have more or fewer ingestors (<c>overrides</c>).</summary>
    public IReadOnlyList<ShardSizeOverride> Overrides { get; init; } = [];
}

/// <summary>Ingestors for some tenants.</summary>
/// <param name="ShardSize">How many.</param>
/// <param name="Tenants">The tenants.</param>
public sealed record ShardSizeOverride(int ShardSize, IReadOnlyList<string> Tenants);
