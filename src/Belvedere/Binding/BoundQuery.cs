namespace Belvedere.Binding;

/// <summary>What answers PromQL.</summary>
abstract record BoundQuery
{
    public required BoundComponent Component { get; init; }

    public required int Replicas { get; init; }

    public required Duration Timeout { get; init; }

    public required int MaxConcurrent { get; init; }

    public required bool AutoDownsampling { get; init; }

    /// <summary>What is only emitted when it was said.</summary>
    public QueryComponent Said => (QueryComponent)Component.Authored;
}

sealed record BoundQuerier : BoundQuery
{
    public required Querier Authored { get; init; }

    public required BoundQuerierExposure? Exposure { get; init; }
}

/// <summary>How other hubs reach the Querier.</summary>
sealed record BoundQuerierExposure
{
    public required string Host { get; init; }

    public required BoundCertificate Certificate { get; init; }

    public required BoundClientAuthority ClientAuthority { get; init; }

    public required WriteExposure Way { get; init; }
}

sealed record BoundGlobalQuerier : BoundQuery
{
    public required GlobalQuerier Authored { get; init; }

    public required BoundCertificate ClientCertificate { get; init; }

    public required SecretKey ServerAuthority { get; init; }

    public required string? ServerAuthorityRevision { get; init; }
}

sealed record BoundQueryFrontend
{
    public required QueryFrontend Authored { get; init; }

    public required BoundComponent Component { get; init; }

    public required int Replicas { get; init; }

    public required Cache Cache { get; init; }

    public required Duration SplitInterval { get; init; }

    public required Duration LogQueriesLongerThan { get; init; }

    public required bool CompressResponses { get; init; }
}
