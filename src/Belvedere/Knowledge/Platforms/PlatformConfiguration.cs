using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Platforms;

/// <summary>What cluster monitoring does with something that a configuration should not hold.</summary>
enum Tolerance
{
    /// <summary>Nothing: it is as if it were not there, or it is taken as meant.</summary>
    Accepted,

    /// <summary>The cluster refuses upgrades until it is gone.</summary>
    Warned,

    /// <summary>The whole configuration is refused; the cluster keeps the last one.</summary>
    Rejected,
}

/// <summary>A key of one of the two ConfigMaps of cluster monitoring, seen from one release.</summary>
/// <param name="Key">The path, for example <c>prometheusK8s.remoteWrite[].sendExemplars</c>.</param>
/// <param name="IsKnown">Whether any release that the tables know has it.</param>
/// <param name="IsAvailable">Whether the release has it.</param>
/// <param name="Releases">The releases that have it.</param>
readonly record struct ConfigurationKey(string Key, bool IsKnown, bool IsAvailable, VersionRange Releases);

/// <summary>What cluster monitoring on OpenShift accepts in its ConfigMaps and does by itself.</summary>
static class PlatformConfiguration
{
    /// <summary>The ConfigMap of the platform's own monitoring, in <c>openshift-monitoring</c>.</summary>
    public const string ClusterMap = "cluster-monitoring-config";

    /// <summary>The ConfigMap of monitoring of user workloads, in <c>openshift-user-workload-monitoring</c>.</summary>
    public const string UserWorkloadMap = "user-workload-monitoring-config";

    /// <summary>External labels that cluster monitoring keeps for itself.</summary>
    public static readonly IReadOnlyList<string> ReservedExternalLabels = ["prometheus", "prometheus_replica", "cluster"];

    static Dictionary<string, KeyRow[]>? keys;

    static Dictionary<string, BehaviourRow[]>? behaviours;

    static ReadAccessRow[]? readAccess;

    /// <summary>Every row of the table of keys, by ConfigMap and path.</summary>
    public static IReadOnlyDictionary<string, KeyRow[]> Keys => keys ??= Table.ReadGroups(
        "cluster-monitoring-keys",
        row => new KeyRow(row["map"], row["key"], row.Range),
        row => row.Map + " " + row.Key);

    /// <summary>Every row of the table of behaviours, by behaviour.</summary>
    public static IReadOnlyDictionary<string, BehaviourRow[]> Behaviours => behaviours ??= Table.ReadGroups(
        "openshift-behaviours",
        row => new BehaviourRow(row["behaviour"], row["value"], row.Range, row["source"]),
        row => row.Behaviour);

    /// <summary>Every row of the table of read access.</summary>
    public static IReadOnlyList<ReadAccessRow> ReadAccess => readAccess ??= Table.Read(
        "openshift-read-access",
        row => new ReadAccessRow(row["endpoint"], row["requirement"], row["role"], row.Range, row["source"]));

    extension(Platform platform)
    {
        /// <summary>A key of <c>cluster-monitoring-config</c>, for example <c>prometheusK8s.remoteWrite[].sendExemplars</c>.</summary>
        public ConfigurationKey ClusterMonitoringKey(string key) => platform.MonitoringKey(ClusterMap, key);

        /// <summary>A key of <c>user-workload-monitoring-config</c>, for example <c>prometheus.scrapeInterval</c>.</summary>
        public ConfigurationKey UserWorkloadMonitoringKey(string key) => platform.MonitoringKey(UserWorkloadMap, key);

        /// <summary>A key of one of the two ConfigMaps.</summary>
        public ConfigurationKey MonitoringKey(string map, string key)
        {
            if (!Keys.TryGetValue(map + " " + key, out var rows))
                return new ConfigurationKey(key, false, false, default);
            foreach (var row in rows)
                if (platform.IsOpenShift && row.Releases.Contains(platform.TableVersion))
                    return new ConfigurationKey(key, true, true, row.Releases);
            return new ConfigurationKey(key, true, false, rows[^1].Releases);
        }

        /// <summary>What happens to a key that the release does not know.</summary>
        public Tolerance UnknownConfigurationKeys => platform.Tolerance("config.unknown-key");

        /// <summary>What happens to a key in other letter case than the release's own.</summary>
        public Tolerance OtherCaseConfigurationKeys => platform.Tolerance("config.other-case");

        /// <summary>What happens to a key that is there twice.</summary>
        public Tolerance DuplicateConfigurationKeys => platform.Tolerance("config.duplicate-key");

        /// <summary>What happens to external labels among <see cref="ReservedExternalLabels"/>.</summary>
        public Tolerance ReservedExternalLabelsTolerance => platform.Tolerance("config.reserved-external-labels");

        /// <summary>What happens to an additional Alertmanager with <c>apiVersion: v1</c>.</summary>
        public Tolerance AlertmanagerApiV1 => platform.Tolerance("config.alertmanager-api-v1");

        /// <summary>How the release behaves in one respect of the table; null on a platform without cluster monitoring.</summary>
        public string? Behaviour(string behaviour)
        {
            if (!Behaviours.TryGetValue(behaviour, out var rows))
                throw new ArgumentException($"The tables know no behaviour '{behaviour}'.", nameof(behaviour));
            return platform.IsOpenShift ? rows.First(row => row.Releases.Contains(platform.TableVersion)).Value : null;
        }

        /// <summary>What a reader of one of the platform's endpoints needs, by host and port; null when the tables do not know it.</summary>
        public ReadAccessRow? ReadAccessTo(string endpoint) => platform.IsOpenShift
            ? ReadAccess.FirstOrDefault(row => row.Endpoint == endpoint && row.Releases.Contains(platform.TableVersion))
            : null;

        Tolerance Tolerance(string behaviour) => platform.Behaviour(behaviour) switch
        {
            "warned" => Platforms.Tolerance.Warned,
            "rejected" => Platforms.Tolerance.Rejected,
            _ => Platforms.Tolerance.Accepted,
        };
    }
}

/// <summary>A row of the table of keys.</summary>
sealed record KeyRow(string Map, string Key, VersionRange Releases);

/// <summary>A row of the table of behaviours.</summary>
sealed record BehaviourRow(string Behaviour, string Value, VersionRange Releases, string Source);

/// <summary>What a reader of an endpoint needs in some releases.</summary>
/// <param name="Endpoint">Host and port.</param>
/// <param name="Requirement">What the endpoint asks for.</param>
/// <param name="Role">The smallest role of the platform that grants it: <c>ClusterRole/name</c> or <c>namespace/Role/name</c>.</param>
/// <param name="Releases">The releases.</param>
/// <param name="Source">Where that was read.</param>
sealed record ReadAccessRow(string Endpoint, string Requirement, string Role, VersionRange Releases, string Source);
