using System.Globalization;
using System.Text;
using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>The hashring names the pods of the StatefulSets, all of them and no others, by the names that their Service gives them.</summary>
sealed class HashringCheck : Check<ManifestSet>
{
    const string File = "hashrings.json";

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6020", "The hashring does not name the ingestors", DiagnosticSeverity.Error)
    {
        Sources = ["thanos receive --receive.hashrings-file", "Kubernetes: names of a StatefulSet's pods"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject) =>
        from objects in HubObjects.Of(subject)
        from manifest in objects.All
        let map = manifest.Object as ConfigMap
        where map?.Data?.ContainsKey(File) is true
        from problem in Problems(map, objects)
        select Descriptor.At(manifest.Origin.Location, $"The hashring of {manifest.Origin.Designation} is wrong: {problem}.") with { Element = manifest.Origin.Designation };

    static IEnumerable<string> Problems(ConfigMap map, HubObjects objects)
    {
        if (JsonReader.Read(Encoding.UTF8.GetBytes(map.Data![File])).Documents is not [ListNode rings])
            return ["it is no list of rings"];

        var named = rings.OfType<MapNode>()
            .SelectMany(ring => ring["endpoints"] as ListNode ?? ListNode.Empty)
            .Select(endpoint => endpoint is MapNode entry ? entry["address"] as ScalarNode : endpoint as ScalarNode)
            .Select(address => address?.Text ?? "")
            .ToList();
        var expected = Expected(map, objects).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. named.Where(address => !expected.Contains(address)).Select(address => $"it names '{address}', and no StatefulSet has such a pod. Let the ring follow the StatefulSet's replicas and Service"),
            .. expected.Except(named).Select(address => $"it lacks '{address}', a pod that would get no samples. Let the ring follow the StatefulSet's replicas"),
        ];
    }

    // Every pod that listens for samples of routers and is to stay.
    static IEnumerable<string> Expected(ConfigMap map, HubObjects objects) =>
        from set in objects.OfKind<StatefulSet>()
        where set.Namespace == map.Namespace
        let spec = set.Spec ?? new()
        let container = spec.Template?.Spec?.Containers?.FirstOrDefault(container => container.Args is ["receive", ..])
        where container is not null
        let port = container.Ports?.FirstOrDefault(port => port.Name == "grpc")?.Port
        from ordinal in Enumerable.Range(0, Math.Clamp((spec.Replicas ?? 1) - objects.Retiring(set.Name!), 0, 10_000))
        select string.Create(CultureInfo.InvariantCulture, $"{set.Name}-{ordinal}.{spec.ServiceName}.{set.Namespace}.svc:{port}");
}
