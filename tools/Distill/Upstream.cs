using System.Text;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Documents.Yaml;

namespace Belvedere.Distill;

/// <summary>Reads what upstream publishes.</summary>
static class Upstream
{
    /// <summary>The one document of a YAML or JSON file.</summary>
    public static MapNode Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var result = path.EndsWith(".json", StringComparison.Ordinal) ? JsonReader.Read(file) : YamlReader.Read(file);
        return result is { IsValid: true, Documents: [MapNode document] }
            ? document
            : throw new InvalidDataException($"{path} is not one document: {string.Join("; ", result.Errors.Take(3))}");
    }

    /// <summary>A tree as one line, for comparing.</summary>
    public static string Line(Node node) => Encoding.UTF8.GetString(JsonWriter.ToUtf8(node, minified: true));
}
