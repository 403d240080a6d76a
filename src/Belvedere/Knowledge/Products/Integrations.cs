using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Products;

/// <summary>An integration of Alertmanager.</summary>
/// <param name="Name">Its name, for example <c>slack</c>.</param>
/// <param name="ConfigurationKey">Its key in <c>alertmanager.yml</c>, for example <c>slack_configs</c>.</param>
/// <param name="ResourceField">Its field in an AlertmanagerConfig, for example <c>slackConfigs</c>; null: the resource has none.</param>
/// <param name="Releases">The releases of Alertmanager that have it.</param>
/// <param name="Source">Where that was read.</param>
sealed record Integration(string Name, string ConfigurationKey, string? ResourceField, VersionRange Releases, string Source);

/// <summary>What releases of Alertmanager can notify.</summary>
static class Integrations
{
    static Integration[]? table;

    /// <summary>Every integration, in the order of their names.</summary>
    public static IReadOnlyList<Integration> All => table ??= Table.Read("alertmanager-receivers", row => new Integration(
        row["receiver"],
        row["configuration-key"],
        row.Optional("resource-field"),
        new VersionRange(row.Version("from"), null),
        row["source"]));

    /// <summary>The integration of a key in <c>alertmanager.yml</c>; null when no release has it.</summary>
    public static Integration? ByConfigurationKey(string key) => All.FirstOrDefault(row => row.ConfigurationKey == key);
}
