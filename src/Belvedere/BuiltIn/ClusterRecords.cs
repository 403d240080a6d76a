namespace Belvedere.BuiltInContent;

/// <summary>One series a cluster for each question that the fleet overview asks.</summary>
static class ClusterRecords
{
    /// <summary>The group.</summary>
    public static RuleGroup Group => new("belvedere-cluster")
    {
        Interval = 1.Minutes,
        Rules =
        [
            new RecordingRule("belvedere:cluster_heartbeat", "vector(1)"),
            new RecordingRule("belvedere:cluster_targets_up:ratio", "sum(up) / count(up)"),
            new RecordingRule("belvedere:cluster_cpu_usage:ratio_rate5m", """1 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m]))"""),
            new RecordingRule("belvedere:cluster_memory_usage:ratio", "1 - sum(node_memory_MemAvailable_bytes) / sum(node_memory_MemTotal_bytes)"),
            new RecordingRule("belvedere:cluster_nodes_not_ready:sum", """sum(kube_node_status_condition{condition="Ready", status!="true"})"""),
            new RecordingRule("belvedere:cluster_pods_unhealthy:sum", """sum(kube_pod_status_phase{phase=~"Pending|Unknown|Failed"})"""),
            new RecordingRule("belvedere:cluster_alerts_firing:count", """count by (severity) (ALERTS{alertstate="firing"})"""),
        ],
    };
}
