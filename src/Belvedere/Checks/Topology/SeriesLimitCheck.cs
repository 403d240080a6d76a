using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Lowering.Hub;

namespace Belvedere.Checks.Topology;

/// <summary>A limit of series has a Prometheus that counts them.</summary>
sealed class SeriesLimitCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1060", "Nobody counts the series that are limited", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive: limits, meta_monitoring_url"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Receive is { Authored.Limits: { } limits } receive
            && limits.Tenants.Values.Append(limits.Default).Any(tenant => tenant.HeadSeries > 0)
            && ReceiveLimitsFile.MetaMonitoringUrl(hub, limits) is null)
            yield return Descriptor.On(
                receive.Authored,
                "Receive is to limit series (HeadSeries), and no Prometheus is known that counts them, so the limit would never be kept. Set MetaMonitoringUrl of the limits, or use SelfMonitoring.Prometheus.",
                nameof(Receive.Limits));
    }
}
