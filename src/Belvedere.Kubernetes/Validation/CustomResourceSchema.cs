using System.Security.Cryptography;
using System.Text;
using Belvedere.Documents;
using Belvedere.Documents.Json;

namespace Belvedere.Kubernetes;

/// <summary>
/// The schema of a CustomResourceDefinition as a file has it: for kinds without a record, and for the release of an operator that a
/// platform runs, which may know less than the records. Objects are checked by it as by <see cref="ManifestSchema"/>.
/// </summary>
public sealed class CustomResourceSchema
{
    readonly Dictionary<string, Shape> versions = new(StringComparer.Ordinal);

    CustomResourceSchema(string kind) => Kind = kind;

    /// <summary>The kind that it defines.</summary>
    public string Kind { get; }

    /// <summary>The apiVersions that are served, in the order of the definition.</summary>
    public IEnumerable<string> ApiVersions => versions.Keys;

    /// <summary>Reads a definition; null when the object is none, or has no schema.</summary>
    public static CustomResourceSchema? TryRead(MapNode definition)
    {
        if (Text(definition, "kind") is not "CustomResourceDefinition"
            || definition["spec"] is not MapNode spec
            || spec["names"] is not MapNode names || Text(names, "kind") is not { } kind
            || Text(spec, "group") is not { } group
            || spec["versions"] is not ListNode list)
            return null;

        var made = new CustomResourceSchema(kind);
        foreach (var version in list.OfType<MapNode>())
            if (Text(version, "name") is { } name && Text(version, "served") is not "false" && version.At("schema.openAPIV3Schema") is MapNode schema)
                made.versions[$"{group}/{name}"] = Root(schema, $"{group}/{name}", kind, Text(spec, "scope") is not "Cluster");
        return made.versions.Count > 0 ? made : null;
    }

    /// <summary>Checks an object of the kind.</summary>
    /// <returns>The problems in the order of the object; one of <see cref="ManifestProblemKind.NoKind"/> when its apiVersion is not served.</returns>
    public IReadOnlyList<ManifestProblem> Validate(MapNode manifest)
    {
        if (Text(manifest, "apiVersion") is not { } apiVersion || Text(manifest, "kind") != Kind || !versions.TryGetValue(apiVersion, out var shape))
            return [new(ManifestProblemKind.NoKind, NodePath.Root, manifest.Span, $"The object is no {Kind} of a version that is served.", $"{Kind} is served as {string.Join(" and ", versions.Keys)}.")];

        var walk = new ManifestWalk();
        walk.Manifest(manifest, shape);
        return walk.Problems;
    }

    static Shape Root(MapNode schema, string apiVersion, string kind, bool isNamespaced)
    {
        var described = schema["properties"] as MapNode ?? MapNode.Empty;
        List<FieldShape> fields =
        [
            new("apiVersion", false, new() { Kind = ValueKind.String }),
            new("kind", false, new() { Kind = ValueKind.String }),
            new("metadata", false, new() { Kind = ValueKind.Record, TypeId = Shapes.ObjectMeta }),
        ];
        foreach (var (key, value) in described)
            if (key.Text is not ("apiVersion" or "kind" or "metadata") && value is MapNode property)
                fields.Add(new(key.Text, IsRequired(schema, key.Text, property), key.Text is "status" ? new() { Kind = ValueKind.Object } : Value(property, key.Text)));
        return Type(kind, schema, [.. fields], apiVersion, isNamespaced);
    }

    static Shape Type(string name, MapNode schema, FieldShape[] fields, string apiVersion = "", bool? isNamespaced = null) => new()
    {
        Name = name,
        IsOpen = IsTrue(schema, "x-kubernetes-preserve-unknown-fields") || IsTrue(schema, "additionalProperties"),
        IsCustomResource = true,
        ApiVersion = apiVersion,
        Kind = apiVersion.Length > 0 ? name : "",
        IsNamespaced = isNamespaced,
        Rules = Rules(schema),
        Fields = fields,
        Values = [],
    };

    static ValueShape Value(MapNode schema, string name)
    {
        if (IsTrue(schema, "x-kubernetes-int-or-string"))
            return new() { Kind = ValueKind.IntOrString, Limits = LimitsOf(schema) };

        switch (Text(schema, "type"))
        {
            case "object" when schema["properties"] is MapNode { Count: > 0 } properties:
                var fields = properties.Where(property => property.Value is MapNode)
                    .Select(property => new FieldShape(property.Key.Text, IsRequired(schema, property.Key.Text, (MapNode)property.Value), Value((MapNode)property.Value, property.Key.Text)));
                return new() { Kind = ValueKind.Record, Own = Type(name, schema, [.. fields]), Limits = LimitsOf(schema) };
            case "object" when schema["additionalProperties"] is MapNode values:
                return new() { Kind = ValueKind.Map, Item = Value(values, name), Limits = LimitsOf(schema) };
            case "object":
                return new() { Kind = ValueKind.Object, Limits = LimitsOf(schema) };
            case "array" when schema["items"] is MapNode items:
                return new() { Kind = ValueKind.List, Item = Value(items, name), Limits = LimitsOf(schema) };
            default:
                var kind = (Text(schema, "type"), Text(schema, "format")) switch
                {
                    ("string", _) => ValueKind.String,
                    ("integer", "int32") => ValueKind.Int32,
                    ("integer", _) => ValueKind.Int64,
                    ("number", _) => ValueKind.Number,
                    ("boolean", _) => ValueKind.Boolean,
                    _ => ValueKind.Any,
                };
                return new() { Kind = kind, Limits = LimitsOf(schema) };
        }
    }

    static Limits LimitsOf(MapNode schema) => new()
    {
        MinimalLength = Integer(schema, "minLength"),
        MaximalLength = Integer(schema, "maxLength"),
        Pattern = Text(schema, "pattern"),
        Minimum = IsTrue(schema, "exclusiveMinimum") ? null : Number(schema, "minimum"),
        Maximum = IsTrue(schema, "exclusiveMaximum") ? null : Number(schema, "maximum"),
        ExclusiveMinimum = IsTrue(schema, "exclusiveMinimum") ? Number(schema, "minimum") : null,
        ExclusiveMaximum = IsTrue(schema, "exclusiveMaximum") ? Number(schema, "maximum") : null,
        MinimalItems = Integer(schema, "minItems"),
        MaximalItems = Integer(schema, "maxItems"),
        MinimalEntries = Integer(schema, "minProperties"),
        MaximalEntries = Integer(schema, "maxProperties"),
        Format = Text(schema, "format"),
        Default = Text(schema, "default"),
        IsNullable = IsTrue(schema, "nullable"),
        HasUniqueItems = Text(schema, "x-kubernetes-list-type") is "set",
        IsEmbeddedObject = IsTrue(schema, "x-kubernetes-embedded-resource"),
        Keys = schema["x-kubernetes-list-map-keys"] is ListNode { Count: > 0 } keys ? [.. keys.Select(key => key.ToString()!)] : null,
        Values = schema["enum"] is ListNode { Count: > 0 } values ? [.. values.Select(value => value.ToString()!)] : null,
        Rules = schema["properties"] is null && Rules(schema) is { Length: > 0 } rules ? rules : null,
    };

    // The identities by which the implemented rules are found.
    static string[] Rules(MapNode schema)
    {
        var rules = (schema["x-kubernetes-validations"] as ListNode ?? ListNode.Empty).OfType<MapNode>().Select(rule => Identity("cel", Text(rule, "rule") ?? "")).ToList();
        foreach (var keyword in (string[])["oneOf", "anyOf", "allOf", "not"])
            if (schema[keyword] is { } combination)
                rules.Add(Identity(keyword, Encoding.UTF8.GetString(JsonWriter.ToUtf8(combination, minified: true))));
        return [.. rules];
    }

    static string Identity(string keyword, string text) => $"{keyword}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";

    // What has a default is filled in before it is checked.
    static bool IsRequired(MapNode schema, string field, MapNode property) =>
        property["default"] is null && schema["required"] is ListNode required && required.Any(name => (name as ScalarNode)?.Text == field);

    static string? Text(MapNode map, string key) => (map[key] as ScalarNode)?.Text;

    static bool IsTrue(MapNode map, string key) => map[key] is ScalarNode { Kind: ScalarKind.Boolean, Text: "true" };

    static long? Integer(MapNode map, string key) => map[key] is ScalarNode scalar && scalar.TryGetInteger(out var value) ? value : null;

    static double? Number(MapNode map, string key) => map[key] is ScalarNode scalar && scalar.TryGetNumber(out var value) ? value : null;
}
