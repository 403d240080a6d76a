namespace Belvedere;

/// <summary>The sending queue of <c>remote_write</c> (<c>queueConfig</c>).</summary>
public sealed record WriteQueue
{
    /// <summary>
    /// The most connections that one Prometheus opens at a time (<c>maxShards</c>). Default 5: after an outage of the hub all
    /// clusters catch up at once, and the hub sees clusters × replicas × this many connections.
    /// </summary>
    public int? MaxShards { get; init; }

    /// <summary>Samples that one request holds (<c>maxSamplesPerSend</c>). Default 2000.</summary>
    public int? MaxSamplesPerSend { get; init; }

    /// <summary>Samples that one connection buffers (<c>capacity</c>). Default 10000; at least <see cref="MaxSamplesPerSend"/>.</summary>
    public int? Capacity { get; init; }

    /// <summary>The shortest wait before a refused request is sent again (<c>minBackoff</c>). Default 1 second.</summary>
    public Duration? MinBackoff { get; init; }

    /// <summary>The longest wait (<c>maxBackoff</c>). Default 5 minutes; no shorter than <see cref="MinBackoff"/>.</summary>
    public Duration? MaxBackoff { get; init; }
}
