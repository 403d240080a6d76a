using System.Text.Json.Nodes;
using NJsonSchema;

namespace Belvedere.Testing;

/// <summary>
/// The schemas of Kubernetes and of the operators, as their projects publish them, made strict: a field that the schema does not
/// list is an error here, where the API server would drop it in silence.
/// </summary>
public sealed class UpstreamSchemas
{
    readonly Dictionary<(string ApiVersion, string Kind), Func<JsonNode>> sources = [];
    readonly Dictionary<(string ApiVersion, string Kind), JsonSchema> compiled = [];

    /// <summary>Indexes the corpus; the test is skipped where it is absent.</summary>
    /// <param name="openShift">A release line of OpenShift, whose own schemas then come first; null for none.</param>
    public UpstreamSchemas(string? openShift = null)
    {
        if (openShift is not null)
        {
            foreach (var file in Directory.EnumerateFiles(Corpus.Path("openshift", openShift, "crds"), "*.json").Order(StringComparer.Ordinal))
                IndexCustom(JsonNode.Parse(File.ReadAllText(file))!);
            // Kinds of the same group that the release does not serve are not to be had from elsewhere.
            foreach (var kind in (string[])["PrometheusAgent", "ScrapeConfig"])
                sources.TryAdd(("monitoring.coreos.com/v1alpha1", kind), () => JsonNode.Parse("""{"not":{}}""")!);
        }

        IndexOperatorLifecycle();

        foreach (var file in Directory.EnumerateFiles(Corpus.Path("crds"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (var document in YamlAsJson.Read(File.ReadAllText(file)))
                if ((string?)document["kind"] == "CustomResourceDefinition")
                    IndexCustom(document);

        var definitions = JsonNode.Parse(File.ReadAllText(Corpus.Path("k8s-openapi", "swagger-v2-definitions.json")))!.AsObject();
        var root = definitions["definitions"]?.AsObject() ?? definitions;
        foreach (var (name, definition) in root)
            foreach (var type in definition?["x-kubernetes-group-version-kind"]?.AsArray() ?? [])
                IndexBuiltIn(root, name, type!);
    }

    /// <summary>
    /// What is wrong with an object, as path and reason; a kind without a schema is wrong too. Empty when it is valid.
    /// </summary>
    public IReadOnlyList<string> Judge(JsonNode made)
    {
        var key = ((string?)made["apiVersion"] ?? "", (string?)made["kind"] ?? "");
        if (!compiled.TryGetValue(key, out var schema))
        {
            if (!sources.TryGetValue(key, out var source))
                return [$"{key}: no schema"];
            compiled.Add(key, schema = JsonSchema.FromJsonAsync(source().ToJsonString()).GetAwaiter().GetResult());
        }

        return [.. schema.Validate(made.ToJsonString()).Select(error => $"{key} {(string?)made["metadata"]?["name"]}: {error}")];
    }

    // The corpus has no schemas of the Operator Lifecycle Manager; its two kinds are checked for what we write in them.
    void IndexOperatorLifecycle()
    {
        sources.TryAdd(("operators.coreos.com/v1", "OperatorGroup"), () => JsonNode.Parse("""{"type":"object","properties":{"spec":{"type":"object"}}}""")!);
        sources.TryAdd(("operators.coreos.com/v1alpha1", "Subscription"), () => JsonNode.Parse("""
            {"type":"object","required":["spec"],"properties":{"spec":{"type":"object","required":["name","source","sourceNamespace"],"additionalProperties":false,
            "properties":{"channel":{"type":"string"},"installPlanApproval":{"enum":["Automatic","Manual"]},"name":{"type":"string"},"source":{"type":"string"},"sourceNamespace":{"type":"string"}}}}}
            """)!);
    }

    void IndexCustom(JsonNode definition)
    {
        var spec = definition["spec"]!;
        foreach (var version in spec["versions"]!.AsArray())
            if (version!["schema"]?["openAPIV3Schema"] is { } schema)
                sources.TryAdd(($"{spec["group"]}/{version["name"]}", (string)spec["names"]!["kind"]!), () => AsRoot(Strict(schema.DeepClone())));
    }

    void IndexBuiltIn(JsonObject definitions, string name, JsonNode type)
    {
        var group = (string)type["group"]!;
        var apiVersion = group.Length == 0 ? (string)type["version"]! : $"{group}/{type["version"]}";
        sources.TryAdd((apiVersion, (string)type["kind"]!), () =>
        {
            var needed = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
            Collect(definitions, name, needed);
            return new JsonObject { ["$ref"] = $"#/definitions/{name}", ["definitions"] = new JsonObject(needed) };
        });
    }

    static void Collect(JsonObject definitions, string name, SortedDictionary<string, JsonNode?> needed)
    {
        if (!needed.TryAdd(name, null))
            return;

        var definition = needed[name] = Strict(definitions[name]!.DeepClone());
        // Two types that the definitions call objects or strings, and the API takes as text or number.
        if (name.EndsWith(".IntOrString", StringComparison.Ordinal) || name.EndsWith(".Quantity", StringComparison.Ordinal))
            needed[name] = JsonNode.Parse("""{"type":["string","number","integer"]}""");
        foreach (var reference in References(definition!))
            Collect(definitions, reference, needed);
    }

    static IEnumerable<string> References(JsonNode node) => node switch
    {
        JsonObject map when map["$ref"] is JsonValue reference => [((string)reference!)["#/definitions/".Length..]],
        JsonObject map => map.SelectMany(child => child.Value is null ? [] : References(child.Value)),
        JsonArray list => list.SelectMany(item => item is null ? [] : References(item)),
        _ => [],
    };

    static JsonNode AsRoot(JsonNode schema)
    {
        var properties = schema["properties"]!.AsObject();
        foreach (var name in (string[])["apiVersion", "kind"])
            properties[name] ??= JsonNode.Parse("""{"type":"string"}""");
        properties["metadata"] = JsonNode.Parse("""{"type":"object"}""");
        return schema;
    }

    // What CRDs say in extensions of their own, in the words of JSON Schema.
    static JsonNode Strict(JsonNode node)
    {
        if (node is JsonArray list)
        {
            for (var at = 0; at < list.Count; at++)
                if (list[at] is { } item)
                    Strict(item);
            return node;
        }

        if (node is not JsonObject map)
            return node;

        foreach (var (_, value) in map.ToList())
            if (value is not null)
                Strict(value);

        // Prose only costs time, and examples are data, not schema.
        foreach (var noise in (string[])["description", "example", "externalDocs", "x-kubernetes-validations"])
            if (map[noise] is JsonValue or JsonArray)
                map.Remove(noise);

        if (map["x-kubernetes-int-or-string"] is JsonValue)
        {
            map["type"] = new JsonArray("integer", "string");
            map.Remove("anyOf");
        }

        if (map["nullable"] is JsonValue nullable && nullable.TryGetValue<bool>(out var isNullable) && isNullable && map["type"] is JsonValue type)
            map["type"] = new JsonArray((string)type!, "null");
        if (map["properties"] is JsonObject { Count: > 0 } && map["additionalProperties"] is null && map["x-kubernetes-preserve-unknown-fields"] is null && IsSchema(map))
            map["additionalProperties"] = false;
        return node;
    }

    // A field named 'properties' is no list of properties.
    static bool IsSchema(JsonObject map) => map["type"] is JsonValue or JsonArray || map["x-kubernetes-group-version-kind"] is not null;
}
