using Belvedere.Documents;

namespace Belvedere.Distill;

/// <summary>What is read off a schema node, and the scalars that upstream defines by name.</summary>
static class Schemas
{
    const string QuantityPattern = @"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$";

    public static readonly MapNode Quantity = MapNode.Of(("type", ScalarNode.String("string")), ("format", ScalarNode.String("quantity")));
    public static readonly MapNode IntOrString = MapNode.Of(("x-kubernetes-int-or-string", ScalarNode.True));

    static readonly MapNode FreeObject = MapNode.Of(("type", ScalarNode.String("object")), ("x-kubernetes-preserve-unknown-fields", ScalarNode.True));
    static readonly MapNode DateTime = MapNode.Of(("type", ScalarNode.String("string")), ("format", ScalarNode.String("date-time")));

    public static string? Text(MapNode schema, string key) => (schema[key] as ScalarNode)?.Text;

    /// <summary>The definition that a reference of the OpenAPI document names.</summary>
    public static string DefinitionOf(string reference) => reference[(reference.LastIndexOf('/') + 1)..];

    /// <summary>Whether an int-or-string of a CRD is a quantity: controller-gen gives every quantity the same pattern.</summary>
    public static bool IsQuantity(MapNode schema) => Text(schema, "pattern") is QuantityPattern;

    /// <summary>Definitions of the OpenAPI document that are scalars, or free-form, on the wire.</summary>
    public static MapNode? ScalarOf(string definition) => definition[(definition.LastIndexOf('.') + 1)..] switch
    {
        "Quantity" => Quantity,
        "IntOrString" => IntOrString,
        "Time" or "MicroTime" => DateTime,
        "RawExtension" or "FieldsV1" => FreeObject,
        "JSON" => MapNode.Empty,
        // Schemas inside a CRD are carried as they are: nobody writes one by hand.
        "JSONSchemaProps" => FreeObject,
        _ => null,
    };
}
