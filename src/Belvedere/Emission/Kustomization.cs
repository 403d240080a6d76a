using System.Text;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;
using Belvedere.Lowering.ManagedCluster;

namespace Belvedere.Emission;

/// <summary>Kustomizations: a list of resources, and JSON patches. No other feature of Kustomize is used.</summary>
static class Kustomization
{
    /// <summary>One that lists files or folders.</summary>
    public static MapNode Of(IEnumerable<string> resources) => Header(resources, patches: null);

    /// <summary>One that lays patches over resources.</summary>
    public static MapNode Of(IEnumerable<string> resources, IEnumerable<ObjectPatch> patches) =>
        Header(resources, new ListNode(patches.Select(Patch)) is { Count: > 0 } list ? list : null);

    static MapNode Header(IEnumerable<string> resources, ListNode? patches) => MapNode.Of(
        ("apiVersion", ScalarNode.String("kustomize.config.k8s.io/v1beta1")),
        ("kind", ScalarNode.String("Kustomization")),
        ("resources", ListNode.Of(resources)),
        ("patches", patches));

    static MapNode Patch(ObjectPatch patch) => MapNode.Of(
        ("target", MapNode.Of(
            ("group", patch.Group.Length == 0 ? null : ScalarNode.String(patch.Group)),
            ("version", ScalarNode.String(patch.Version)),
            ("kind", ScalarNode.String(patch.Kind)),
            ("namespace", patch.Namespace is { } name ? ScalarNode.String(Exactly(name)) : null),
            ("name", ScalarNode.String(Exactly(patch.Name))))),
        ("patch", ScalarNode.String(Encoding.UTF8.GetString(YamlWriter.ToUtf8((Node)new ListNode(patch.Operations.Select(operation => operation.ToNode())))))));

    // Kustomize reads names as anchored regular expressions.
    static string Exactly(string name) => name.Replace(".", "\\.", StringComparison.Ordinal);
}
