using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Products;

/// <summary>A release that a field of a custom resource needs.</summary>
/// <param name="Kind">The kind, or <c>*</c>.</param>
/// <param name="Field">The path; one that begins with <c>**.</c> counts at any depth.</param>
/// <param name="Product">The product that must be new enough: <c>prometheus</c>, <c>alertmanager</c> or <c>thanos</c>.</param>
/// <param name="From">The first release that knows it.</param>
sealed record FieldRequirement(string Kind, string Field, string Product, SemanticVersion From);

/// <summary>
/// What fields of the Prometheus operator's resources need. The operator drops a field without a word when what it
/// configures is too old for it.
/// </summary>
static class FieldRequirements
{
    static Dictionary<string, FieldRequirement[]>? table;

    /// <summary>Every requirement, by kind.</summary>
    public static IReadOnlyDictionary<string, FieldRequirement[]> All => table ??= Table.ReadGroups(
        "field-requirements",
        row => new FieldRequirement(row["kind"], row["field"], row["product"], row.Version("from")),
        row => row.Kind);

    /// <summary>
    /// The first release of a product that acts on a field, for example
    /// <c>("Prometheus", "spec.remoteWrite[].roundRobinDNS", "prometheus")</c>; null when every release does.
    /// </summary>
    public static SemanticVersion? Of(string kind, string field, string product) =>
        Find(kind, field, product) ?? Find("*", field, product);

    static SemanticVersion? Find(string kind, string field, string product)
    {
        foreach (var row in All.GetValueOrDefault(kind, []))
            if (row.Product == product && FieldPath.Matches(row.Field, field))
                return row.From;
        return null;
    }
}
