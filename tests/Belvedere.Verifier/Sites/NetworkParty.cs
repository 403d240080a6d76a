using System.Globalization;
using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>One end of a connection: pods of this cluster, pods of namespaces with labels, or hosts that no policy can name.</summary>
/// <param name="Pods">The pods; null for others.</param>
/// <param name="NamespaceLabels">The labels of the namespace of others; null where they are outside of the cluster.</param>
/// <param name="Name">As messages name it.</param>
sealed record NetworkParty(PodSet? Pods, IReadOnlyDictionary<string, string>? NamespaceLabels, string Name)
{
    public static NetworkParty Of(PodSet pods) => new(pods, null, pods.Owner.ToString());

    public static NetworkParty OfNamespace(string name, IReadOnlyDictionary<string, string> labels) => new(null, labels, name);

    public static NetworkParty Outside(string name) => new(null, null, name);
}

/// <summary>What the network policies of a cluster let through, as their specification says.</summary>
sealed class NetworkRules(Site site)
{
    readonly IReadOnlyList<Resource> policies = [.. site.OfKind("NetworkPolicy", "networking.k8s.io")];

    /// <summary>Why a connection is refused; null where it is let through.</summary>
    public string? Refuses(NetworkParty from, NetworkParty to, int port, string protocol)
    {
        if (from.Pods is { } client && !Lets(client, "Egress", to, port, protocol, to.Pods))
            return $"{from.Name} may not open {protocol} {port} to {to.Name}.";
        if (to.Pods is { } server && !Lets(server, "Ingress", from, port, protocol, server))
            return $"{to.Name} does not admit {from.Name} at {protocol} {port}.";
        return null;
    }

    bool Lets(PodSet pods, string direction, NetworkParty other, int port, string protocol, PodSet? listener)
    {
        var own = policies.Where(policy => policy.Namespace == pods.Namespace && Selector.Fits(policy.Spec["podSelector"], pods.Labels) && Types(policy).Contains(direction)).ToList();
        return own is [] || own.Any(policy => policy.Spec[direction.ToLowerInvariant()].Items.Any(rule => Peers(rule[direction == "Egress" ? "to" : "from"], other, policy.Namespace) && Ports(rule["ports"], port, protocol, listener)));
    }

    static IEnumerable<string> Types(Resource policy) => policy.Spec["policyTypes"].Exists ? policy.Spec["policyTypes"].Texts : policy.Spec["egress"].Exists ? ["Ingress", "Egress"] : ["Ingress"];

    bool Peers(Node peers, NetworkParty other, string @namespace) => peers.Items.Count == 0 || peers.Items.Any(peer => Peer(peer, other, @namespace));

    bool Peer(Node peer, NetworkParty other, string @namespace)
    {
        if (peer["ipBlock"].Exists)
            return other.Pods is null && other.NamespaceLabels is null;

        var inNamespace = peer["namespaceSelector"].Exists
            ? (other.NamespaceLabels ?? (other.Pods is { } pods ? site.NamespaceLabels(pods.Namespace) : null)) is { } labels && Selector.Fits(peer["namespaceSelector"], labels)
            : other.Pods?.Namespace == @namespace;
        return inNamespace && (!peer["podSelector"].Exists || other.Pods is { } chosen && Selector.Fits(peer["podSelector"], chosen.Labels));
    }

    static bool Ports(Node ports, int port, string protocol, PodSet? listener) => ports.Items.Count == 0 || ports.Items.Any(one =>
        (one["protocol"].Text ?? "TCP") == protocol
        && (!one["port"].Exists
            || (one["port"].Number ?? listener?.Port(one["port"].Text!)?.Number) is { } number && (number == port || one["endPort"].Number is { } end && number <= port && port <= end)));

    /// <summary>The number of a port in an address outside; the usual one where DNS says it.</summary>
    public static int NumberOf(Address address) => int.TryParse(address.Port, CultureInfo.InvariantCulture, out var number) ? number : address.Port == "web" ? 9093 : 10901;
}
