using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Platforms;

/// <summary>How OpenShift scrapes its own targets, and what it leaves out.</summary>
static class PlatformScrapes
{
    static ScrapeRow[]? scrapes;

    static Dictionary<string, MetricRow[]>? minimalProfile;

    static DenialRow[]? denials;

    /// <summary>Every row of the table of scrapes.</summary>
    public static IReadOnlyList<ScrapeRow> Scrapes => scrapes ??= Table.Read("openshift-scrapes", row => new ScrapeRow(
        row["monitor"],
        row.Optional("profile"),
        row["port"],
        row.Optional("path") ?? "/metrics",
        row.Optional("interval") ?? "30s",
        row.Optional("timeout") ?? "10s",
        row["honor-labels"] == "true",
        row.Range));

    /// <summary>Every metric that a minimal monitor keeps in any release, by monitor.</summary>
    public static IReadOnlyDictionary<string, MetricRow[]> MinimalProfile => minimalProfile ??= Table.ReadGroups(
        "openshift-minimal-profile",
        row => new MetricRow(row["monitor"], row["metric"], row.Range),
        row => row.Monitor);

    /// <summary>Every pattern that an exporter leaves out in any release.</summary>
    public static IReadOnlyList<DenialRow> Denials => denials ??= Table.Read(
        "openshift-exporter-denials",
        row => new DenialRow(row["exporter"], row["denied"], row["pattern"], row.Range));

    extension(Platform platform)
    {
        /// <summary>The scrapes of a monitor, named <c>namespace/name</c>; none on a platform without cluster monitoring.</summary>
        public IEnumerable<ScrapeRow> ScrapesOf(string monitor) =>
            platform.IsOpenShift ? Scrapes.Where(row => row.Monitor == monitor && row.Releases.Contains(platform.TableVersion)) : [];

        /// <summary>The metrics that a monitor of the profile <c>minimal</c> keeps; none when it keeps everything.</summary>
        public IEnumerable<string> KeptByMinimalProfile(string monitor) => platform.IsOpenShift && MinimalProfile.TryGetValue(monitor, out var rows)
            ? rows.Where(row => row.Releases.Contains(platform.TableVersion)).Select(row => row.Metric)
            : [];

        /// <summary>The regular expressions of what an exporter leaves out: <c>kube-state-metrics</c> metrics, <c>node-exporter</c> network devices.</summary>
        public IEnumerable<string> DeniedBy(string exporter) => platform.IsOpenShift
            ? Denials.Where(row => row.Exporter == exporter && row.Releases.Contains(platform.TableVersion)).Select(row => row.Pattern)
            : [];
    }
}

/// <summary>A scrape of the platform's own monitoring in some releases.</summary>
/// <param name="Monitor">Namespace and name of the monitor.</param>
/// <param name="Profile">The collection profile that it belongs to; null: every profile.</param>
/// <param name="Port">The port's name or number.</param>
/// <param name="Path">The path.</param>
/// <param name="Interval">The interval, as Prometheus writes it.</param>
/// <param name="Timeout">The timeout, as Prometheus writes it.</param>
/// <param name="HonorLabels">Whether labels of the target win over those of the scrape.</param>
/// <param name="Releases">The releases.</param>
sealed record ScrapeRow(string Monitor, string? Profile, string Port, string Path, string Interval, string Timeout, bool HonorLabels, VersionRange Releases);

/// <summary>A metric that a monitor keeps in some releases.</summary>
sealed record MetricRow(string Monitor, string Metric, VersionRange Releases);

/// <summary>A pattern of what an exporter leaves out in some releases.</summary>
sealed record DenialRow(string Exporter, string Denied, string Pattern, VersionRange Releases);
