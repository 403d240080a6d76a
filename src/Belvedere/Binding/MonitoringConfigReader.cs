using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;
using Belvedere.Knowledge.Platforms;
using Belvedere.Sources;
using static Belvedere.Binding.MonitoringConfigDiagnostics;

namespace Belvedere.Binding;

/// <summary>Reads the ConfigMaps of cluster monitoring as they are on a cluster now, from <c>kubectl get configmap -o yaml</c>.</summary>
static class MonitoringConfigReader
{
    const string Key = "config.yaml";

    public static (MapNode? Cluster, MapNode? UserWorkload) Read(Profile profile, string files, BindingContext context)
    {
        var paths = context.Sources.Find(files);
        if (paths.Count == 0)
            context.Found.Add(NoFile(profile, files));

        (MapNode? Cluster, MapNode? UserWorkload) read = default;
        foreach (var path in paths)
            foreach (var (name, settings) in ReadFile(profile, path, context))
                read = name == PlatformConfiguration.ClusterMap ? (settings, read.UserWorkload) : (read.Cluster, settings);
        return read;
    }

    static IEnumerable<(string Name, MapNode Settings)> ReadFile(Profile profile, string path, BindingContext context)
    {
        var file = context.Sources.Read(path);
        foreach (var document in DocumentReading.Yaml(context, file, problem => Unreadable(profile, path, problem), NotYaml))
        {
            var at = SourceLocation.In(file.AbsolutePath, document.Span);
            if (document.At("kind") is ScalarNode { Text: "ConfigMap" }
                && document.At("metadata.name") is ScalarNode { Text: PlatformConfiguration.ClusterMap or PlatformConfiguration.UserWorkloadMap } name)
            {
                if (Settings(document, file, context) is { } settings)
                    yield return (name.Text, settings);
            }
            else
            {
                context.Found.Add(NotMonitoringConfig(at, path));
            }
        }
    }

    // The settings are a document of their own inside the ConfigMap; nothing there means that nothing is set.
    static MapNode? Settings(Node document, SourceFile file, BindingContext context)
    {
        if ((document.At("data") as MapNode)?[Key] is not ScalarNode text)
            return MapNode.Empty;

        var result = YamlReader.Read(System.Text.Encoding.UTF8.GetBytes(text.Text));
        foreach (var error in result.Errors)
            context.Found.Add(NotYaml(SourceLocation.In(file.AbsolutePath, text.Span), $"In {Key}: {error.Message}"));
        if (!result.IsValid)
            return null;

        switch (result.Documents)
        {
            case [] or [ScalarNode { Kind: ScalarKind.Null }]:
                return MapNode.Empty;
            case [MapNode map]:
                return map;
            default:
                context.Found.Add(NotYaml(SourceLocation.In(file.AbsolutePath, text.Span), $"In {Key}: the settings must be a map of keys and values."));
                return null;
        }
    }
}
