using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Products;

/// <summary>What a product can do in some releases.</summary>
/// <param name="Product">The product.</param>
/// <param name="Name">The feature's name in the tables.</param>
/// <param name="Releases">The releases.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Source">Where that was read.</param>
sealed record Feature(string Product, string Name, VersionRange Releases, string Meaning, string Source);

/// <summary>What products can do, by release.</summary>
static class Features
{
    static Dictionary<string, Feature[]>? table;

    /// <summary>Every feature, by product and name.</summary>
    public static IReadOnlyDictionary<string, Feature[]> All => table ??= Table.ReadGroups(
        "features",
        row => new Feature(row["product"], row["feature"], row.Range, row["meaning"], row["source"]),
        row => row.Product + " " + row.Name);

    /// <summary>Whether a release of a product has a feature, for example <c>("thanos", "receive.shuffle-sharding", version)</c>.</summary>
    public static bool Has(string product, string feature, SemanticVersion version) =>
        All.TryGetValue(product + " " + feature, out var rows)
            ? rows.Any(row => row.Releases.Contains(version))
            : throw new ArgumentException($"The tables know no feature '{feature}' of '{product}'.", nameof(feature));
}
