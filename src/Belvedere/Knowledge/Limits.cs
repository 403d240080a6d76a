using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge;

/// <summary>A length or size that a name or object may have.</summary>
/// <param name="Name">Its name in the tables, for example <c>kubernetes.label-value</c>.</param>
/// <param name="Maximum">The largest value that is accepted.</param>
/// <param name="Unit"><c>characters</c> or <c>bytes</c>.</param>
/// <param name="Subject">What it holds for, as a clause.</param>
/// <param name="Source">Where that was read.</param>
sealed record Limit(string Name, long Maximum, string Unit, string Subject, string Source);

/// <summary>The lengths and sizes that platforms accept.</summary>
static class Limits
{
    static Dictionary<string, Limit>? table;

    /// <summary>Every limit, by name.</summary>
    public static IReadOnlyDictionary<string, Limit> All => table ??= Table
        .Read("limits", row => new Limit(row["limit"], row.Number("maximum"), row["unit"], row["subject"], row["source"]))
        .ToDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>A limit that the tables know.</summary>
    public static Limit Of(string name) =>
        All.TryGetValue(name, out var limit) ? limit : throw new ArgumentException($"The tables know no limit '{name}'.", nameof(name));
}
