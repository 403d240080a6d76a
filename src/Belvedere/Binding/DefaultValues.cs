namespace Belvedere.Binding;

/// <summary>
/// The values of one generation of <see cref="Defaults"/>. A generation never changes once released: a better value comes with
/// the next generation.
/// </summary>
sealed record DefaultValues
{
    public required string HubNamespace { get; init; }

    public required string ThanosImage { get; init; }

    public required int Ingestors { get; init; }

    public required int Routers { get; init; }

    /// <summary>The replication factor of a hashring with at least as many ingestors; smaller rings keep one copy.</summary>
    public required int ReplicationFactor { get; init; }

    public required Duration ReceiveRetention { get; init; }

    public required Duration OutOfOrderWindow { get; init; }

    public required ByteSize ReceiveVolume { get; init; }

    public required string ServerCertificate { get; init; }

    public required Resources IngestorResources { get; init; }

    public required Resources RouterResources { get; init; }

    public required int QuerierReplicas { get; init; }

    public required Duration QueryTimeout { get; init; }

    public required int QueryMaxConcurrent { get; init; }

    public required Resources QuerierResources { get; init; }

    public required string ClusterNamespace { get; init; }

    public required Duration ScrapeInterval { get; init; }

    public required Duration FederationInterval { get; init; }

    public required Duration ClusterRetention { get; init; }

    public required int ClusterReplicas { get; init; }

    public required Resources ClusterResources { get; init; }

    public required string ClientCertificate { get; init; }

    public required BoundQueue Queue { get; init; }

    public required Duration WriteTimeout { get; init; }

    public required string ObservabilityOperatorChannel { get; init; }

    public required string ClusterSet { get; init; }

    public required string Revision { get; init; }

    public required string ArgoCdNamespace { get; init; }

    public static DefaultValues For(Defaults generation) => generation switch
    {
        Defaults.V1 => V1,
        _ => throw new ArgumentOutOfRangeException(nameof(generation), generation, "No such generation of defaults."),
    };

    static DefaultValues V1 => new()
    {
        HubNamespace = "belvedere-hub",
        ThanosImage = "quay.io/thanos/thanos:v0.42.4",
        Ingestors = 3,
        Routers = 2,
        ReplicationFactor = 3,
        ReceiveRetention = 2.Days,
        OutOfOrderWindow = 10.Minutes,
        ReceiveVolume = 100.GiB,
        ServerCertificate = "receive-server-tls",
        IngestorResources = new() { Cpu = 1.Cores, Memory = 8.GiB, MemoryLimit = 16.GiB },
        RouterResources = new() { Cpu = 500.Millicores, Memory = 1.GiB, MemoryLimit = 2.GiB },
        QuerierReplicas = 2,
        QueryTimeout = 2.Minutes,
        QueryMaxConcurrent = 20,
        QuerierResources = new() { Cpu = 500.Millicores, Memory = 2.GiB, MemoryLimit = 8.GiB },
        ClusterNamespace = "belvedere-metrics",
        ScrapeInterval = 30.Seconds,
        FederationInterval = 1.Minutes,
        ClusterRetention = 2.Days,
        ClusterReplicas = 1,
        ClusterResources = new() { Cpu = 100.Millicores, Memory = 512.MiB },
        ClientCertificate = "hub-remote-write",
        Queue = new() { MaxShards = 5, MaxSamplesPerSend = 2000, Capacity = 10_000, MinBackoff = 1.Seconds, MaxBackoff = 5.Minutes },
        WriteTimeout = 30.Seconds,
        ObservabilityOperatorChannel = "stable",
        ClusterSet = "global",
        Revision = "main",
        ArgoCdNamespace = "argocd",
    };
}
