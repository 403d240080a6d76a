using System.Globalization;
using System.Text.Json.Nodes;
using Belvedere.Emission;
using Belvedere.Testing;

namespace Belvedere.Tests.Compilation;

/// <summary>The rules of an output as files that Prometheus reads, from each kind of object that brings them.</summary>
static class EmittedRules
{
    /// <summary>Writes a file for each object with rules, named after where it stands, and returns their absolute paths.</summary>
    public static IReadOnlyList<string> Write(Repository repository, TemporaryFolder folder)
    {
        var written = new List<string>();
        foreach (var (path, text) in Compiled.Texts(repository))
            if (path.EndsWith(".yaml", StringComparison.Ordinal) && !path.EndsWith("kustomization.yaml", StringComparison.Ordinal))
                foreach (var (rules, at) in YamlAsJson.Read(text).SelectMany(made => Of(made, path)).Select((rules, at) => (rules, at)))
                    written.Add(folder.Write(string.Create(CultureInfo.InvariantCulture, $"{path.Replace('/', '.')}.{at}"), rules));
        return written;
    }

    // The Ruler reads the keys of ConfigMaps; the operators read objects.
    static IEnumerable<string> Of(JsonNode made, string path) => (string?)made["kind"] switch
    {
        "PrometheusRule" or "AlertingRule" => [made["spec"]!.ToJsonString()],
        "ConfigMap" when path.StartsWith("hub/rules/", StringComparison.Ordinal) => made["data"]!.AsObject().Select(entry => (string)entry.Value!),
        _ => [],
    };
}
