using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>A hub's namespace and components. A new component is a line in each of the two lists.</summary>
static class HubLowering
{
    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        var workloads = Workloads(topology, hub);
        return
        [
            Namespace(topology, hub),
            .. PriorityClass(topology, hub),
            .. ExternalSecretLowering.Lower(topology, hub),
            .. ObjectStorageLowering.Lower(topology, hub),
            .. CertificateLowering.LowerAuthority(topology, hub),
            .. ReceiveLowering.Lower(topology, hub),
            .. StoreGatewayLowering.Lower(topology, hub),
            .. QuerierLowering.Lower(topology, hub),
            .. GlobalQuerierLowering.Lower(topology, hub),
            .. QueryFrontendLowering.Lower(topology, hub),
            .. CompactorLowering.Lower(topology, hub),
            .. RulerLowering.Lower(topology, hub),
            .. AlertmanagerLowering.Lower(topology, hub),
            .. GrafanaLowering.Lower(topology, hub),
            .. workloads.SelectMany(WorkloadLowering.Lower),
            .. SelfMonitoringLowering.Lower(topology, hub, workloads),
            .. NetworkPolicyLowering.Lower(topology, hub, Peers(hub, workloads)),
        ];
    }

    /// <summary>Every workload that the compiler itself makes, in order of names.</summary>
    public static IReadOnlyList<Workload> Workloads(BoundTopology topology, BoundHub hub)
    {
        Workload[] workloads =
        [
            .. ReceiveLowering.Workloads(topology, hub),
            .. StoreGatewayLowering.Workloads(topology, hub),
            .. QuerierLowering.Workloads(topology, hub),
            .. GlobalQuerierLowering.Workloads(topology, hub),
            .. QueryFrontendLowering.Workloads(topology, hub),
            .. CompactorLowering.Workloads(topology, hub),
            .. RulerLowering.Workloads(topology, hub),
            .. GrafanaLowering.Workloads(topology, hub),
            .. MemcachedLowering.Workloads(topology, hub),
        ];
        return [.. workloads.OrderBy(workload => workload.Name, StringComparer.Ordinal)];
    }

    /// <summary>All pods of the hub as network policies see them: the workloads, and what operators make.</summary>
    static IReadOnlyList<NetworkPeer> Peers(BoundHub hub, IReadOnlyList<Workload> workloads) =>
    [
        .. workloads.Select(workload => workload.Peer with { Admits = [.. workload.Admits, .. SelfMonitoringLowering.Scrapers(hub, workload)] }),
        .. AlertmanagerLowering.Peers(hub),
        .. SelfMonitoringLowering.Peers(hub, workloads),
    ];

    // User workload monitoring takes the monitors of every namespace that does not say otherwise, also those for another Prometheus.
    static Manifest Namespace(BoundTopology topology, BoundHub hub) => new(
        new Namespace
        {
            Metadata = new()
            {
                Name = hub.Namespace,
                Labels = hub.IsOpenShift && hub.SelfMonitoring is BoundExistingPrometheus ? Labels.Of(topology.Name).With("openshift.io/user-monitoring", "false") : Labels.Of(topology.Name),
            },
        },
        HubTarget.Observability,
        Origin.Of(hub.Authored));

    static IEnumerable<Manifest> PriorityClass(BoundTopology topology, BoundHub hub)
    {
        var users = hub.Components.Select(component => component.Scheduling);
        if (hub.SelfMonitoring is BoundOwnPrometheus own)
            users = users.Append(own.Scheduling);
        if (users.All(scheduling => scheduling.PriorityClass != hub.Priority.Name))
            yield break;

        yield return new Manifest(
            new PriorityClass
            {
                Metadata = new() { Name = hub.Priority.Name, Labels = Labels.Of(topology.Name) },
                Value = hub.Priority.Value,
                GlobalDefault = false,
                Description = "What receives metrics and alerts outlasts what is observed.",
            },
            HubTarget.Observability,
            Origin.Of(hub.Authored));
    }
}
