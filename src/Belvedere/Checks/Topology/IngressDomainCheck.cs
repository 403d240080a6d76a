using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Dedicated routers serve the domain that the write endpoint lies in.</summary>
sealed class IngressDomainCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1058", "The dedicated routers do not serve the write endpoint", DiagnosticSeverity.Error)
    {
        Sources = ["OpenShift IngressController: domain"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub is { Authored.WriteEndpoint: { } endpoint, Receive: { Exposure: RouteExposure { IngressController: { } controller } } receive }
            && !endpoint.EndsWith("." + controller.Domain, StringComparison.Ordinal))
            yield return Descriptor.On(
                receive.Authored,
                $"The dedicated routers serve '{controller.Domain}', and the write endpoint '{endpoint}' does not lie in it. Choose one in the other.",
                nameof(Receive.Exposure));
    }
}
