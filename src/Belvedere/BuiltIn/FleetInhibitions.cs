namespace Belvedere.BuiltInContent;

/// <summary>What is no news once its cause is known: a thousand silent clusters are one alert.</summary>
static class FleetInhibitions
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<AlertInhibition> All =>
    [
        new()
        {
            Source = new() { ["alertname"] = "BelvedereHubWritePathDown" },
            Target = new() { ["alertname"] = "BelvedereClusterSilent|BelvedereManyClustersSilent" },
        },
        new()
        {
            Source = new() { ["alertname"] = "BelvedereManyClustersSilent" },
            Target = new() { ["alertname"] = "BelvedereClusterSilent" },
            Equal = ["ring"],
        },
    ];
}
