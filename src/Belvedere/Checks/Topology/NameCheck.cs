using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Names that become names of objects, folders and label values are DNS labels.</summary>
sealed class NameCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1010", "A name is no DNS label", DiagnosticSeverity.Error)
    {
        Sources = ["RFC 1123 label", "Kubernetes object names and label values"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        var named = new List<(Element Element, string Name, string? Property)> { (subject.Authored, subject.Name, null) };
        foreach (var hub in subject.Hubs)
            named.AddRange([(hub.Authored, hub.Authored.Name, null), (hub.Authored, hub.Namespace, nameof(Hub.Namespace)), .. OfHub(hub)]);
        foreach (var profile in subject.Profiles)
            named.AddRange([(profile.Authored, profile.Name, null), (profile.Authored, profile.Namespace, nameof(Profile.Namespace))]);
        named.AddRange(subject.Rings.Select(ring => ((Element)ring.Authored, ring.Name, (string?)null)));
        named.AddRange(subject.Clusters.Select(cluster => ((Element)cluster.Authored, cluster.Name, (string?)null)));
        named.AddRange(subject.Rules.Select(rules => ((Element)rules.Source, rules.Name, (string?)null)));

        return
            from entry in named
            let problem = DnsName.LabelProblem(entry.Name)
            where problem is not null
            select Descriptor.On(
                entry.Element,
                $"The {Word(entry.Property)} '{Excerpt(entry.Name)}' of {Excerpt(entry.Element.Designation)} is no DNS label: {problem}. Write a name such as 'east-1'.",
                entry.Property);
    }

    static string Word(string? property) => property switch
    {
        null => "name",
        nameof(Hashring.Zones) => "zone",
        _ => "namespace",
    };

    // What is told apart by a name within the hub.
    static IEnumerable<(Element, string, string?)> OfHub(BoundHub hub) =>
    [
        .. hub.Receive?.Rings.Select(ring => ring.Authored).OfType<Hashring>().Select(ring => ((Element)ring, ring.Name, (string?)null)) ?? [],
        .. hub.Receive?.Rings.Select(ring => ring.Authored).OfType<Hashring>().SelectMany(ring => ring.Zones.Select(zone => ((Element)ring, zone, (string?)nameof(Hashring.Zones)))) ?? [],
        .. hub.StoreGateway?.Authored.Ranges.Select(range => ((Element)range, range.Name, (string?)null)) ?? [],
        .. hub.Memcached.Select(memcached => ((Element)memcached.Authored, memcached.Authored.Name, (string?)null)),
    ];

    static string Excerpt(string text) => text.Length <= 120 ? text : text[..120] + "…";
}
