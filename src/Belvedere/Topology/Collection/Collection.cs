namespace Belvedere;

/// <summary>How a managed cluster's samples reach the hub.</summary>
public abstract record Collection
{
    private protected Collection()
    {
    }

    /// <summary>Prometheus on the managed cluster sends by <c>remote_write</c>.</summary>
    /// <param name="ship">What it sends; everything when null.</param>
    public static RemoteWrite RemoteWrite(Ship? ship = null) => new() { Ship = ship ?? Ship.Everything };
}

/// <summary>Collection by <c>remote_write</c>.</summary>
public sealed record RemoteWrite : Collection
{
    /// <summary>What is sent (<c>writeRelabelConfigs</c>).</summary>
    public Ship Ship { get; init; } = Ship.Everything;

    /// <summary>The queue between Prometheus and the hub (<c>queueConfig</c>).</summary>
    public WriteQueue Queue { get; init; } = new();

    /// <summary>What changes on the way (<c>writeRelabelConfigs</c>), before the filter of <see cref="Ship"/>.</summary>
    public IReadOnlyList<Relabeling> Relabel { get; init; } = [];

    /// <summary>How long one request may take (<c>remoteTimeout</c>). Default 30 seconds.</summary>
    public Duration? Timeout { get; init; }
}
