using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Other hubs reach the Querier by a name that is a host, in a way that its platform has.</summary>
sealed class QuerierExposureCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1120", "The Querier cannot be reached as it is exposed", DiagnosticSeverity.Error)
    {
        Sources = ["OpenShift Route", "OpenShift IngressController: routeSelector"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Querier is not { Exposure: { } exposure } querier)
            yield break;

        if (DnsName.HostProblem(exposure.Host) is { } problem)
            yield return Descriptor.On(querier.Authored, $"The host '{exposure.Host}' of the Querier of {hub.Authored.Designation} is no host name: {problem}. Write for example 'query.eu.example.com'; the port is 443.", nameof(Querier.Exposure));
        if (exposure.Way is RouteExposure && !hub.IsOpenShift)
            yield return Descriptor.On(querier.Authored, $"{hub.Authored.Platform} has no Routes; those are OpenShift's. Use WriteExposure.LoadBalancer or WriteExposure.TlsRoute.", nameof(QuerierExposure.Way));
        if (exposure.Way is RouteExposure { IngressController: not null })
            yield return Descriptor.On(querier.Authored, $"Dedicated routers of {hub.Authored.Designation} are for writes alone: queries must not wait behind a storm of them. Leave IngressController out of the Querier's Exposure.", nameof(RouteExposure.IngressController));
    }
}
