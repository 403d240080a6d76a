using System.Text;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;

namespace Belvedere.Lowering;

/// <summary>Configuration files inside objects: trees as text, and model values as nodes, where null is left out.</summary>
static class Text
{
    public static string Yaml(Node node) => Encoding.UTF8.GetString(YamlWriter.ToUtf8(node));

    public static string Json(Node node) => Encoding.UTF8.GetString(JsonWriter.ToUtf8(node));

    public static Node? Of(string? value) => value is null ? null : ScalarNode.String(value);

    public static Node? Of(bool? value) => value is { } said ? ScalarNode.Boolean(said) : null;

    public static Node? Of(long? value) => value is { } said ? ScalarNode.Integer(said) : null;

    public static Node? Of(Duration? value) => value is { } said ? ScalarNode.String(said.ToString()) : null;

    public static Node? Of(LabelSet labels) => labels.Count == 0 ? null : MapNode.Of(labels.Select(label => (label.Key, (Node?)ScalarNode.String(label.Value))));

    public static Node? Of(IReadOnlyList<string> texts) => texts.Count == 0 ? null : ListNode.Of(texts);

    /// <summary>A map, or null when nothing is in it.</summary>
    public static MapNode? MapOrNothing(params IEnumerable<(string Key, Node? Value)> entries) => MapNode.Of(entries) is { Count: > 0 } map ? map : null;
}
