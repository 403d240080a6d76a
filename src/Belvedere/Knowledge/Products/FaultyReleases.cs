using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Products;

/// <summary>A fault of some releases that a topology should not run into.</summary>
/// <param name="Product">The product.</param>
/// <param name="Component">The component.</param>
/// <param name="Releases">The releases that have it; the end is the first one without it.</param>
/// <param name="When">The flag and value that show it, as <c>--flag</c> or <c>--flag=value</c>; null: it shows always.</param>
/// <param name="Fault">What goes wrong, as a clause.</param>
/// <param name="IsError">Whether data are lost or the process fails; otherwise a warning is enough.</param>
/// <param name="Source">Where that was read.</param>
sealed record FaultyRelease(string Product, string Component, VersionRange Releases, string? When, string Fault, bool IsError, string Source);

/// <summary>Releases that should not be run.</summary>
static class FaultyReleases
{
    static FaultyRelease[]? table;

    /// <summary>Every known fault.</summary>
    public static IReadOnlyList<FaultyRelease> All => table ??= Table.Read("faulty-releases", row => new FaultyRelease(
        row["product"],
        row["component"],
        new VersionRange(row.Version("from"), row.Version("fixed")),
        row.Optional("when"),
        row["fault"],
        row["severity"] == "error",
        row["source"]));

    /// <summary>The faults of a component in a release, also those that only some setting shows.</summary>
    public static IEnumerable<FaultyRelease> Of(string product, string component, SemanticVersion version) =>
        All.Where(row => row.Product == product && row.Component == component && row.Releases.Contains(version));
}
