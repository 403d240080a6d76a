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
            new AlertingRule("BelvedereRemoteWriteBehind", """
                max_over_time(prometheus_remote_storage_highest_timestamp_in_seconds[5m])
                  - ignoring (remote_name, url) group_right ()
                max_over_time(prometheus_remote_storage_queue_highest_sent_timestamp_seconds[5m])
                  > 120
                """)
            {
                For = 15.Minutes,
                Severity = Severity.Warning,
                Summary = "Samples reach the hub late.",
                Description = "Prometheus {{ $labels.namespace }}/{{ $labels.pod }} is {{ $value | humanizeDuration }} behind in sending to {{ $labels.url }}. Dashboards of the hub show this cluster's past.",
            },
            new AlertingRule("BelvedereRemoteWriteFailing", "rate(prometheus_remote_storage_samples_failed_total[5m]) > 0")
            {
                For = 10.Minutes,
                Severity = Severity.Critical,
                Summary = "Samples are refused by the hub and lost.",
                Description = "Prometheus {{ $labels.namespace }}/{{ $labels.pod }} loses {{ $value | humanize }} samples a second on the way to {{ $labels.url }}.",
            },
            new AlertingRule("BelvedereRemoteWriteAtMaxShards", """
                prometheus_remote_storage_shards_desired > prometheus_remote_storage_shards_max
                """)
            {
                For = 15.Minutes,
                Severity = Severity.Warning,
                Summary = "Sending to the hub needs more connections than it may open.",
                Description = "Prometheus {{ $labels.namespace }}/{{ $labels.pod }} would open {{ $value }} connections to {{ $labels.url }}. Ship fewer series, or raise the profile's queue.",
            },
        ],
    };
}
