using Belvedere.Knowledge.Tables;

namespace Belvedere.Knowledge.Platforms;

/// <summary>Whether a platform serves a kind.</summary>
enum KindState
{
    /// <summary>The tables do not know the kind: a user's own custom resource.</summary>
    Unknown,

    /// <summary>The platform serves it.</summary>
    Served,

    /// <summary>It is there behind a gate that no cluster to be upgraded may open.</summary>
    Preview,

    /// <summary>It comes with an operator that is not part of the platform.</summary>
    WithOperator,

    /// <summary>This release does not serve it; objects of it are refused.</summary>
    NotServed,
}

/// <summary>Whether a platform serves a kind, and by whom.</summary>
/// <param name="State">The answer.</param>
/// <param name="Provider">Who serves it: the platform, or the operator to install; null when unknown.</param>
/// <param name="Releases">The provider's releases that serve it.</param>
/// <param name="Source">Where that was read.</param>
readonly record struct KindServing(KindState State, string? Provider, VersionRange Releases, string? Source);

/// <summary>The kinds that platforms serve, and the fields that their releases know.</summary>
static class PlatformKinds
{
    static Dictionary<string, KindRow[]>? kinds;

    static Dictionary<string, FieldRow[]>? fields;

    static KubernetesFieldRow[]? kubernetesFields;

    /// <summary>Every row of the table of kinds, by group, version and kind.</summary>
    public static IReadOnlyDictionary<string, KindRow[]> Kinds => kinds ??= Table.ReadGroups(
        "kinds",
        row => new KindRow(row["provider"], row["api-version"], row["kind"], row["state"], row.Range, row["source"]),
        row => Key(row.ApiVersion, row.Kind));

    /// <summary>Every row of the table of fields, by provider, group, version and kind.</summary>
    public static IReadOnlyDictionary<string, FieldRow[]> Fields => fields ??= Table.ReadGroups(
        "crd-fields",
        row => new FieldRow(row["provider"], row["api-version"], row["kind"], row["field"], row.Range),
        row => row.Provider + " " + Key(row.ApiVersion, row.Kind));

    /// <summary>Every row of the table of fields of built-in kinds.</summary>
    public static IReadOnlyList<KubernetesFieldRow> KubernetesFields => kubernetesFields ??= Table.Read(
        "kubernetes-fields",
        row => new KubernetesFieldRow(row["api-version"], row["kind"], row["field"], new VersionRange(row.Version("from"), null), row["maturity"], row["source"]));

    extension(Platform platform)
    {
        /// <summary>Whether the platform itself serves a kind, for example <c>("monitoring.coreos.com/v1", "PrometheusRule")</c>.</summary>
        public bool Serves(string apiVersion, string kind) => platform.Serving(apiVersion, kind).State == KindState.Served;

        /// <summary>Whether the platform serves a kind, and by whom.</summary>
        public KindServing Serving(string apiVersion, string kind)
        {
            if (!Kinds.TryGetValue(Key(apiVersion, kind), out var rows))
                return new KindServing(KindState.Unknown, null, default, null);

            // What the platform says about a kind, even that it lacks it, outweighs that an operator could bring it.
            KindRow? own = null;
            foreach (var row in rows)
            {
                if (platform.ReleaseOf(row.Provider) is not { } release)
                    continue;
                own = row;
                if (row.Releases.Contains(release))
                    return new KindServing(State(row.State), row.Provider, row.Releases, row.Source);
            }

            if (own is { } lacking)
                return new KindServing(KindState.NotServed, lacking.Provider, lacking.Releases, lacking.Source);

            // Kinds of OpenShift itself cannot be installed elsewhere; all others can.
            foreach (var row in rows)
                if (row.Provider != "openshift")
                    return new KindServing(KindState.WithOperator, row.Provider, row.Releases, row.Source);
            return new KindServing(KindState.NotServed, rows[0].Provider, rows[0].Releases, rows[0].Source);
        }

        /// <summary>
        /// Whether the kind as the platform serves it has a field, for example <c>spec.scrapeClasses</c> or
        /// <c>spec.groups[].query_offset</c>. A field that the tables do not list is as old as its kind; the structure
        /// itself is the schemas' matter.
        /// </summary>
        public bool HasField(string apiVersion, string kind, string field) => platform.FieldReleases(apiVersion, kind, field) is not { } range
            || range.Releases.Contains(platform.ReleaseOf(range.Provider)!.Value);

        /// <summary>
        /// The releases that know a field which not all releases know, and whose releases they are; null when the kind's every
        /// release knows it, or the platform does not serve the kind.
        /// </summary>
        public (string Provider, VersionRange Releases)? FieldReleases(string apiVersion, string kind, string field)
        {
            foreach (var provider in Providers)
            {
                if (platform.ReleaseOf(provider) is null || !Fields.TryGetValue(provider + " " + Key(apiVersion, kind), out var rows))
                    continue;

                // Of a field and what lies below it, the lower one counts: it may have come later.
                FieldRow? nearest = null;
                foreach (var row in rows)
                    if (IsAtOrBelow(field, row.Field) && !(nearest?.Field.Length > row.Field.Length))
                        nearest = row;
                if (nearest is { } found)
                    return (provider, found.Releases);
            }

            if (!Kinds.TryGetValue(Key(apiVersion, kind), out var served) || served[0].Provider != "kubernetes")
                return null;
            foreach (var row in KubernetesFields)
                if (row.Matches(apiVersion, kind, field))
                    return ("kubernetes", row.Releases);
            return null;
        }

        /// <summary>The release line of a provider on the platform; null when the platform does not have it.</summary>
        public MinorVersion? ReleaseOf(string provider) => provider switch
        {
            "kubernetes" => platform.KubernetesVersion,
            "openshift" when platform.IsOpenShift => platform.TableVersion,
            "observability-operator" => platform.ObservabilityOperatorTableVersion,
            _ => null,
        };
    }

    static readonly string[] Providers = ["openshift", "observability-operator"];

    static string Key(string apiVersion, string kind) => apiVersion + " " + kind;

    static KindState State(string text) => text switch
    {
        "served" => KindState.Served,
        "preview" => KindState.Preview,
        _ => KindState.NotServed,
    };

    static bool IsAtOrBelow(string field, string listed) =>
        field.StartsWith(listed, StringComparison.Ordinal) && (field.Length == listed.Length || field[listed.Length] is '.' or '[' or '{');
}

/// <summary>A row of the table of kinds.</summary>
sealed record KindRow(string Provider, string ApiVersion, string Kind, string State, VersionRange Releases, string Source);

/// <summary>A row of the table of fields that only some releases have.</summary>
sealed record FieldRow(string Provider, string ApiVersion, string Kind, string Field, VersionRange Releases);

/// <summary>A row of the table of fields of built-in kinds that only some releases act on.</summary>
sealed record KubernetesFieldRow(string ApiVersion, string Kind, string Field, VersionRange Releases, string Maturity, string Source)
{
    /// <summary>Whether the row is about a field.</summary>
    public bool Matches(string apiVersion, string kind, string field) =>
        (ApiVersion == "*" || ApiVersion == apiVersion) && (Kind == "*" || Kind == kind) && FieldPath.Matches(Field, field);
}
