using Belvedere.Documents;

namespace Belvedere.Distill;

/// <summary>The types of Kubernetes itself, which have names upstream. Only what is reached from a kind or a CRD is kept.</summary>
sealed class BuiltIns(MapNode definitions)
{
    readonly Dictionary<string, MapNode> kept = new(StringComparer.Ordinal);

    /// <summary>The kept definitions by their upstream names.</summary>
    public IEnumerable<(string Definition, MapNode Schema)> Kept => kept.Select(entry => (entry.Key, entry.Value));

    /// <summary>The API group whose file holds a definition; <c>core</c> and <c>meta</c> stand for the groups without a name.</summary>
    public static string GroupOf(string definition) => definition.Split('.') switch
    {
        ["io", "k8s", "api", "rbac", ..] => "rbac.authorization.k8s.io",
        ["io", "k8s", "api", "networking", ..] => "networking.k8s.io",
        ["io", "k8s", "api", "storage", ..] => "storage.k8s.io",
        ["io", "k8s", "api", "scheduling", ..] => "scheduling.k8s.io",
        ["io", "k8s", "api", "discovery", ..] => "discovery.k8s.io",
        ["io", "k8s", "api", "admissionregistration", ..] => "admissionregistration.k8s.io",
        ["io", "k8s", "api", var group, ..] => group,
        ["io", "k8s", "apimachinery", ..] => "meta",
        ["io", "k8s", "apiextensions-apiserver", ..] => "apiextensions.k8s.io",
        ["io", "k8s", "kube-aggregator", ..] => "apiregistration.k8s.io",
        _ => throw new InvalidOperationException($"The group of {definition} is not known: add it here."),
    };

    /// <summary>A reference to a definition, which is kept with all that it uses.</summary>
    public string Reference(string definition)
    {
        // Entered before its content is made: a definition can use itself.
        if (kept.TryAdd(definition, MapNode.Empty))
            kept[definition] = Clean(definition, (MapNode)definitions[definition]!);

        return "@" + definition;
    }

    MapNode Clean(string definition, MapNode schema)
    {
        var isKind = SourceTables.BuiltInKinds.Contains(definition);
        var properties = schema["properties"] as MapNode ?? MapNode.Empty;
        var cleaned = Cleaning.Object(schema, [.. Cleaning.Ordered(properties).Select(property => (property.Key.Text, property.Key.Text is "status" && isKind
            ? MapNode.Of(("type", ScalarNode.String("object")), ("x-kubernetes-preserve-unknown-fields", ScalarNode.True))
            : CoreFacts.Apply(definition[(definition.LastIndexOf('.') + 1)..], property.Key.Text, Value((MapNode)property.Value))))]);
        return isKind ? cleaned.With("x-kubernetes-group-version-kind", Kind(definition, schema)) : cleaned;
    }

    MapNode Value(MapNode schema)
    {
        if (Schemas.Text(schema, "$ref") is { } reference)
        {
            var definition = Schemas.DefinitionOf(reference);
            return Schemas.ScalarOf(definition) ?? Cleaning.Reference(Reference(definition));
        }

        return MapNode.Of(
            ("type", schema["type"]),
            ("format", schema["format"]),
            ("x-kubernetes-list-type", schema["x-kubernetes-list-type"]),
            ("x-kubernetes-list-map-keys", schema["x-kubernetes-list-map-keys"]),
            ("x-kubernetes-map-type", schema["x-kubernetes-map-type"]),
            ("items", schema["items"] is MapNode items ? Value(items) : null),
            ("additionalProperties", schema["additionalProperties"] is MapNode values ? Value(values) : null));
    }

    static MapNode Kind(string definition, MapNode schema)
    {
        var kind = (MapNode)((ListNode)schema["x-kubernetes-group-version-kind"]!)[0];
        var name = Schemas.Text(kind, "kind")!;
        return KindOf(Schemas.Text(kind, "group")!, Schemas.Text(kind, "version")!, name, SourceTables.ClusterScopedBuiltIns.Contains(name) ? "Cluster" : "Namespaced").With("builtIn", ScalarNode.True);
    }

    /// <summary>What makes an object schema a kind.</summary>
    public static MapNode KindOf(string group, string version, string kind, string scope) => MapNode.Of(
        ("group", ScalarNode.String(group)), ("version", ScalarNode.String(version)), ("kind", ScalarNode.String(kind)), ("scope", ScalarNode.String(scope)));
}
