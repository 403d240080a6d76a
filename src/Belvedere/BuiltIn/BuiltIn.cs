namespace Belvedere;

/// <summary>What ships with Belvedere, written as a user would write it.</summary>
public static class BuiltIn
{
    /// <summary>
    /// A view of each cluster in a few series that every managed cluster records for itself, and the alerts of its write path.
    /// The fleet dashboards read these series, so they are cheap with a thousand clusters.
    /// </summary>
    public static IReadOnlyList<RuleSource> FleetRules => [BuiltInContent.ClusterRecords.Group, BuiltInContent.WritePathAlerts.Group];

    /// <summary>The dashboards over all clusters.</summary>
    public static IReadOnlyList<DashboardSource> FleetDashboards => [Shipped("fleet-overview")];

    static ShippedDashboard Shipped(string name) => new(name, line: 0, file: "");
}
