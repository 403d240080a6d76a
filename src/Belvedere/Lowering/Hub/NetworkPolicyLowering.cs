using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Workloads;

namespace Belvedere.Lowering.Hub;

/// <summary>
/// A NetworkPolicy for each component: it is reached by those that call it, and reaches those that it calls. Both sides come
/// from one list of calls, so they cannot disagree.
/// </summary>
static class NetworkPolicyLowering
{
    // A policy sees the port of the pod: DNS listens on 53 as a rule, and on 5353 in OpenShift.
    static readonly NetworkPolicyEgressRule Dns = new()
    {
        Ports = [.. from port in (int[])[53, 5353] from protocol in (string[])["UDP", "TCP"] select new NetworkPolicyPort { Port = port, Protocol = protocol }],
    };

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub, IReadOnlyList<NetworkPeer> peers) =>
        hub.NetworkPolicies ? peers.Select(peer => new Manifest(Policy(topology, hub, peer, peers), HubTarget.Observability, peer.Origin)) : [];

    static NetworkPolicy Policy(BoundTopology topology, BoundHub hub, NetworkPeer peer, IReadOnlyList<NetworkPeer> peers) => new()
    {
        Metadata = new() { Name = peer.Name, Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) },
        Spec = new()
        {
            PodSelector = new() { MatchLabels = peer.PodSelector },
            PolicyTypes = ["Ingress", "Egress"],
            Ingress = [.. peer.Ports.Select(port => Ingress(port, peer, peers)).OfType<NetworkPolicyIngressRule>()],
            Egress = [Dns, .. Egress(peer, peers)],
        },
    };

    static NetworkPolicyIngressRule? Ingress(WorkloadPort port, NetworkPeer peer, IReadOnlyList<NetworkPeer> peers)
    {
        var admitted = peer.Admits.Where(admission => admission.Port == port.Name).Select(admission => admission.Caller).ToList();
        var ports = new NetworkPolicyPort[] { Port(port) };
        // A rule without callers admits every one.
        if (admitted.OfType<Anyone>().Any())
            return new() { Ports = ports };

        NetworkPolicyPeer[] callers =
        [
            .. peers.Where(other => other.Calls.Contains(new PeerCall(peer.Name, port.Name))).Select(other => Pods(other.PodSelector)),
            .. admitted.SelectMany(Callers),
        ];
        return callers.Length == 0 ? null : new() { From = callers, Ports = ports };
    }

    static IEnumerable<NetworkPolicyEgressRule> Egress(NetworkPeer peer, IReadOnlyList<NetworkPeer> peers)
    {
        foreach (var callee in peer.Calls.OfType<PeerCall>().GroupBy(call => call.Peer, StringComparer.Ordinal))
        {
            if (peers.FirstOrDefault(other => other.Name == callee.Key) is not { } other)
                continue;

            var ports = other.Ports.Where(port => callee.Any(call => call.Port == port.Name)).Select(Port).ToArray();
            yield return new() { To = [Pods(other.PodSelector)], Ports = ports };
        }

        var outside = peer.Calls.OfType<OutsideCall>().Select(call => call.Port).Distinct().Order().ToArray();
        if (outside.Length > 0)
            yield return new() { Ports = [.. outside.Select(port => new NetworkPolicyPort { Port = port, Protocol = "TCP" })] };
    }

    static IEnumerable<NetworkPolicyPeer> Callers(Caller caller) => caller switch
    {
        OpenShiftRouters =>
        [
            Namespaces(new() { ["policy-group.network.openshift.io/ingress"] = "" }),
            Namespaces(new() { ["policy-group.network.openshift.io/host-network"] = "" }),
        ],
        PodsOfNamespace pods => [Namespaces(pods.Labels)],
        PodsBeside pods => [Pods(pods.Labels)],
        _ => [],
    };

    static NetworkPolicyPort Port(WorkloadPort port) => new() { Port = port.Number, Protocol = port.IsUdp ? "UDP" : "TCP" };

    static NetworkPolicyPeer Pods(Map<string> labels) => new() { PodSelector = new() { MatchLabels = labels } };

    static NetworkPolicyPeer Namespaces(Map<string> labels) => new() { NamespaceSelector = new() { MatchLabels = labels } };
}
