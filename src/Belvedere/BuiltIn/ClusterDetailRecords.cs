namespace Belvedere.BuiltInContent;

/// <summary>
/// Each node and each namespace of a cluster in a few series: three a node and three a namespace. With a thousand clusters that is
/// some hundred thousand series on the hub, so it is for those who want it.
/// </summary>
static class ClusterDetailRecords
{
    /// <summary>The group.</summary>
    public static RuleGroup Group => new("belvedere-cluster-detail")
    {
        Interval = 1.Minutes,
        Rules =
        [
            new RecordingRule("belvedere:node_cpu_usage:ratio_rate5m", """1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m]))"""),
            new RecordingRule("belvedere:node_memory_usage:ratio", "1 - sum by (instance) (node_memory_MemAvailable_bytes) / sum by (instance) (node_memory_MemTotal_bytes)"),
            new RecordingRule(
                "belvedere:node_filesystem_usage:max_ratio",
                """max by (instance) (1 - node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660"} / node_filesystem_size_bytes)"""),
            new RecordingRule("belvedere:namespace_cpu_usage:sum_rate5m", """sum by (namespace) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))"""),
            new RecordingRule("belvedere:namespace_memory_working_set_bytes:sum", """sum by (namespace) (container_memory_working_set_bytes{container!=""})"""),
            new RecordingRule("belvedere:namespace_restarts:sum_increase1h", "sum by (namespace) (increase(kube_pod_container_status_restarts_total[1h]))"),
        ],
    };
}
