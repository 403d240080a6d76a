using System.Globalization;
using System.Text.Json.Nodes;

namespace Belvedere.Tests.Compilation;

/// <summary>JSON patch (RFC 6902), as Kustomize applies it: the four verbs that an overlay may hold.</summary>
static class JsonPatch
{
    public static void Apply(JsonNode target, JsonArray operations)
    {
        foreach (var operation in operations)
            Apply(target, (string)operation!["op"]!, [.. ((string)operation["path"]!)[1..].Split('/').Select(Unescape)], operation["value"]);
    }

    static void Apply(JsonNode target, string verb, string[] path, JsonNode? value)
    {
        var parent = path[..^1].Aggregate(target, (node, step) => Step(node, step) ?? throw new InvalidOperationException($"The patch goes through '{step}', which is not there."));
        switch (verb, parent)
        {
            case ("test", _):
                if (!JsonNode.DeepEquals(Step(parent, path[^1]), value))
                    throw new InvalidOperationException($"The test of '{string.Join('/', path)}' fails.");
                break;
            case ("remove", JsonObject map):
                if (!map.Remove(path[^1]))
                    throw new InvalidOperationException($"The patch removes '{path[^1]}', which is not there.");
                break;
            case ("remove", JsonArray list):
                list.RemoveAt(Index(path[^1]));
                break;
            case ("add" or "replace", JsonObject map):
                map[path[^1]] = value?.DeepClone();
                break;
            case ("add", JsonArray list):
                list.Insert(path[^1] == "-" ? list.Count : Index(path[^1]), value?.DeepClone());
                break;
            case ("replace", JsonArray list):
                list[Index(path[^1])] = value?.DeepClone();
                break;
            default:
                throw new InvalidOperationException($"The patch cannot {verb} at '{string.Join('/', path)}'.");
        }
    }

    static JsonNode? Step(JsonNode node, string step) => node is JsonArray list ? list[Index(step)] : node[step];

    static int Index(string step) => int.Parse(step, NumberStyles.None, CultureInfo.InvariantCulture);

    static string Unescape(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
