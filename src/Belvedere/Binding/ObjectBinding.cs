using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Kubernetes;
using static Belvedere.Binding.ObjectBindingDiagnostics;

namespace Belvedere.Binding;

/// <summary>The user's own objects, from C# and from files.</summary>
static class ObjectBinding
{
    public static IReadOnlyList<BoundObject> Bind(IReadOnlyList<ExtraObjects> sources, HubReferences hubs, BindingContext context) =>
    [
        .. from source in sources
           let hub = hubs.Find(source, source.Hub)
           from made in source.Made is { } one ? [new BoundObject(source, source.Location, one)] : Read(source, source.Files!, context)
           select made with { Hub = hub },
    ];

    static IEnumerable<BoundObject> Read(ExtraObjects source, string pattern, BindingContext context)
    {
        var paths = context.Sources.Find(pattern);
        if (paths.Count == 0)
            context.Found.Add(NoFile(source, pattern));
        return paths.SelectMany(path => ReadFile(source, path, context));
    }

    static IEnumerable<BoundObject> ReadFile(ExtraObjects source, string path, BindingContext context)
    {
        var file = context.Sources.Read(path);
        foreach (var document in DocumentReading.Yaml(context, file, problem => Unreadable(source, path, problem), NotYaml))
        {
            var at = SourceLocation.In(file.AbsolutePath, document.Span);
            if (document is MapNode map && IsText(map["apiVersion"]) && IsText(map["kind"]) && map["metadata"] is MapNode metadata && IsText(metadata["name"]))
                yield return new BoundObject(source, at, KubernetesObject.FromNode(map));
            else
                context.Found.Add(NotAnObject(at, path));
        }
    }

    static bool IsText(Node? node) => node is ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 };
}
