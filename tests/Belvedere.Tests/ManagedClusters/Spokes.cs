using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.ManagedClusters;

/// <summary>Fleets of one cluster, each of another kind.</summary>
static class Spokes
{
    /// <summary>What is shipped where a name is needed.</summary>
    public static readonly Ship Names = Ship.Metrics("belvedere:*", "cluster:node_cpu:ratio", "up");

    /// <summary>Rules that read and write something.</summary>
    public static RuleGroup Records => new("team")
    {
        Rules =
        [
            new RecordingRule("belvedere:team_cpu:ratio", "avg(cluster:node_cpu:ratio)"),
            new AlertingRule("TeamCpuBusy", "belvedere:team_cpu:ratio > 0.9") { For = 15.Minutes, Severity = Severity.Warning, Summary = "Busy.", Description = "On {{ $labels.cluster }}." },
        ],
    };

    /// <summary>Rules that only alert.</summary>
    public static RuleGroup Alerts => new("team-alerts")
    {
        Rules = [new AlertingRule("TeamDown", "up == 0") { For = 5.Minutes, Severity = Severity.Critical }],
    };

    /// <summary>A hub of no components but with a name to write to, and one cluster.</summary>
    public static MonitoringTopology Of(Platform platform, Profile profile, IReadOnlyList<RuleSource>? rules = null) => new("spokes")
    {
        Hub = new("hub", Platform.Kubernetes("1.33")) { WriteEndpoint = "write.metrics.example.com" },
        Clusters = [new("north", platform, profile) { ExternalLabels = new() { ["region"] = "eu" } }],
        Rules = rules ?? [],
    };

    /// <summary>The only cluster's overlay and base, and the hub's area for Advanced Cluster Management.</summary>
    public static Dictionary<string, string> Output(MonitoringTopology topology) => Compiled.Texts(Compiled.Repository(topology))
        .Where(file => file.Key.StartsWith("base/", StringComparison.Ordinal) || file.Key.StartsWith("clusters/", StringComparison.Ordinal) || file.Key.StartsWith("hub/acm/", StringComparison.Ordinal))
        .ToDictionary();
}
