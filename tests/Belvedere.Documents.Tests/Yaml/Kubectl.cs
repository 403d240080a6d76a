using System.Text.Json;
using Belvedere.Testing;

namespace Belvedere.Documents.Tests.Yaml;

/// <summary>Reads YAML as a cluster's client does, offline. A judge that nobody here wrote.</summary>
static class Kubectl
{
    /// <summary>The objects of a file in their order, as kubectl understands them, less the annotation that the call adds.</summary>
    public static IReadOnlyList<JsonElement> Read(byte[] yaml)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Path("file.yaml");
        File.WriteAllBytes(path, yaml);
        var result = Tool.Require("kubectl").Run(["annotate", "--local", "-f", path, "zz=zz", "-o", "json"]);
        Assert.That(result.ExitCode, Is.Zero, () => result.Everything);
        return Objects(result.Output);
    }

    /// <summary>Whether kubectl takes the file at all.</summary>
    public static bool Accepts(byte[] yaml)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Path("file.yaml");
        File.WriteAllBytes(path, yaml);
        return Tool.Require("kubectl").Run(["annotate", "--local", "-f", path, "zz=zz", "-o", "json"]).ExitCode == 0;
    }

    /// <summary>One JSON text after the other, without anything between them.</summary>
    static List<JsonElement> Objects(string output)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(output);
        var objects = new List<JsonElement>();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 1000 });
        while (reader.Read())
            objects.Add(JsonElement.ParseValue(ref reader));
        return objects;
    }
}
