namespace Belvedere;

/// <summary>How Advanced Cluster Management knows the clusters of a delivery.</summary>
public sealed record AcmFleet
{
    /// <summary>The cluster sets that they are in. Default <c>global</c>.</summary>
    public IReadOnlyList<string> ClusterSets { get; init; } = [];
}
