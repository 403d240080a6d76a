using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>Thanos Query: answers PromQL over everything that the hub holds, and removes replicas' duplicates.</summary>
public sealed record Querier : ThanosComponent
{
    /// <summary>Makes the component with its defaults.</summary>
    public Querier([CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file)
    {
    }

    /// <summary>Pods that answer. Default 2.</summary>
    public int? Replicas { get; init; }

    /// <summary>How long a query may take (<c>--query.timeout</c>). Default 2 minutes.</summary>
    public Duration? Timeout { get; init; }

    /// <summary>Queries that one pod answers at a time (<c>--query.max-concurrent</c>). Default 20.</summary>
    public int? MaxConcurrent { get; init; }

    /// <inheritdoc/>
    public override string Designation => "Querier";
}
