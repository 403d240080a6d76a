namespace Belvedere;

/// <summary>
/// What may be written (<c>--receive.limits-config-file</c>). A request above a limit is refused with 413 and its samples are
/// lost: limits are for accidents, not for daily work.
/// </summary>
public sealed record ReceiveLimits
{
    /// <summary>Requests that one router has open at a time (<c>max_concurrency</c>); no limit by default.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>Of every tenant that has none of its own.</summary>
    public TenantLimits Default { get; init; } = new();

    /// <summary>Of single tenants, by name. What one of them leaves out is as in <see cref="Default"/>.</summary>
    public IReadOnlyDictionary<string, TenantLimits> Tenants { get; init; } = new Dictionary<string, TenantLimits>();

    /// <summary>
    /// The Prometheus that knows how many series each tenant has (<c>meta_monitoring_url</c>). By default the hub's own, if it
    /// has one. Without it no limit of series is kept.
    /// </summary>
    public string? MetaMonitoringUrl { get; init; }
}

/// <summary>Limits of a tenant; what is null has none.</summary>
public sealed record TenantLimits
{
    /// <summary>The largest request, uncompressed (<c>size_bytes_limit</c>).</summary>
    public ByteSize? RequestSize { get; init; }

    /// <summary>Series in a request (<c>series_limit</c>).</summary>
    public int? RequestSeries { get; init; }

    /// <summary>Samples in a request (<c>samples_limit</c>). At least what the clusters' queues send at a time.</summary>
    public int? RequestSamples { get; init; }

    /// <summary>
    /// Series that the tenant may have, all copies counted (<c>head_series_limit</c>). Above it requests are refused with 429,
    /// which the clusters' queues send again.
    /// </summary>
    public long? HeadSeries { get; init; }
}
