namespace Belvedere.Binding;

/// <summary>
/// The values of one generation of <see cref="Defaults"/>. A generation never changes once released: a better value comes with
/// the next generation.
/// </summary>
sealed record DefaultValues
{
    public required HubDefaults Hub { get; init; }

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

    public required string FleetNamespace { get; init; }

    public required string Revision { get; init; }

    public required string ArgoCdNamespace { get; init; }

    public static DefaultValues For(Defaults generation) => generation switch
    {
        Defaults.V1 => V1,
        _ => throw new ArgumentOutOfRangeException(nameof(generation), generation, "No such generation of defaults."),
    };

    static DefaultValues V1 => new()
    {
        Hub = HubDefaults.V1,
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
        FleetNamespace = "belvedere-fleet",
        Revision = "main",
        ArgoCdNamespace = "argocd",
    };
}
