namespace Belvedere.Binding;

/// <summary>The values of one generation for the hub; see <see cref="DefaultValues"/>.</summary>
sealed record HubDefaults
{
    public required string Namespace { get; init; }

    public required int Priority { get; init; }

    public required int Ingestors { get; init; }

    public required int Routers { get; init; }

    public required int ForwardWorkers { get; init; }

    /// <summary>The replication factor of a hashring with at least as many ingestors; smaller rings keep one copy.</summary>
    public required int ReplicationFactor { get; init; }

    public required string Tenant { get; init; }

    public required Duration ReceiveRetention { get; init; }

    public required Duration OutOfOrderWindow { get; init; }

    public required Duration FutureWindow { get; init; }

    public required ByteSize ReceiveVolume { get; init; }

    public required string ServerCertificate { get; init; }

    public required Duration CertificateLifetime { get; init; }

    public required Duration CertificateRenewBefore { get; init; }

    public required Duration AuthorityLifetime { get; init; }

    public required Resources IngestorResources { get; init; }

    public required Resources RouterResources { get; init; }

    public required int StoreReplicas { get; init; }

    public required ByteSize StoreVolume { get; init; }

    public required ByteSize IndexCache { get; init; }

    public required Duration IgnoreDeletionMarksDelay { get; init; }

    public required Resources StoreResources { get; init; }

    public required int QuerierReplicas { get; init; }

    public required string QueryServerCertificate { get; init; }

    public required string QueryClientCertificate { get; init; }

    public required Duration QueryTimeout { get; init; }

    public required int QueryMaxConcurrent { get; init; }

    public required Resources QuerierResources { get; init; }

    public required int FrontendReplicas { get; init; }

    public required ByteSize FrontendCache { get; init; }

    public required Duration SplitInterval { get; init; }

    public required Duration LogQueriesLongerThan { get; init; }

    public required Resources FrontendResources { get; init; }

    public required Duration RawRetention { get; init; }

    public required Duration DownsampledRetention { get; init; }

    public required ByteSize CompactorVolume { get; init; }

    public required Duration ConsistencyDelay { get; init; }

    public required Duration DeleteDelay { get; init; }

    public required Resources CompactorResources { get; init; }

    public required int RulerReplicas { get; init; }

    public required Duration RuleInterval { get; init; }

    public required Duration RulerRetention { get; init; }

    public required Duration RuleQueryOffset { get; init; }

    public required ByteSize RulerVolume { get; init; }

    public required Resources RulerResources { get; init; }

    public required int AlertmanagerReplicas { get; init; }

    public required Duration AlertmanagerRetention { get; init; }

    public required ByteSize AlertmanagerVolume { get; init; }

    public required string AlertmanagerCertificate { get; init; }

    public required string AlertmanagerProxy { get; init; }

    public required Resources AlertmanagerResources { get; init; }

    public required string GrafanaAdministrator { get; init; }

    public required string GrafanaCertificate { get; init; }

    public required Resources GrafanaResources { get; init; }

    public required int MemcachedReplicas { get; init; }

    public required ByteSize MemcachedMemory { get; init; }

    public required ByteSize MemcachedItem { get; init; }

    public required int MemcachedConnections { get; init; }

    public required int PrometheusReplicas { get; init; }

    public required Duration PrometheusRetention { get; init; }

    public required ByteSize PrometheusVolume { get; init; }

    public required Resources PrometheusResources { get; init; }

    public static HubDefaults V1 => new()
    {
        Namespace = "belvedere-hub",
        Priority = 1_000_000,
        Ingestors = 3,
        Routers = 2,
        ForwardWorkers = 20,
        ReplicationFactor = 3,
        Tenant = "fleet",
        ReceiveRetention = 2.Days,
        OutOfOrderWindow = 10.Minutes,
        FutureWindow = 10.Minutes,
        ReceiveVolume = 100.GiB,
        ServerCertificate = "receive-server-tls",
        CertificateLifetime = 90.Days,
        CertificateRenewBefore = 30.Days,
        AuthorityLifetime = 3650.Days,
        IngestorResources = new() { Cpu = 1.Cores, Memory = 8.GiB, MemoryLimit = 16.GiB },
        RouterResources = new() { Cpu = 500.Millicores, Memory = 1.GiB, MemoryLimit = 2.GiB },
        StoreReplicas = 1,
        StoreVolume = 50.GiB,
        IndexCache = 1.GiB,
        IgnoreDeletionMarksDelay = 24.Hours,
        StoreResources = new() { Cpu = 500.Millicores, Memory = 4.GiB, MemoryLimit = 8.GiB },
        QuerierReplicas = 2,
        QueryServerCertificate = "query-server-tls",
        QueryClientCertificate = "query-client-tls",
        QueryTimeout = 2.Minutes,
        QueryMaxConcurrent = 20,
        QuerierResources = new() { Cpu = 500.Millicores, Memory = 2.GiB, MemoryLimit = 8.GiB },
        FrontendReplicas = 2,
        FrontendCache = 512.MiB,
        SplitInterval = 24.Hours,
        LogQueriesLongerThan = 10.Seconds,
        FrontendResources = new() { Cpu = 250.Millicores, Memory = 1.GiB, MemoryLimit = 2.GiB },
        RawRetention = 90.Days,
        DownsampledRetention = 365.Days,
        CompactorVolume = 200.GiB,
        ConsistencyDelay = 30.Minutes,
        DeleteDelay = 48.Hours,
        CompactorResources = new() { Cpu = 1.Cores, Memory = 4.GiB, MemoryLimit = 12.GiB },
        RulerReplicas = 2,
        RuleInterval = 1.Minutes,
        RulerRetention = 2.Days,
        RuleQueryOffset = 1.Minutes,
        RulerVolume = 20.GiB,
        RulerResources = new() { Cpu = 500.Millicores, Memory = 1.GiB, MemoryLimit = 4.GiB },
        AlertmanagerReplicas = 3,
        AlertmanagerRetention = 5.Days,
        AlertmanagerVolume = 10.GiB,
        AlertmanagerCertificate = "alertmanager-server-tls",
        AlertmanagerProxy = "quay.io/brancz/kube-rbac-proxy:v0.19.1",
        AlertmanagerResources = new() { Cpu = 50.Millicores, Memory = 256.MiB },
        GrafanaAdministrator = "grafana-admin",
        GrafanaCertificate = "grafana-tls",
        GrafanaResources = new() { Cpu = 100.Millicores, Memory = 512.MiB },
        MemcachedReplicas = 3,
        MemcachedMemory = 1.GiB,
        MemcachedItem = 4.MiB,
        MemcachedConnections = 4096,
        PrometheusReplicas = 2,
        PrometheusRetention = 7.Days,
        PrometheusVolume = 20.GiB,
        PrometheusResources = new() { Cpu = 200.Millicores, Memory = 1.GiB },
    };
}
