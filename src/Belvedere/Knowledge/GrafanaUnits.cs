using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge;

/// <summary>A unit that Grafana formats.</summary>
/// <param name="Id">The id in a dashboard, for example <c>percentunit</c>.</param>
/// <param name="Category">The group in Grafana's menu.</param>
/// <param name="Name">The name in Grafana's menu.</param>
sealed record GrafanaUnit(string Id, string Category, string Name);

/// <summary>The units of Grafana. It shows any other text as a suffix and reports nothing.</summary>
static class GrafanaUnits
{
    static readonly string[] CustomPrefixes = ["suffix:", "prefix:", "si:", "time:", "count:", "currency:", "bool:"];

    static Dictionary<string, GrafanaUnit>? table;

    /// <summary>Every unit, by id.</summary>
    public static IReadOnlyDictionary<string, GrafanaUnit> All => table ??= Table
        .Read("grafana-units", row => new GrafanaUnit(row["unit"], row["category"], row["name"]))
        .ToDictionary(row => row.Id, StringComparer.Ordinal);

    /// <summary>Whether Grafana formats a unit: one of its own, or one of the user's own such as <c>suffix:pods</c>.</summary>
    public static bool IsKnown(string unit) => All.ContainsKey(unit) || CustomPrefixes.Any(prefix => unit.Length > prefix.Length && unit.StartsWith(prefix, StringComparison.Ordinal));
}
