namespace Belvedere;

/// <summary>What everything that answers PromQL can be told.</summary>
public abstract record QueryComponent : ThanosComponent
{
    private protected QueryComponent(int line, string file) : base(line, file)
    {
    }

    /// <summary>Pods that answer. Default 2.</summary>
    public int? Replicas { get; init; }

    /// <summary>How long a query may take (<c>--query.timeout</c>). Default 2 minutes.</summary>
    public Duration? Timeout { get; init; }

    /// <summary>Queries that one pod answers at a time (<c>--query.max-concurrent</c>). Default 20.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>Selectors of one query that are fetched at a time (<c>--query.max-concurrent-select</c>). Default: Thanos' own, 4.</summary>
    public int? MaxConcurrentSelect { get; init; }

    /// <summary>
    /// Labels that tell replicas apart (<c>--query.replica-label</c>), beside those of the hub's own components and
    /// <c>prometheus_replica</c>. Series that differ in them only are one series to a query.
    /// </summary>
    public IReadOnlyList<string> ReplicaLabels { get; init; } = [];

    /// <summary>How replicas are made one (<c>--deduplication.func</c>). Default <see cref="Deduplication.Penalty"/>.</summary>
    public Deduplication? Deduplication { get; init; }

    /// <summary>What evaluates PromQL (<c>--query.promql-engine</c>). Default: Thanos' own default, the engine of Prometheus.</summary>
    public QueryEngine? Engine { get; init; }

    /// <summary>
    /// Whether a query is answered when a source fails (<c>--query.partial-response</c>), with a warning. Default: Thanos' own,
    /// true; a query may ask for the other.
    /// </summary>
    public bool? PartialResponse { get; init; }

    /// <summary>Whether long ranges are answered from downsampled blocks (<c>--query.auto-downsampling</c>). Default true.</summary>
    public bool? AutoDownsampling { get; init; }

    /// <summary>How old a sample may be to count as present (<c>--query.lookback-delta</c>). Default: Prometheus' own, 5 minutes.</summary>
    public Duration? LookbackDelta { get; init; }

    /// <summary>
    /// How long a source may stay silent before the answer goes on without it (<c>--store.response-timeout</c>). Default:
    /// as long as the query.
    /// </summary>
    public Duration? ResponseTimeout { get; init; }

    /// <summary>Series that one query may fetch (<c>--store.limits.request-series</c>). No limit by default.</summary>
    public int? SeriesLimit { get; init; }

    /// <summary>Samples that one query may fetch (<c>--store.limits.request-samples</c>). No limit by default.</summary>
    public int? SamplesLimit { get; init; }
}

/// <summary>How a query makes one series of its replicas.</summary>
public enum Deduplication
{
    /// <summary>Follows one replica and changes to another after a gap. Right for pairs of Prometheus, whose samples differ in time.</summary>
    Penalty = 1,

    /// <summary>Merges equal samples. Cheaper, and right only where replicas hold the same samples, as Receive's do.</summary>
    Chain,
}

/// <summary>What evaluates PromQL in Querier and Ruler.</summary>
public enum QueryEngine
{
    /// <summary>The engine of Prometheus.</summary>
    Prometheus = 1,

    /// <summary>Thanos' own, which runs parts of a query at a time. It lacks a few functions.</summary>
    Thanos,
}
