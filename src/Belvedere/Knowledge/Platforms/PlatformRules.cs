using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Platforms;

/// <summary>The recording rules and alerts that a platform ships, and where rules of users can be evaluated.</summary>
static class PlatformRules
{
    static Dictionary<string, ShippedRule[]>? records;

    static Dictionary<string, ShippedRule[]>? alerts;

    static RuleHome[]? homes;

    /// <summary>Every recording rule of any release, by name.</summary>
    public static IReadOnlyDictionary<string, ShippedRule[]> Records => records ??= Read("openshift-records", "record");

    /// <summary>Every alert of any release, by name.</summary>
    public static IReadOnlyDictionary<string, ShippedRule[]> Alerts => alerts ??= Read("openshift-alerts", "alert");

    /// <summary>Every home that a rule can have.</summary>
    public static IReadOnlyList<RuleHome> Homes => homes ??= Table.Read("rule-homes", row => new RuleHome(
        row["home"],
        row["object"],
        row["namespace"],
        row.Optional("label"),
        row["evaluated-by"],
        row["sees"],
        row["writes-records"] == "yes",
        row["sends-alerts"] == "yes",
        row["remote-writes"] == "yes",
        row["supported"] == "yes",
        new VersionRange(row.Version("from"), null),
        row["source"]));

    extension(Platform platform)
    {
        /// <summary>Whether a recording rule of the platform itself writes this metric.</summary>
        public bool ShipsRecord(string name) => platform.Ships(Records, name);

        /// <summary>Whether the platform itself ships an alert of this name.</summary>
        public bool ShipsAlert(string name) => platform.Ships(Alerts, name);

        /// <summary>The metrics that recording rules of the platform itself write, in the order of their names.</summary>
        public IEnumerable<string> ShippedRecords() => Records.Keys.Where(name => platform.Ships(Records, name));

        /// <summary>The releases that ship a recording rule; empty when none does. For messages that say when it came or went.</summary>
        public IReadOnlyList<VersionRange> RecordReleases(string name) =>
            platform.IsOpenShift && Records.TryGetValue(name, out var rows) ? [.. rows.Select(row => row.Releases)] : [];

        /// <summary>The homes that the release has for rules of users.</summary>
        public IEnumerable<RuleHome> RuleHomes() => platform.IsOpenShift ? Homes.Where(home => home.Releases.Contains(platform.TableVersion)) : [];

        bool Ships(IReadOnlyDictionary<string, ShippedRule[]> table, string name)
        {
            if (!platform.IsOpenShift || !table.TryGetValue(name, out var rows))
                return false;
            foreach (var row in rows)
                if (row.Releases.Contains(platform.TableVersion) && !(platform.HostedControlPlane && row.NeedsControlPlane))
                    return true;
            return false;
        }
    }

    static Dictionary<string, ShippedRule[]> Read(string table, string column) =>
        Table.ReadGroups(table, row => new ShippedRule(row[column], row["operator"], row.Range), row => row.Name);
}

/// <summary>A recording rule or alert that some releases ship.</summary>
/// <param name="Name">The recorded metric, or the alert's name.</param>
/// <param name="Operator">Who ships it.</param>
/// <param name="Releases">The releases.</param>
sealed record ShippedRule(string Name, string Operator, VersionRange Releases)
{
    /// <summary>Whether it is only where the control plane runs.</summary>
    public bool NeedsControlPlane => Operator == "cluster-kube-apiserver-operator";
}

/// <summary>Where a rule can be evaluated on OpenShift, and what follows from it.</summary>
/// <param name="Name">The home's name.</param>
/// <param name="ObjectKind">The kind that holds the rule.</param>
/// <param name="Namespace">The namespaces that it may be in.</param>
/// <param name="Label">The label that the object needs, as <c>name=value</c>; null: none.</param>
/// <param name="EvaluatedBy">The instance that evaluates it.</param>
/// <param name="Sees">Which metrics it sees: <c>own-namespace</c>, <c>platform</c>, <c>federated</c> or <c>shipped</c>.</param>
/// <param name="WritesRecords">Whether it may hold recording rules.</param>
/// <param name="SendsAlerts">Whether it may hold alerts.</param>
/// <param name="RemoteWrites">Whether its results can go to the hub by remote write.</param>
/// <param name="IsSupported">Whether the vendor supports it for content of users.</param>
/// <param name="Releases">The OpenShift releases that have it.</param>
/// <param name="Source">Where that was read.</param>
sealed record RuleHome(
    string Name,
    string ObjectKind,
    string Namespace,
    string? Label,
    string EvaluatedBy,
    string Sees,
    bool WritesRecords,
    bool SendsAlerts,
    bool RemoteWrites,
    bool IsSupported,
    VersionRange Releases,
    string Source);
