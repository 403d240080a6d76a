using System.Collections.Concurrent;

namespace Belvedere.Kubernetes;

/// <summary>All rules, by identity.</summary>
static class SchemaRules
{
    // Each catalogue is made when it is first looked into, and the one that nearly every output needs comes first: making them all
    // costs more than checking a hub.
    static readonly Func<SchemaRule[]>[] Catalogues =
    [
        () => MonitoringRules.All, () => ClusterManagementRules.All, () => SecretRules.All, () => OpenShiftRules.All,
        () => GatewayRules.All, () => GatewayRules.Filters, () => GrafanaRules.All,
    ];

    static readonly ConcurrentDictionary<string, SchemaRule?> Found = new(StringComparer.Ordinal);

    /// <summary>The rule of an identity. Rules over an old object and a new one are none of these.</summary>
    public static SchemaRule? Find(string identity) => Found.GetOrAdd(identity, Search);

    /// <summary>The identities that are implemented.</summary>
    public static IEnumerable<string> Identities => Catalogues.SelectMany(catalogue => catalogue()).Select(rule => rule.Identity);

    static SchemaRule? Search(string identity)
    {
        foreach (var catalogue in Catalogues)
            if (Array.Find(catalogue(), rule => rule.Identity == identity) is { } rule)
                return rule;
        return null;
    }
}
