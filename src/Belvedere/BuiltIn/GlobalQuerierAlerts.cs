namespace Belvedere.BuiltInContent;

/// <summary>Alerts about the view over several hubs.</summary>
static class GlobalQuerierAlerts
{
    /// <summary>The group. A hub without a Global Querier has no series that it reads.</summary>
    public static RuleGroup Group => new("belvedere-global-querier")
    {
        Placement = Placement.HubHealth,
        Rules =
        [
            // Each endpoint is asked every few seconds what it holds, also while nobody looks at a dashboard.
            Alerts.Warning(
                "BelvedereGlobalQuerierHubMissing",
                """
                sum by (namespace, pod, grpc_code) (
                  rate(grpc_client_handled_total{job="thanos-query-global", grpc_service="thanos.info.Info", grpc_code!="OK"}[5m])
                ) > 0
                """,
                15.Minutes,
                "{{ $labels.pod }} does not reach a hub.",
                "{{ $labels.namespace }}/{{ $labels.pod }} asks the Queriers of all hubs, and one of them answers {{ $labels.grpc_code }}. Dashboards over all hubs lack its clusters and say so."),
        ],
    };
}
