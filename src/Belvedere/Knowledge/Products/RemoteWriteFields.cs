using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Products;

/// <summary>A field of <c>remote_write</c> in the form that some releases of Prometheus have.</summary>
/// <param name="Name">The path below <c>remote_write</c>, for example <c>queue_config.max_shards</c>.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Default">What stands where it is not given; null: nothing.</param>
/// <param name="Releases">The releases that have it in this form.</param>
/// <param name="Deprecated">The first release that advises against it; null: none.</param>
/// <param name="Source">Where that was read.</param>
sealed record RemoteWriteField(string Name, string Type, string? Default, VersionRange Releases, SemanticVersion? Deprecated, string Source);

/// <summary>The fields of <c>remote_write</c> by release of Prometheus.</summary>
static class RemoteWriteFields
{
    static Dictionary<string, RemoteWriteField[]>? table;

    /// <summary>Every field in all its forms, by path.</summary>
    public static IReadOnlyDictionary<string, RemoteWriteField[]> All => table ??= Table.ReadGroups(
        "prometheus-remote-write",
        row => new RemoteWriteField(row["field"], row["type"], row.Optional("default"), row.Range, row.OptionalVersion("deprecated"), row["source"]),
        row => row.Name);

    /// <summary>A field as a release has it; null when it has none, and refuses the configuration.</summary>
    public static RemoteWriteField? In(SemanticVersion version, string field) =>
        All.TryGetValue(field, out var forms) ? forms.FirstOrDefault(form => form.Releases.Contains(version)) : null;
}
