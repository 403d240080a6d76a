namespace Belvedere;

/// <summary>
/// The collectors of Advanced Cluster Management collect and write to its own hub. Nothing is emitted for the clusters; the hub
/// gets what those collectors are configured by: <c>ScrapeConfig</c>, <c>PrometheusRule</c> and their place in the add-on.
/// </summary>
public sealed record AcmManaged : OpenShiftCollection
{
    /// <summary>The cluster sets that the clusters are in. Default <c>global</c>.</summary>
    public IReadOnlyList<string> ClusterSets { get; init; } = [];
}
