namespace Belvedere;

/// <summary>What ships with Belvedere, written as a user would write it.</summary>
public static class BuiltIn
{
    /// <summary>
    /// A view of each cluster in a few series that every managed cluster records for itself, and the alerts of its write path.
    /// The fleet dashboards read these series, so they are cheap with a thousand clusters.
    /// </summary>
    public static IReadOnlyList<RuleSource> FleetRules => [BuiltInContent.ClusterRecords.Group, BuiltInContent.WritePathAlerts.Group];

    /// <summary>
    /// Nodes and namespaces of each managed cluster: three series for each of them. The lower half of the dashboard of a cluster
    /// reads them, and needs them sent: <c>belvedere:*</c> sends them.
    /// </summary>
    public static IReadOnlyList<RuleSource> ClusterDetailRules => [BuiltInContent.ClusterDetailRecords.Group];

    /// <summary>
    /// Alerts about managed clusters that the hub's Ruler evaluates: silent, unknown, twice the same, and a dead man's switch
    /// that proves the whole way. They read the heartbeat of <see cref="FleetRules"/>.
    /// </summary>
    public static IReadOnlyList<RuleSource> FleetAlerts => [BuiltInContent.FleetAlerts.Group];

    /// <summary>Alerts about the hub itself, for whatever observes it.</summary>
    public static IReadOnlyList<RuleSource> HubAlerts => BuiltInContent.HubAlerts.Groups;

    /// <summary>Alerts about a <see cref="GlobalQuerier"/>, beside <see cref="HubAlerts"/>.</summary>
    public static IReadOnlyList<RuleSource> GlobalQuerierAlerts => [BuiltInContent.GlobalQuerierAlerts.Group];

    /// <summary>What is not notified while its cause is: for <see cref="AlertmanagerCluster.Inhibitions"/>.</summary>
    public static IReadOnlyList<AlertInhibition> FleetInhibitions => BuiltInContent.FleetInhibitions.All;

    /// <summary>The dashboards of managed clusters: all of them at a glance, and each in detail.</summary>
    public static IReadOnlyList<DashboardSource> FleetDashboards => [Shipped("fleet-overview"), Shipped("cluster-detail")];

    /// <summary>The dashboards of the hub's own health and of the way into it.</summary>
    public static IReadOnlyList<DashboardSource> HubDashboards => [Shipped("thanos-health"), Shipped("remote-write-health")];

    static ShippedDashboard Shipped(string name) => new(name, line: 0, file: "");
}
