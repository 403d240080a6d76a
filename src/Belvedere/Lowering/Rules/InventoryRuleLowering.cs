using System.Security.Cryptography;
using System.Text;
using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.Rules;

/// <summary>
/// The inventory as series of a hub's Ruler, one for each cluster that writes to the hub: without it nobody knows which clusters should report. Alerts and
/// dashboards join it by <c>cluster</c>.
/// </summary>
static class InventoryRuleLowering
{
    /// <summary>The series.</summary>
    public const string Record = "belvedere:cluster_info";

    // Some 250 bytes a cluster, and a ConfigMap holds a mebibyte.
    const int MostInOne = 2000;

    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub) => hub.Ruler is null
        ? []
        : Parts(topology, hub).Select(part => new Manifest(
            new ConfigMap
            {
                Metadata = new() { Name = part.Name, Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) },
                Data = new() { [$"{part.Name}.yaml"] = Text.Yaml(new PrometheusRuleSpec { Groups = [Group(part.Name, part.Clusters)] }.ToNode()) },
            },
            HubTarget.Rules,
            Origin.Of(topology.Authored)));

    /// <summary>The ConfigMaps that a hub's Ruler reads.</summary>
    public static IEnumerable<string> ConfigMaps(BoundTopology topology, BoundHub hub) => Parts(topology, hub).Select(part => part.Name);

    static IEnumerable<(string Name, IReadOnlyList<BoundCluster> Clusters)> Parts(BoundTopology topology, BoundHub hub) => Parts([.. topology.ClustersOf(hub)]);

    static IEnumerable<(string Name, IReadOnlyList<BoundCluster> Clusters)> Parts(IReadOnlyList<BoundCluster> clusters) => clusters.Count switch
    {
        0 => [],
        <= MostInOne => [("rules-inventory", clusters)],
        // By a digest of the name, so that a cluster that comes or goes changes one part.
        _ => clusters
            .GroupBy(cluster => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cluster.Name)).AsSpan(0, 1))[..1], StringComparer.Ordinal)
            .OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => ($"rules-inventory-{part.Key}", (IReadOnlyList<BoundCluster>)[.. part])),
    };

    static PrometheusRuleGroup Group(string name, IReadOnlyList<BoundCluster> clusters) => new()
    {
        Name = name.Replace("rules-", "belvedere-", StringComparison.Ordinal),
        Rules =
        [
            .. clusters.Select(cluster => new PrometheusRuleItem
            {
                Record = Record,
                Expr = "vector(1)",
                Labels = [.. LabelsOf(cluster)],
            }),
        ],
    };

    // What only lists need is here and on no other series.
    static LabelSet LabelsOf(BoundCluster cluster) => LabelSet.From(
    [
        .. cluster.Authored.Region is { } region ? new LabelSet { ["region"] = region } : LabelSet.Empty,
        .. cluster.ExternalLabels,
        .. cluster.Authored.Owner is { } owner ? new LabelSet { ["owner"] = owner } : LabelSet.Empty,
        new("ring", cluster.Ring.Name),
        new("state", ClusterStates.Text(cluster.State)),
    ]);
}
