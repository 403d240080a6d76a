namespace Belvedere.BuiltInContent;

/// <summary>
/// Alerts on the way to the hub. They are evaluated on the managed cluster, because what is wrong with the way cannot be seen
/// at its end.
/// </summary>
static class WritePathAlerts
{
    /// <summary>The group.</summary>
    public static RuleGroup Group => new("belvedere-write-path")
    {
        Rules =
        [
            Alerts.Warning(
                "BelvedereRemoteWriteBehind",
                """
                max_over_time(prometheus_remote_storage_highest_timestamp_in_seconds[5m])
                  - ignoring (remote_name, url) group_right ()
                max_over_time(prometheus_remote_storage_queue_highest_sent_timestamp_seconds[5m])
                  > 120
                """,
                15.Minutes,
                "Samples reach the hub late.",
                "Prometheus {{ $labels.namespace }}/{{ $labels.pod }} is {{ $value | humanizeDuration }} behind in sending to {{ $labels.url }}. Dashboards of the hub show this cluster's past."),
            Alerts.Critical(
                "BelvedereRemoteWriteFailing",
                "rate(prometheus_remote_storage_samples_failed_total[5m]) > 0",
                10.Minutes,
                "Samples are refused by the hub and lost.",
                "Prometheus {{ $labels.namespace }}/{{ $labels.pod }} loses {{ $value | humanize }} samples a second on the way to {{ $labels.url }}."),
            Alerts.Warning(
                "BelvedereRemoteWriteAtMaxShards",
                "prometheus_remote_storage_shards_desired > prometheus_remote_storage_shards_max",
                15.Minutes,
                "Sending to the hub needs more connections than it may open.",
                "Prometheus {{ $labels.namespace }}/{{ $labels.pod }} would open {{ $value }} connections to {{ $labels.url }}. Ship fewer series, or raise the profile's queue."),
        ],
    };
}
