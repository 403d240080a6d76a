using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>The name that clusters write to outlives this hub.</summary>
sealed class WriteHostCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1057", "The write endpoint is bound to this hub", DiagnosticSeverity.Warning)
    {
        Sources = ["OpenShift: the default ingress domain is the cluster's own"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Authored.WriteEndpoint is { } endpoint && endpoint.Contains(".apps.", StringComparison.Ordinal))
            yield return Descriptor.On(
                hub.Authored,
                $"The write endpoint '{endpoint}' lies in a cluster's own domain, so another hub can only take over when {topology.ClustersOf(hub).Count()} clusters are changed. Use a name of its own that leads there, for example 'write.metrics.example.com'.",
                nameof(Hub.WriteEndpoint));
    }
}
