using System.Text;
using Belvedere.Documents;

namespace Belvedere.Distill;

/// <summary>Writes the page that lists every kind with a record, and where its schema comes from.</summary>
static class KindsPage
{
    public static string Write(IReadOnlyList<(string Group, string Record, MapNode Kind)> kinds, IReadOnlyDictionary<string, Origin> origins)
    {
        var page = new StringBuilder("""
            # Kinds

            Every kind that has a record in `Belvedere.Kubernetes`, complete to the last field, and a schema that every emitted and every raw
            object is checked against. Any other kind is a `CustomObject`: it is carried as it is.

            This page and `schemas/` are written by `tools/Distill` from the files of the sources below, with
            `dotnet run --project tools/Distill -- CORPUS schemas docs/kinds.md`. To take a newer release, replace its files in the corpus, run it
            again and read the diff: a type that has no good name gets one in `NameTable.cs`, and a rule over several fields that upstream has
            changed is named by a test and implemented in `src/Belvedere.Kubernetes/Rules`.

            | Kind | apiVersion | Scope | Namespace of the record | Source | Version |
            |---|---|---|---|---|---|

            """.Replace("\r\n", "\n", StringComparison.Ordinal));
        foreach (var (group, record, kind) in kinds.OrderBy(kind => kind.Group, StringComparer.Ordinal).ThenBy(kind => kind.Record, StringComparer.Ordinal))
        {
            var source = SourceTables.Custom.FirstOrDefault(source => source.Group == group);
            var (repository, commit) = origins[source?.Kinds.Single(custom => custom.Kind == record).File ?? SourceTables.OpenApi];
            var apiVersion = Schemas.Text(kind, "group") is { Length: > 0 } name ? $"{name}/{Schemas.Text(kind, "version")}" : Schemas.Text(kind, "version");
            page.Append($"| {record} | {apiVersion} | {Schemas.Text(kind, "scope")} | Belvedere.Kubernetes{(source?.Namespace.Length > 0 ? "." + source.Namespace : "")} | {source?.Name ?? "Kubernetes"} ({repository}) | {commit[..12]} |\n");
        }

        return page.ToString();
    }
}
