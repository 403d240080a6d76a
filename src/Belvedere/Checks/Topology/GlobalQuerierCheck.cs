using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Lowering.Hub;

namespace Belvedere.Checks.Topology;

/// <summary>A Global Querier reaches every hub that holds samples, in a way that its release can.</summary>
sealed class GlobalQuerierCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1118", "The Global Querier does not reach a hub", DiagnosticSeverity.Error)
    {
        Sources = ["thanos query --endpoint.sd-config: client_config of each endpoint since 0.42", "thanos query --grpc-client-tls-secure: one setting for all endpoints"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.GlobalQuerier is not { Authored: var global })
            yield break;

        if (topology.Hubs.Count == 1)
            yield return Descriptor.On(global, $"The Global Querier of {hub.Authored.Designation} asks the Queriers of other hubs, and there are none. Use its Querier, or add RegionalHubs.");
        if (hub.Querier is null && HoldsSamples(hub))
            yield return Descriptor.On(global, $"The Global Querier asks {hub.Authored.Designation} by its Querier, and it has none. Add Querier = new().");
        foreach (var other in topology.Hubs)
            if (!ReferenceEquals(other, hub) && HoldsSamples(other) && other.Querier?.Exposure is null)
                yield return Descriptor.On(
                    other.Authored,
                    $"The Global Querier of {hub.Authored.Designation} cannot reach {other.Authored.Designation}, so its clusters would be missing from every answer. Give it a Querier with an Exposure: Querier = new() {{ Exposure = new(\"query.{other.Name}.example.com\") }}.",
                    nameof(Hub.Querier));
        if (hub.Querier is { Exposure: null } && topology.Hubs.Count > 1 && !GlobalQuerierLowering.HasClientOfEachEndpoint(hub))
            yield return Descriptor.On(
                global,
                $"Thanos {hub.Thanos} has one TLS setting for all endpoints, so the Global Querier cannot ask other hubs by TLS and the Querier of {hub.Authored.Designation} without. Choose ThanosVersion 0.42.0 or newer, or give that Querier an Exposure too.");
    }

    static bool HoldsSamples(BoundHub hub) => hub.Receive is not null || hub.StoreGateway is not null;
}
