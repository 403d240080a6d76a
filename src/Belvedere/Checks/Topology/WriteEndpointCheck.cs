using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Managed clusters know where to write, by a name that is a host.</summary>
sealed class WriteEndpointCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1017", "The hub's write endpoint is missing or no host name", DiagnosticSeverity.Error)
    {
        Sources = ["remote_write url"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Authored.WriteEndpoint is { } endpoint)
        {
            if (DnsName.HostProblem(endpoint) is { } problem)
                yield return Descriptor.On(
                    hub.Authored,
                    $"The write endpoint '{endpoint}' of {hub.Authored.Designation} is no host name: {problem}. Write for example 'write.metrics.example.com'; the compiler adds scheme and path.",
                    nameof(Hub.WriteEndpoint));
        }
        else if ((hub.Receive is not null || topology.Hubs.Count > 1) && topology.ClustersOf(hub).Any())
        {
            yield return Descriptor.On(
                hub.Authored,
                $"{topology.ClustersOf(hub).Count()} clusters write to {hub.Authored.Designation}, and it has no write endpoint. Set WriteEndpoint to the host name that leads to the Receive routers, for example 'write.metrics.example.com'.");
        }
    }
}
