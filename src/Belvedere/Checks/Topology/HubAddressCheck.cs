using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>No two hubs answer to one name, and each is on a cluster of its own.</summary>
sealed class HubAddressCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1113", "Two hubs have one address", DiagnosticSeverity.Error)
    {
        Sources = ["DNS: a name leads to one place", "Argo CD: destination.server"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        var first = new Dictionary<string, (BoundHub Hub, string What)>(StringComparer.OrdinalIgnoreCase);
        foreach (var hub in subject.Hubs)
            foreach (var (address, what, property) in Addresses(hub))
            {
                if (first.TryAdd(address, (hub, what)) || ReferenceEquals(first[address].Hub, hub))
                    continue;

                var (other, whatThere) = first[address];
                yield return Descriptor.On(
                    hub.Authored,
                    $"'{address}' is {what} of {hub.Authored.Designation} and {whatThere} of {other.Authored.Designation}, so what is meant for one reaches the other. Give each a name of its own.",
                    property);
            }
    }

    static IEnumerable<(string Address, string What, string Property)> Addresses(BoundHub hub)
    {
        if (hub.Authored.WriteEndpoint is { } write)
            yield return (write, "the write endpoint", nameof(Hub.WriteEndpoint));
        if (hub.Querier?.Exposure is { } querier)
            yield return (querier.Host, "the Querier's host", nameof(Hub.Querier));
        if (hub.Grafana?.Authored.Host is { } grafana)
            yield return (grafana, "Grafana's host", nameof(Hub.Grafana));
        if (hub.Alertmanager?.Exposure is { } alertmanager)
            yield return (alertmanager.Domain, "Alertmanager's domain", nameof(Hub.Alertmanager));
        if (hub.Authored.ApiServer is { } server)
            yield return (server, "the API server", nameof(Hub.ApiServer));
    }
}
