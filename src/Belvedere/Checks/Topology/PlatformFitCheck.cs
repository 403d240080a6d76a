using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Nothing is asked for that nobody on the hub's platform would act on.</summary>
sealed class PlatformFitCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1051", "Nobody on the hub's platform acts on this", DiagnosticSeverity.Error)
    {
        Sources = ["OpenShift: the platform's operators reconcile their own namespaces only"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        var platform = hub.Authored.Platform;
        if (platform is { IsOpenShift: true, ObservabilityOperator: null })
        {
            const string Remedy = "Install the Cluster Observability Operator and declare it: Platform.OpenShift(\"4.18\") with { ObservabilityOperator = new(1, 3) }";
            if (hub.Alertmanager is { } alertmanager)
                yield return Descriptor.On(alertmanager.Authored, $"No operator of {platform} runs an Alertmanager in a namespace of yours. {Remedy}.");
            if (hub.SelfMonitoring is BoundOwnPrometheus)
                yield return Descriptor.On(hub.Authored, $"No operator of {platform} runs a Prometheus in a namespace of yours. {Remedy}, or use SelfMonitoring.UserWorkload.", nameof(Hub.SelfMonitoring));
        }

        if (!platform.IsOpenShift && hub.SelfMonitoring is BoundUserWorkloadMonitoring)
            yield return Descriptor.On(hub.Authored, $"{platform} has no monitoring of user workloads; that is OpenShift's. Use SelfMonitoring.Prometheus or SelfMonitoring.Existing.", nameof(Hub.SelfMonitoring));
        if (!platform.IsOpenShift && hub.Receive is { Exposure: RouteExposure } receive)
            yield return Descriptor.On(receive.Authored, $"{platform} has no Routes; those are OpenShift's. Use WriteExposure.LoadBalancer or WriteExposure.TlsRoute.", nameof(Receive.Exposure));
    }
}
