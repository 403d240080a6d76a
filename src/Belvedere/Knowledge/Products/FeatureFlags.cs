using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Products;

/// <summary>A name that <c>--enable-feature</c> takes.</summary>
/// <param name="Name">The name.</param>
/// <param name="Releases">The releases that act on it.</param>
/// <param name="Instead">What to use from the end of these releases on; null while it is there.</param>
/// <param name="Source">Where that was read.</param>
sealed record FeatureFlag(string Name, VersionRange Releases, string? Instead, string Source);

/// <summary>The names that <c>--enable-feature</c> takes, by release of Prometheus.</summary>
static class FeatureFlags
{
    static Dictionary<string, FeatureFlag>? table;

    /// <summary>Every name.</summary>
    public static IReadOnlyDictionary<string, FeatureFlag> All => table ??= Table
        .Read("prometheus-features", row => new FeatureFlag(row["feature"], row.Range, row.Optional("instead"), row["source"]))
        .ToDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>Whether a release acts on a name; it warns of others in its log and goes on without.</summary>
    public static bool Has(string name, SemanticVersion version) => All.TryGetValue(name, out var flag) && flag.Releases.Contains(version);
}
