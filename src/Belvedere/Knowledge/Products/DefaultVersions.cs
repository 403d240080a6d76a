using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Products;

/// <summary>The version of a product that a generation of defaults chooses.</summary>
/// <param name="Product">The product.</param>
/// <param name="Version">Its version.</param>
/// <param name="Image">Its image with a tag; null where the platform brings it.</param>
sealed record DefaultVersion(string Product, SemanticVersion Version, string? Image)
{
    /// <summary>The image without its tag, for other versions.</summary>
    public string? Repository => Image?[..Image.LastIndexOf(':')];
}

/// <summary>The versions that stand where the model chooses none.</summary>
static class DefaultVersions
{
    static Dictionary<string, DefaultVersion>? table;

    static Dictionary<string, DefaultVersion> All => table ??= Table
        .Read("default-versions", row => (Generation: row["generation"], Row: new DefaultVersion(row["product"], row.Version("version"), row.Optional("image"))))
        .ToDictionary(entry => entry.Generation + " " + entry.Row.Product, entry => entry.Row, StringComparer.Ordinal);

    /// <summary>The version of a product, for example <c>(Defaults.V1, "thanos")</c>.</summary>
    public static DefaultVersion Of(Defaults generation, string product) =>
        All.TryGetValue(generation + " " + product, out var row)
            ? row
            : throw new ArgumentException($"The tables know no default version of '{product}' in {generation}.", nameof(product));
}
