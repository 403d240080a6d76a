using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Hub;

/// <summary>The hub's namespace and components. A new component is one more line here.</summary>
static class HubLowering
{
    public static IEnumerable<Manifest> Lower(BoundTopology topology)
    {
        if (topology.Hub is not { } hub)
            return [];

        return
        [
            Namespace(topology, hub),
            .. ObjectStorageLowering.Lower(topology, hub),
            .. ReceiveLowering.Lower(topology, hub),
            .. QuerierLowering.Lower(topology, hub),
        ];
    }

    static Manifest Namespace(BoundTopology topology, BoundHub hub) => new(
        new Namespace { Metadata = new() { Name = hub.Namespace, Labels = Labels.Of(topology.Name) } },
        HubTarget.Observability,
        Origin.Of(hub.Authored));
}
