using System.Text;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;
using Belvedere.Testing;
using NJsonSchema;

namespace Belvedere.Kubernetes.Tests;

/// <summary>
/// The schemas that upstream publishes, made strict for a JSON Schema validator that nobody here wrote: unknown fields are
/// forbidden where an object lists its own, and what only Kubernetes knows is put into JSON Schema's words. Nothing of
/// <c>schemas/</c> is used.
/// </summary>
static class UpstreamSchemas
{
    static readonly Lazy<IReadOnlyDictionary<(string ApiVersion, string Kind), MapNode>> Strict = new(Read);

    static readonly Dictionary<(string, string), JsonSchema> Validators = [];

    public static MapNode Schema(CorpusObject item) => Strict.Value[(item.ApiVersion, item.Kind)];

    public static bool Has(CorpusObject item) => Strict.Value.ContainsKey((item.ApiVersion, item.Kind));

    /// <summary>What the independent validator says.</summary>
    public static IReadOnlyList<string> Validate(string apiVersion, string kind, MapNode manifest)
    {
        if (!Validators.TryGetValue((apiVersion, kind), out var validator))
            Validators.Add((apiVersion, kind), validator = JsonSchema.FromJsonAsync(Text(Strict.Value[(apiVersion, kind)])).GetAwaiter().GetResult());
        return [.. validator.Validate(Text(manifest)).Select(error => error.ToString())];
    }

    /// <summary>The schema of a field, references followed; null where the path leaves what is described.</summary>
    public static MapNode? At(MapNode root, NodePath path)
    {
        MapNode? schema = root;
        foreach (var step in Steps(path))
        {
            schema = Followed(root, schema);
            schema = (step.Key is { } key ? (schema?["properties"] as MapNode)?[key] ?? schema?["additionalProperties"] : schema?["items"]) as MapNode;
        }

        return Followed(root, schema);
    }

    static MapNode? Followed(MapNode root, MapNode? schema)
    {
        while (schema?["$ref"] is ScalarNode reference)
            schema = (root["definitions"] as MapNode)?[reference.Text["#/definitions/".Length..]] as MapNode;
        return schema;
    }

    static IEnumerable<NodePath> Steps(NodePath path) => path.IsRoot ? [] : Steps(path.Parent!).Append(path);

    static string Text(Node node) => Encoding.UTF8.GetString(JsonWriter.ToUtf8(node, minified: true));

    static Dictionary<(string, string), MapNode> Read()
    {
        var made = new Dictionary<(string, string), MapNode>();
        foreach (var file in Directory.EnumerateFiles(Corpus.Path("crds"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (var definition in YamlReader.Read(File.ReadAllBytes(file)).Documents.OfType<MapNode>().Where(document => document["kind"] is ScalarNode { Text: "CustomResourceDefinition" }))
                foreach (var version in ((ListNode)definition.At("spec.versions")!).OfType<MapNode>())
                    made[($"{definition.At("spec.group")}/{version["name"]}", definition.At("spec.names.kind")!.ToString()!)] = Root((MapNode)version.At("schema.openAPIV3Schema")!);

        var core = (MapNode)((MapNode)JsonReader.Read(File.ReadAllBytes(Corpus.Path("k8s-openapi", "swagger-v2-definitions.json"))).Documents[0])["definitions"]!;
        var definitions = new MapNode(core.Select(entry => entry with { Value = Core(entry.Key.Text, (MapNode)entry.Value) }));
        foreach (var (name, definition) in core)
            foreach (var kind in (((MapNode)definition)["x-kubernetes-group-version-kind"] as ListNode ?? ListNode.Empty).OfType<MapNode>())
                made[(kind["group"] is ScalarNode { Text.Length: > 0 } group ? $"{group}/{kind["version"]}" : $"{kind["version"]}", $"{kind["kind"]}")] =
                    WithParts((MapNode)definitions[name.Text]!, definitions);
        return made;
    }

    // A definition with those that it uses: siblings of a reference at the top would not be seen.
    static MapNode WithParts(MapNode definition, MapNode definitions)
    {
        var used = new SortedDictionary<string, Node>(StringComparer.Ordinal);
        Collect(definition);
        return definition.With("definitions", new MapNode(used.Select(entry => new MapEntry(ScalarNode.String(entry.Key), entry.Value))));

        void Collect(Node node)
        {
            if (node is MapNode map)
                foreach (var entry in map)
                    if (entry is not { Key.Text: "$ref", Value: ScalarNode reference })
                        Collect(entry.Value);
                    else if (reference.Text["#/definitions/".Length..] is var name && used.TryAdd(name, definitions[name]!))
                        Collect(used[name]);
        }
    }

    static MapNode Root(MapNode schema)
    {
        var strict = Made(schema);
        var properties = ((MapNode)strict["properties"]!)
            .With("apiVersion", Type("string")).With("kind", Type("string")).With("metadata", Type("object")).With("status", Type("object"));
        return strict.With("properties", properties);
    }

    static MapNode Core(string name, MapNode schema) => name[(name.LastIndexOf('.') + 1)..] switch
    {
        "Quantity" => Types("string", "number"),
        "IntOrString" => Types("string", "integer"),
        "JSONSchemaProps" or "JSON" => MapNode.Empty,
        // Null is what Go writes for a time that is not set.
        "Time" or "MicroTime" => Types("string", "null"),
        _ => Made(schema["properties"] is MapNode properties && properties["status"] is not null && properties["metadata"] is not null
            ? schema.With("properties", properties.With("status", Type("object")))
            : schema),
    };

    static MapNode Made(MapNode schema)
    {
        if (schema["x-kubernetes-int-or-string"] is not null)
            return Types("string", "integer");

        var made = new List<MapEntry>();
        foreach (var entry in schema)
        {
            Node? value = entry.Key.Text switch
            {
                "description" or "default" or "example" => null,
                "type" when schema["nullable"] is ScalarNode { Text: "true" } => ListNode.Of(entry.Value.ToString()!, "null"),
                "properties" => new MapNode(((MapNode)entry.Value).Select(property => property with { Value = Made((MapNode)property.Value) })),
                "items" or "additionalProperties" when entry.Value is MapNode inner => Made(inner),
                // What has a default is filled in before it is checked.
                "required" => new ListNode(((ListNode)entry.Value).Where(field => (schema.At($"properties.{field}.default") ?? null) is null)),
                var key => key.StartsWith("x-", StringComparison.Ordinal) ? null : entry.Value,
            };
            if (value is not null)
                made.Add(entry with { Value = value });
        }

        var map = new MapNode(made);
        return map["properties"] is not null && map["additionalProperties"] is null && schema["x-kubernetes-preserve-unknown-fields"] is null
            ? map.With("additionalProperties", ScalarNode.False)
            : map;
    }

    static MapNode Type(string type) => MapNode.Of(("type", ScalarNode.String(type)));

    static MapNode Types(params string[] types) => MapNode.Of(("type", ListNode.Of(types)));
}
