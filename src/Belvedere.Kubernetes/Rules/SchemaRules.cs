namespace Belvedere.Kubernetes;

/// <summary>All rules, by identity.</summary>
static class SchemaRules
{
    static readonly Dictionary<string, SchemaRule> ByIdentity = new SchemaRule[][]
    {
        MonitoringRules.All, GatewayRules.All, GatewayRules.Filters, GrafanaRules.All, SecretRules.All, OpenShiftRules.All, ClusterManagementRules.All,
    }.SelectMany(rules => rules).ToDictionary(rule => rule.Identity, StringComparer.Ordinal);

    /// <summary>The rule of an identity. Rules over an old object and a new one are none of these.</summary>
    public static SchemaRule? Find(string identity) => ByIdentity.GetValueOrDefault(identity);

    /// <summary>The identities that are implemented.</summary>
    public static IEnumerable<string> Identities => ByIdentity.Keys;
}
