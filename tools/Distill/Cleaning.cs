using System.Security.Cryptography;
using System.Text;
using Belvedere.Documents;

namespace Belvedere.Distill;

/// <summary>
/// Turns an expanded CRD schema into one without prose, in which objects and enumerations are references to definitions.
/// The same content, wherever it stands in a domain, is the same definition.
/// </summary>
sealed class Cleaning(CoreTypes core, Func<string, string> coreReference)
{
    /// <summary>Constraints that are copied as they are, in the order of the output.</summary>
    static readonly string[] Copied =
    [
        "format", "nullable", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "default",
        "x-kubernetes-list-type", "x-kubernetes-list-map-keys", "x-kubernetes-map-type", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource",
    ];

    /// <summary>Fields that come first in the output, because people look for them first; the rest follow in ordinal order.</summary>
    static readonly string[] First = ["apiVersion", "kind", "metadata", "name", "namespace", "alert", "record", "expr", "for"];

    /// <summary>The rule of a field that can never be changed.</summary>
    const string Unchanged = "self == oldSelf";

    readonly Dictionary<string, Definition> byContent = new(StringComparer.Ordinal);
    readonly Dictionary<string, Definition> byPlace = new(StringComparer.Ordinal);

    public IEnumerable<Definition> Definitions => byContent.Values;

    public IReadOnlyDictionary<string, Definition> ByPlace => byPlace;

    /// <summary>The kind's own object, which is a definition however simple it is.</summary>
    public MapNode Root(MapNode schema, Source source, string kind)
    {
        var properties = (MapNode)schema["properties"]!;
        return Object(schema, [.. Ordered(properties).Select(property => (property.Key.Text, property.Key.Text switch
        {
            "metadata" => Reference(coreReference("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta")),
            // Written by controllers: kept as it is, and not checked.
            "status" => MapNode.Of(("type", ScalarNode.String("object")), ("x-kubernetes-preserve-unknown-fields", ScalarNode.True)),
            var name => Clean((MapNode)property.Value, new Place(source, kind, name)),
        }))]);
    }

    /// <summary>Properties in the order in which they are written.</summary>
    public static IEnumerable<MapEntry> Ordered(MapNode properties) =>
        properties.OrderBy(property => Rank(property.Key.Text)).ThenBy(property => property.Key.Text, StringComparer.Ordinal);

    public static MapNode Reference(string target) => MapNode.Of(("$ref", ScalarNode.String(target)));

    /// <summary>An object schema of cleaned properties.</summary>
    public static MapNode Object(MapNode schema, IReadOnlyList<(string Name, MapNode Schema)> properties) => MapNode.Of(
        ("type", ScalarNode.String("object")),
        ("required", schema["required"]),
        ("additionalProperties", schema["additionalProperties"] is ScalarNode { Text: "true" } open ? open : null),
        ("x-kubernetes-preserve-unknown-fields", schema["x-kubernetes-preserve-unknown-fields"]),
        ("x-kubernetes-embedded-resource", schema["x-kubernetes-embedded-resource"]),
        ("x-rules", Rules(schema)),
        ("properties", new MapNode(properties.Select(property => new MapEntry(ScalarNode.String(property.Name), property.Schema)))));

    MapNode Clean(MapNode schema, Place place)
    {
        if (schema["x-kubernetes-int-or-string"] is not null)
            return With(Schemas.IsQuantity(schema) ? Schemas.Quantity : Schemas.IntOrString, schema, Schemas.IsQuantity(schema) ? ["default"] : ["pattern", "default", "minLength", "maxLength"]);

        if (schema["properties"] is MapNode { Count: > 0 } properties)
        {
            var field = place.Field;
            if (core.Find(schema, field) is { } type)
                return With(Reference(coreReference(type)), schema, "nullable", "default", "minProperties", "maxProperties");

            var cleaned = Object(schema, [.. Ordered(properties).Select(property => (property.Key.Text, Clean((MapNode)property.Value, place with { Path = $"{place.Path}.{property.Key.Text}" })))]);
            return With(Define(cleaned, place), schema, "nullable", "default", "minProperties", "maxProperties", "x-kubernetes-map-type");
        }

        if (Enumeration(schema) is { } values)
            return With(Define(MapNode.Of(("type", ScalarNode.String("string")), ("enum", values)), place), schema, "nullable", "default");

        return new MapNode(
        [
            .. Entry("type", schema["type"]),
            .. Copied.SelectMany(keyword => Entry(keyword, schema[keyword])),
            .. Entry("enum", schema["enum"]),
            .. Entry("x-rules", Rules(schema)),
            .. Entry("x-immutable", Immutable(schema)),
            .. Entry("items", schema["items"] is MapNode items ? Clean(items, place with { Path = place.Path + "[]" }) : null),
            .. Entry("additionalProperties", schema["additionalProperties"] is MapNode value ? Clean(value, place with { Path = place.Path + "{}" }) : schema["additionalProperties"]),
        ]);
    }

    /// <summary>The values of a string enumeration; where a schema gives several lists, those that are in all of them.</summary>
    static ListNode? Enumeration(MapNode schema)
    {
        if (Schemas.Text(schema, "type") is not "string")
            return null;

        var lists = schema["allOf"] is ListNode all
            ? all.OfType<MapNode>().Select(part => part["enum"] as ListNode).ToList()
            : [schema["enum"] as ListNode];
        return lists is [{ } first, ..] && lists.All(list => list is not null)
            ? new ListNode(first.Where(value => lists.All(list => list!.Any(other => Node.ContentEquals(value, other)))))
            : null;
    }

    MapNode Define(MapNode cleaned, Place place)
    {
        var content = $"{place.Source.Domain}\n{Upstream.Line(cleaned)}";
        if (!byContent.TryGetValue(content, out var definition))
            byContent.Add(content, definition = new Definition(place.Source.Domain, "@" + byContent.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), cleaned));
        definition.StandsAt(place);
        byPlace.Add($"{place.Source.Group}/{place.Full}", definition);
        return Reference(definition.Id);
    }

    /// <summary>
    /// What a schema demands beyond its keywords: expressions and combinations. Only an identity is kept; what it means is
    /// implemented by hand, in a table that a test holds against the upstream text.
    /// </summary>
    public static ListNode? Rules(MapNode schema)
    {
        var rules = new List<string>();
        if (schema["x-kubernetes-validations"] is ListNode validations)
            rules.AddRange(
                from rule in validations.OfType<MapNode>()
                let text = Schemas.Text(rule, "rule")!
                where text is not Unchanged
                // Rules over the old object and the new are for comparing two repositories.
                select Identity(text.Contains("oldSelf", StringComparison.Ordinal) ? "change" : "cel", text));
        foreach (var keyword in (string[])["oneOf", "anyOf", "allOf", "not"])
            if (schema[keyword] is { } combination && schema["x-kubernetes-int-or-string"] is null && Enumeration(schema) is null)
                rules.Add(Identity(keyword, Upstream.Line(combination)));
        return rules.Count > 0 ? ListNode.Of(rules) : null;
    }

    /// <summary>True for a field that says it can never be changed.</summary>
    static ScalarNode? Immutable(MapNode schema) =>
        schema["x-kubernetes-validations"] is ListNode validations && validations.OfType<MapNode>().Any(rule => Schemas.Text(rule, "rule") is Unchanged) ? ScalarNode.True : null;

    static string Identity(string keyword, string text) => $"{keyword}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";

    static int Rank(string name) => name is "status" ? int.MaxValue : Array.IndexOf(First, name) is >= 0 and var at ? at : First.Length;

    static MapNode With(MapNode made, MapNode schema, params ReadOnlySpan<string> keywords)
    {
        var entries = new List<MapEntry>(made);
        foreach (var keyword in keywords)
            entries.AddRange(Entry(keyword, schema[keyword]));
        entries.AddRange(Entry("x-immutable", Immutable(schema)));
        return new MapNode(entries);
    }

    static IEnumerable<MapEntry> Entry(string keyword, Node? value) => value is null ? [] : [new MapEntry(ScalarNode.String(keyword), value)];
}
