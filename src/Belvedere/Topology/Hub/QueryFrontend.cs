using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>Thanos Query Frontend: splits long queries by time, keeps answers, and tries again. It stands before the Querier.</summary>
public sealed record QueryFrontend : ThanosComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public QueryFrontend([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>Pods. Default 2.</summary>
    public int? Replicas { get; init; }

    /// <summary>Where answers are kept (<c>--query-range.response-cache-config-file</c> and that of labels). Default: 512 MiB of each pod's memory.</summary>
    public Cache? Cache { get; init; }

    /// <summary>The time that one part of a range query covers (<c>--query-range.split-interval</c>). Default 24 hours.</summary>
    public Duration? SplitInterval { get; init; }

    /// <summary>How often a part that failed is tried again (<c>--query-range.max-retries-per-request</c>). Default: Thanos' own, 5.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>The longest range that a query may ask for (<c>--query-range.max-query-length</c>). No limit by default.</summary>
    public Duration? MaxQueryLength { get; init; }

    /// <summary>Parts of one query that run at a time (<c>--query-range.max-query-parallelism</c>). Default: Thanos' own, 14.</summary>
    public int? MaxParallelism { get; init; }

    /// <summary>Queries that take longer are logged (<c>--query-frontend.log-queries-longer-than</c>). Default 10 seconds.</summary>
    public Duration? LogQueriesLongerThan { get; init; }

    /// <summary>Parts by series, beside those by time, of queries that allow it (<c>--query-frontend.vertical-shards</c>). None by default.</summary>
    public int? VerticalShards { get; init; }

    /// <summary>Whether answers are compressed (<c>--query-frontend.compress-responses</c>). Default true.</summary>
    public bool? CompressResponses { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Query Frontend";
}
