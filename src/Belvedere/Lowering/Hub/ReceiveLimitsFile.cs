using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Lowering.Workloads;
using static Belvedere.Lowering.Text;

namespace Belvedere.Lowering.Hub;

/// <summary>Limits → the file that Receive watches.</summary>
static class ReceiveLimitsFile
{
    // Series of each tenant on all ingestors: what Receive adds up itself when the query asks for it.
    const string HeadSeries = "sum by (tenant) (prometheus_tsdb_head_series{component=\"ingestor\"})";

    public static string Yaml(BoundHub hub, ReceiveLimits limits)
    {
        var url = MetaMonitoringUrl(hub, limits);
        return Text.Yaml(MapNode.Of(("write", MapNode.Of(
            ("global", MapOrNothing(
                ("max_concurrency", Of(limits.MaxConcurrency)),
                ("meta_monitoring_url", Of(url)),
                ("meta_monitoring_limit_query", url is null ? null : Of(HeadSeries)))),
            ("default", Tenant(limits.Default)),
            ("tenants", limits.Tenants.Count == 0
                ? null
                : MapNode.Of(limits.Tenants.OrderBy(tenant => tenant.Key, StringComparer.Ordinal).Select(tenant => (tenant.Key, (Node?)(Tenant(tenant.Value) ?? MapNode.Empty)))))))));
    }

    /// <summary>The calls that the limits need.</summary>
    public static IEnumerable<Call> Calls(BoundHub hub, ReceiveLimits? limits) => limits switch
    {
        null => [],
        { MetaMonitoringUrl: { } url } => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? [new OutsideCall(parsed.Port)] : [],
        _ => hub.SelfMonitoring is BoundOwnPrometheus ? [new PeerCall(SelfMonitoringLowering.PeerName, SelfMonitoringLowering.Web.Name)] : [],
    };

    /// <summary>The Prometheus that knows how many series each tenant has; null where none is known.</summary>
    public static string? MetaMonitoringUrl(BoundHub hub, ReceiveLimits limits) =>
        limits.MetaMonitoringUrl ?? (hub.SelfMonitoring is BoundOwnPrometheus ? SelfMonitoringLowering.Url(hub) : null);

    static MapNode? Tenant(TenantLimits limits) => MapOrNothing(
        ("request", MapOrNothing(
            ("size_bytes_limit", Of(limits.RequestSize?.Bytes)),
            ("series_limit", Of(limits.RequestSeries)),
            ("samples_limit", Of(limits.RequestSamples)))),
        ("head_series_limit", Of(limits.HeadSeries)));
}
