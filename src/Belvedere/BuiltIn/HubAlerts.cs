namespace Belvedere.BuiltInContent;

/// <summary>
/// Alerts about the hub's own components, over their own metrics. Whatever observes the hub evaluates them, never the Ruler:
/// most of what they find would silence it.
/// </summary>
static class HubAlerts
{
    /// <summary>The groups.</summary>
    public static IReadOnlyList<RuleGroup> Groups => [WritePath, Queries, Blocks, Rules, Notifications];

    static RuleGroup WritePath => new("belvedere-hub-write-path")
    {
        Placement = Placement.HubHealth,
        Rules =
        [
            Alerts.Info(
                "BelvedereHubDeadMansSwitch",
                "vector(1)",
                "What observes the hub works, and so does the way from there to notifications.",
                "Fires at all times. Whoever receives it calls somebody when it stops."),
            Alerts.Critical(
                "BelvedereHubWritePathDown",
                """
                (sum(rate(http_requests_total{job="thanos-receive", handler="receive", code=~"2.."}[5m])) or vector(0)) == 0
                """,
                10.Minutes,
                "The hub takes no samples at all.",
                "Receive answered no write with success for ten minutes. Managed clusters hold some two hours of samples; what is older is lost."),
            Alerts.Critical(
                "BelvedereWriteErrors",
                """
                  sum(rate(http_requests_total{job="thanos-receive", handler="receive", code=~"5.."}[5m]))
                /
                  sum(rate(http_requests_total{job="thanos-receive", handler="receive"}[5m]))
                > 0.05
                """,
                10.Minutes,
                "{{ $value | humanizePercentage }} of all writes fail on the hub.",
                "Receive answers more than a twentieth of the writes with a server error. Clusters send them again, and fall behind."),
            Alerts.Warning(
                "BelvedereWriteTooLarge",
                """sum by (tenant) (rate(http_requests_total{job="thanos-receive", handler="receive", code="413"}[5m])) > 0""",
                5.Minutes,
                "Requests of tenant {{ $labels.tenant }} are above a limit, and their samples are lost.",
                "Receive refuses requests of tenant {{ $labels.tenant }} with 413, which Prometheus does not send again."),
            Alerts.Warning(
                "BelvedereWriteLimited",
                """sum by (tenant) (rate(http_requests_total{job="thanos-receive", handler="receive", code="429"}[5m])) > 0""",
                10.Minutes,
                "Tenant {{ $labels.tenant }} has more series than it may.",
                "Receive refuses requests of tenant {{ $labels.tenant }} with 429 until it has fewer series. They are sent again for some two hours."),
            Alerts.Warning(
                "BelvedereWriteConflicts",
                """
                  sum by (tenant) (rate(http_requests_total{job="thanos-receive", handler="receive", code="409"}[5m]))
                /
                  sum by (tenant) (rate(http_requests_total{job="thanos-receive", handler="receive"}[5m]))
                > 0.01
                """,
                15.Minutes,
                "Samples of tenant {{ $labels.tenant }} are too old or twice there, and lost.",
                "Receive refuses {{ $value | humanizePercentage }} of the requests of tenant {{ $labels.tenant }} with 409: after an outage beyond the out-of-order window, by clocks that differ, or because two clusters send the same series."),
            Alerts.Warning(
                "BelvedereTenantNearSeriesLimit",
                """
                  sum by (tenant) (prometheus_tsdb_head_series{job="thanos-receive", component="ingestor"})
                >
                  0.8 * max by (tenant) (thanos_receive_head_series_limit{job="thanos-receive"} > 0)
                """,
                15.Minutes,
                "Tenant {{ $labels.tenant }} is near the number of series that it may have.",
                "All copies of the series of tenant {{ $labels.tenant }} are {{ $value | humanize }}, more than four fifths of its limit. Above the limit its writes are refused."),
            Alerts.Critical(
                "BelvedereReceiveReplicationFailing",
                """
                  sum(rate(thanos_receive_replications_total{job="thanos-receive", result="error"}[5m]))
                /
                  sum(rate(thanos_receive_replications_total{job="thanos-receive"}[5m]))
                > 0.05
                """,
                10.Minutes,
                "{{ $value | humanizePercentage }} of the samples do not reach enough ingestors.",
                "Routers cannot write more than a twentieth of the samples to a majority of the ingestors that should hold them."),
            Alerts.Warning(
                "BelvedereReceiveForwardFailing",
                """
                  sum by (namespace, pod) (rate(thanos_receive_forward_requests_total{job="thanos-receive", result="error"}[5m]))
                /
                  sum by (namespace, pod) (rate(thanos_receive_forward_requests_total{job="thanos-receive"}[5m]))
                > 0.1
                """,
                15.Minutes,
                "Router {{ $labels.pod }} does not reach some ingestors.",
                "{{ $value | humanizePercentage }} of what {{ $labels.namespace }}/{{ $labels.pod }} sends to ingestors fails. With three copies writes go on; one more ingestor away and they stop."),
            Alerts.Critical(
                "BelvedereReceiveRingMismatch",
                """count(count_values("hash", thanos_receive_config_hash{job="thanos-receive"})) > 1""",
                15.Minutes,
                "Routers disagree on the hashring.",
                "{{ $value }} different hashrings are in use for fifteen minutes: series lie on different ingestors by the router they came through."),
            Alerts.Warning(
                "BelvedereReceiveRestarting",
                """changes(process_start_time_seconds{job="thanos-receive"}[1h]) > 3""",
                5.Minutes,
                "{{ $labels.pod }} starts again and again.",
                "{{ $labels.namespace }}/{{ $labels.pod }} started {{ $value }} times within an hour, as a rule because its memory is too small for the WAL that it replays."),
        ],
    };

    static RuleGroup Queries => new("belvedere-hub-queries")
    {
        Placement = Placement.HubHealth,
        Rules =
        [
            Alerts.Critical(
                "BelvedereQueryErrors",
                """
                  sum(rate(http_requests_total{job="thanos-query", code=~"5..", handler=~"query|query_range"}[5m]))
                /
                  sum(rate(http_requests_total{job="thanos-query", handler=~"query|query_range"}[5m]))
                > 0.05
                """,
                10.Minutes,
                "{{ $value | humanizePercentage }} of all queries fail.",
                "Dashboards show gaps, and rules of the Ruler are not evaluated."),
            Alerts.Warning(
                "BelvedereQueryEndpointsMissing",
                """
                  sum by (namespace, pod) (thanos_store_nodes_grpc_connections{job="thanos-query"})
                < on () group_left ()
                  (
                      count(up{job="thanos-receive", component="ingestor"} == 1)
                    + on () (count(count by (store) (up{job="thanos-store"} == 1)) or on () vector(0))
                  )
                """,
                15.Minutes,
                "{{ $labels.pod }} does not see all sources.",
                "{{ $labels.namespace }}/{{ $labels.pod }} is connected to {{ $value }} sources, fewer than there are ingestors and parts of the Store Gateway. Its answers are partial."),
            Alerts.Warning(
                "BelvedereStoreStale",
                """time() - max by (namespace, pod) (thanos_bucket_store_blocks_last_loaded_timestamp_seconds{job="thanos-store"} > 0) > 6 * 3600""",
                30.Minutes,
                "{{ $labels.pod }} has loaded no block for {{ $value | humanizeDuration }}.",
                "Blocks are uploaded every two hours. When ingestors forget the time that {{ $labels.namespace }}/{{ $labels.pod }} lacks, it is missing from every answer."),
        ],
    };

    static RuleGroup Blocks => new("belvedere-hub-blocks")
    {
        Placement = Placement.HubHealth,
        Rules =
        [
            Alerts.Critical(
                "BelvedereReceiveNoUpload",
                """
                sum by (namespace, pod) (increase(thanos_shipper_uploads_total{job="thanos-receive", component="ingestor"}[4h])) == 0
                """,
                30.Minutes,
                "{{ $labels.pod }} uploads no blocks.",
                "{{ $labels.namespace }}/{{ $labels.pod }} has uploaded nothing for four hours. Its samples are lost with its disk, and at the end of its retention."),
            Alerts.Warning(
                "BelvedereBucketFailing",
                """
                  sum by (job, operation) (rate(thanos_objstore_bucket_operation_failures_total[5m]))
                /
                  sum by (job, operation) (rate(thanos_objstore_bucket_operations_total[5m]))
                > 0.05
                """,
                15.Minutes,
                "{{ $labels.job }} fails in {{ $value | humanizePercentage }} of its {{ $labels.operation }} operations on the bucket.",
                "Object storage refuses or does not answer. Look at what it says in the log of {{ $labels.job }}."),
            Alerts.Critical(
                "BelvedereCompactHalted",
                """thanos_compact_halted{job="thanos-compact"} == 1""",
                5.Minutes,
                "The Compactor has stopped.",
                "{{ $labels.namespace }}/{{ $labels.pod }} found something that it must not touch and waits for a person. Nothing is compacted, downsampled or deleted until then."),
            Alerts.Warning(
                "BelvedereCompactBacklog",
                """sum by (namespace, pod) (thanos_compact_todo_compactions{job="thanos-compact"}) > 100""",
                12.Hours,
                "The Compactor falls behind.",
                "{{ $labels.namespace }}/{{ $labels.pod }} has {{ $value }} compactions before it for half a day. Long queries get slower and the bucket grows."),
            Alerts.Critical(
                "BelvedereCompactMultipleRunning",
                """count by (namespace, compact) (up{job="thanos-compact"} == 1) > 1""",
                5.Minutes,
                "Two Compactors work on one bucket.",
                "{{ $value }} Compactors run for the same share of the bucket; they destroy each other's work. Stop all but one at once."),
        ],
    };

    static RuleGroup Rules => new("belvedere-hub-rules")
    {
        Placement = Placement.HubHealth,
        Rules =
        [
            Alerts.Critical(
                "BelvedereRuleEvaluationFailing",
                """sum by (namespace, pod, rule_group) (increase(prometheus_rule_evaluation_failures_total{job="thanos-rule"}[5m])) > 0""",
                10.Minutes,
                "Rules of {{ $labels.rule_group }} cannot be evaluated.",
                "{{ $labels.namespace }}/{{ $labels.pod }} fails to evaluate rules, so their alerts cannot fire."),
            Alerts.Warning(
                "BelvedereRuleEvaluationMissed",
                """sum by (namespace, pod, rule_group) (increase(prometheus_rule_group_iterations_missed_total{job="thanos-rule"}[15m])) > 0""",
                15.Minutes,
                "Rules of {{ $labels.rule_group }} take longer than their interval.",
                "{{ $labels.namespace }}/{{ $labels.pod }} skips evaluations; records get gaps and alerts are late."),
            Alerts.Critical(
                "BelvedereRuleAlertsDropped",
                """
                sum by (namespace, pod) (
                    rate(thanos_alert_sender_alerts_dropped_total{job="thanos-rule"}[5m])
                  + rate(thanos_alert_queue_alerts_dropped_total{job="thanos-rule"}[5m])
                ) > 0
                """,
                5.Minutes,
                "Alerts of the Ruler do not reach Alertmanager.",
                "{{ $labels.namespace }}/{{ $labels.pod }} drops {{ $value | humanize }} alerts a second."),
        ],
    };

    static RuleGroup Notifications => new("belvedere-hub-notifications")
    {
        Placement = Placement.HubHealth,
        Rules =
        [
            Alerts.Critical(
                "BelvedereAlertmanagerClusterSplit",
                """
                  min by (namespace) (alertmanager_cluster_members{job="alertmanager-operated"})
                <
                  count by (namespace) (up{job="alertmanager-operated"})
                """,
                15.Minutes,
                "The replicas of Alertmanager do not see each other.",
                "A replica sees {{ $value }} members. Notifications come several times, and silences count on one part only."),
            Alerts.Critical(
                "BelvedereNotificationsFailing",
                """
                  sum by (namespace, integration) (rate(alertmanager_notifications_failed_total{job="alertmanager-operated"}[10m]))
                /
                  sum by (namespace, integration) (rate(alertmanager_notifications_total{job="alertmanager-operated"}[10m]))
                > 0.1
                """,
                10.Minutes,
                "Notifications by {{ $labels.integration }} fail.",
                "Alertmanager cannot deliver {{ $value | humanizePercentage }} of the notifications by {{ $labels.integration }}. Whoever waits for them hears nothing."),
            Alerts.Critical(
                "BelvedereAlertmanagerConfigRefused",
                """max by (namespace, pod) (alertmanager_config_last_reload_successful{job="alertmanager-operated"}) == 0""",
                10.Minutes,
                "Alertmanager refuses its configuration.",
                "{{ $labels.namespace }}/{{ $labels.pod }} runs on with the configuration before it, and does not start again without it."),
        ],
    };
}
