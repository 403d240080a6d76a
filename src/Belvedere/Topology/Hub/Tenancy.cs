namespace Belvedere;

/// <summary>
/// Who is a tenant to Receive. A tenant has a database of its own on each ingestor that it uses, and its own stream of blocks in
/// the bucket. What a certificate proves is the tenant alone: the label <c>cluster</c> inside is what the sender writes.
/// </summary>
public abstract record Tenancy
{
    private protected Tenancy()
    {
    }

    /// <summary>
    /// One tenant for all. The cheapest: one database on each ingestor. A cluster that names itself like another is not
    /// stopped, only detected, and after an outage its old samples may come too late for the common database.
    /// </summary>
    public static SharedTenancy Shared { get; } = new();

    /// <summary>
    /// A tenant for each group of clusters, by the organizational unit of the client's certificate. 20 to 50 groups cost an
    /// ingestor as many databases; a cluster can still name itself like another of its group.
    /// </summary>
    /// <param name="label">The external label of managed clusters whose value is their group, for example <c>region</c>.</param>
    public static GroupTenancy PerGroup(string label) => new() { Label = label };

    /// <summary>
    /// A tenant for each cluster, by the common name of its certificate, which becomes the label <c>cluster</c>: no cluster can
    /// write as another. Each ingestor has a database for each cluster that uses it and uploads twelve blocks a day for each;
    /// for up to some 300 clusters, or with <see cref="Hashring.ShuffleSharding"/>.
    /// </summary>
    public static ClusterTenancy PerCluster { get; } = new();
}

/// <summary>One tenant for all clusters.</summary>
public sealed record SharedTenancy : Tenancy
{
    /// <summary>The tenant's name (<c>--receive.default-tenant-id</c>). Default <c>fleet</c>.</summary>
    public string? Tenant { get; init; }
}

/// <summary>A tenant for each group of clusters.</summary>
public sealed record GroupTenancy : Tenancy
{
    /// <summary>The external label of managed clusters whose value is their group.</summary>
    public required string Label { get; init; }
}

/// <summary>A tenant for each cluster.</summary>
public sealed record ClusterTenancy : Tenancy;
