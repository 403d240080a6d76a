namespace Belvedere.BuiltInContent;

/// <summary>
/// Alerts about managed clusters that only the hub can see: those that should report and do not. The Ruler evaluates them over
/// what arrived, beside the inventory that the compiler writes as <c>belvedere:cluster_info</c>.
/// </summary>
static class FleetAlerts
{
    /// <summary>The group.</summary>
    public static RuleGroup Group => new("belvedere-fleet")
    {
        Placement = Placement.Hub,
        Interval = 1.Minutes,
        Rules =
        [
            Alerts.Critical(
                "BelvedereClusterSilent",
                """
                (belvedere:cluster_info{state="active"} and on (cluster) last_over_time(belvedere:cluster_heartbeat[7d]))
                  unless on (cluster) belvedere:cluster_heartbeat
                """,
                10.Minutes,
                "Cluster {{ $labels.cluster }} has stopped reporting.",
                "No heartbeat of cluster {{ $labels.cluster }} arrived for some fifteen minutes, though it reported within the last week. Its own alerts do not arrive either."),
            Alerts.Warning(
                "BelvedereClusterNeverReported",
                """
                belvedere:cluster_info{state="active"} unless on (cluster) last_over_time(belvedere:cluster_heartbeat[7d])
                """,
                1.Hours,
                "Cluster {{ $labels.cluster }} has never reported.",
                "The inventory holds cluster {{ $labels.cluster }} as active, and not one heartbeat of it arrived within a week."),
            Alerts.Critical(
                "BelvedereManyClustersSilent",
                """
                (
                    count by (ring) (belvedere:cluster_info{state="active"} unless on (cluster) belvedere:cluster_heartbeat)
                  /
                    count by (ring) (belvedere:cluster_info{state="active"})
                  > 0.05
                )
                and count by (ring) (belvedere:cluster_info{state="active"} unless on (cluster) belvedere:cluster_heartbeat) > 2
                """,
                5.Minutes,
                "{{ $value | humanizePercentage }} of the clusters of ring {{ $labels.ring }} are silent.",
                "More than a twentieth of the clusters of ring {{ $labels.ring }} do not report. What they share is at fault: a change of the ring, a network, the hub's write path."),
            Alerts.Warning(
                "BelvedereUnknownCluster",
                """count by (cluster) (belvedere:cluster_heartbeat) unless on (cluster) belvedere:cluster_info{state!="decommissioned"}""",
                15.Minutes,
                "Cluster {{ $labels.cluster }} reports and is not in the inventory.",
                "A cluster writes as {{ $labels.cluster }}, and the inventory has none of that name, or one that is decommissioned: it was removed and still runs, or it is not what it says."),
            Alerts.Critical(
                "BelvedereClusterIdentityConflict",
                "count by (cluster) (count by (cluster, cluster_id) (belvedere:cluster_heartbeat)) > 1",
                15.Minutes,
                "Two clusters write as {{ $labels.cluster }}.",
                "Heartbeats with {{ $value }} different values of cluster_id carry the name {{ $labels.cluster }}. After a reinstallation that ends by itself; otherwise two clusters mix their series."),
            Alerts.Info(
                "BelvedereFleetDeadMansSwitch",
                "count(belvedere:cluster_heartbeat) > 0",
                "The way from managed clusters to notifications works.",
                "Fires at all times while heartbeats arrive, are queried, evaluated and sent on. Whoever receives it calls somebody when it stops."),
        ],
    };
}
