using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge;

/// <summary>How a release stands to what the tables know.</summary>
enum CoverageKind
{
    /// <summary>The tables know it.</summary>
    Known,

    /// <summary>Older than all that the tables know; treated as the oldest of them.</summary>
    Older,

    /// <summary>Newer than all that the tables know; treated as the newest of them.</summary>
    Newer,
}

/// <summary>The releases of a platform or product that the tables know.</summary>
/// <param name="Product">The platform or product.</param>
/// <param name="Oldest">The oldest release.</param>
/// <param name="Newest">The newest release.</param>
sealed record Coverage(string Product, SemanticVersion Oldest, SemanticVersion Newest)
{
    static Coverage[]? table;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Coverage> All =>
        table ??= Table.Read("coverage", row => new Coverage(row["product"], row.Version("oldest"), row.Version("newest")));

    /// <summary>The coverage of a product that the tables know.</summary>
    public static Coverage Of(string product) =>
        All.FirstOrDefault(row => row.Product == product) ?? throw new ArgumentException($"The tables know no product '{product}'.", nameof(product));

    /// <summary>Where a release stands. Patches beyond the newest known one are known: they change no table.</summary>
    public CoverageKind Of(SemanticVersion version) =>
        version.Line < Oldest.Line ? CoverageKind.Older : version.Line > Newest.Line ? CoverageKind.Newer : CoverageKind.Known;

    /// <summary>The release line that the tables are asked for: the line itself, or the nearest one that they know.</summary>
    public MinorVersion Nearest(MinorVersion line) => line < Oldest.Line ? Oldest.Line : line > Newest.Line ? Newest.Line : line;
}
