using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Workloads;

/// <summary>
/// Pods as network policies see them: what they listen on, whom they call, and who else may call them. Ports are meant by
/// name everywhere and become numbers once, from the pod that listens.
/// </summary>
sealed record NetworkPeer
{
    /// <summary>The name by which others call it; of its network policy too.</summary>
    public required string Name { get; init; }

    public required Map<string> PodSelector { get; init; }

    public required IReadOnlyList<WorkloadPort> Ports { get; init; }

    public IReadOnlyList<Call> Calls { get; init; } = [];

    public IReadOnlyList<Admission> Admits { get; init; } = [];

    public required Origin Origin { get; init; }
}

/// <summary>A connection that pods open.</summary>
abstract record Call;

/// <summary>To other pods of the hub.</summary>
/// <param name="Peer">Their name.</param>
/// <param name="Port">The port's name there.</param>
sealed record PeerCall(string Peer, string Port) : Call;

/// <summary>To hosts outside, which a policy cannot name: object storage, receivers of alerts, the API server.</summary>
/// <param name="Port">The port there.</param>
sealed record OutsideCall(int Port) : Call;

/// <summary>Who may call a port beside the hub's own pods.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Port">The port's name.</param>
sealed record Admission(Caller Caller, string Port);

/// <summary>Callers that are none of the hub's pods.</summary>
abstract record Caller;

/// <summary>Everyone, through a load balancer: its own source ranges narrow that.</summary>
sealed record Anyone : Caller;

/// <summary>OpenShift's routers, also where they share their nodes' network.</summary>
sealed record OpenShiftRouters : Caller;

/// <summary>The pods of namespaces with these labels.</summary>
sealed record PodsOfNamespace(Map<string> Labels) : Caller;

/// <summary>Pods of the hub's namespace with these labels.</summary>
sealed record PodsBeside(Map<string> Labels) : Caller;
