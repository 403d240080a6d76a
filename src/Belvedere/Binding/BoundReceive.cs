namespace Belvedere.Binding;

sealed record BoundReceive
{
    public required Receive Authored { get; init; }

    public required ReceiveMode Mode { get; init; }

    public required BoundComponent Router { get; init; }

    public required ReceiveRouter AuthoredRouter { get; init; }

    public required int Routers { get; init; }

    public required int ForwardWorkers { get; init; }

    /// <summary>The rings in the order in which a tenant is looked for; at least one.</summary>
    public required IReadOnlyList<BoundHashring> Rings { get; init; }

    public required int ReplicationFactor { get; init; }

    public required Tenancy Tenancy { get; init; }

    public required string DefaultTenant { get; init; }

    public required Duration OutOfOrderWindow { get; init; }

    public required Duration FutureWindow { get; init; }

    public required BoundCertificate Certificate { get; init; }

    public required BoundClientAuthority ClientAuthority { get; init; }

    public required WriteExposure Exposure { get; init; }

    public int Ingestors => Rings.Sum(ring => ring.Ingestors);

    /// <summary>The label in which Receive writes the tenant.</summary>
    public string TenantLabel => Tenancy is ClusterTenancy ? ClusterBinding.IdentityLabel : "tenant_id";
}

sealed record BoundHashring
{
    /// <summary>What the user wrote; null for the one ring of a Receive that names none.</summary>
    public required Hashring? Authored { get; init; }

    public required string Name { get; init; }

    /// <summary>Its StatefulSets: one, or one for each zone.</summary>
    public required IReadOnlyList<BoundIngestors> Groups { get; init; }

    public required Duration Retention { get; init; }

    public int Ingestors => Groups.Sum(group => group.Count);
}

/// <summary>The ingestors of one StatefulSet.</summary>
sealed record BoundIngestors
{
    /// <summary>The name of the StatefulSet and its Service.</summary>
    public required string Name { get; init; }

    public required string? Zone { get; init; }

    /// <summary>Those in the ring: the first of the pods.</summary>
    public required int Count { get; init; }

    /// <summary>Those that are no longer in it.</summary>
    public required int Retiring { get; init; }

    public required BoundComponent Component { get; init; }

    public required ByteSize Volume { get; init; }

    public required string? StorageClass { get; init; }
}

/// <summary>Where the authorities of clients are.</summary>
abstract record BoundClientAuthority;

/// <summary>In a Secret.</summary>
sealed record BoundAuthoritySecret(SecretKey Key, string? Revision) : BoundClientAuthority;

/// <summary>In the repository: PEM text that was read from files.</summary>
sealed record BoundAuthorityBundle(string Pem) : BoundClientAuthority;
