using Belvedere.Documents;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>Changes of one object of a base, as JSON patch (RFC 6902) operations.</summary>
/// <param name="Group">The object's API group; empty for the core.</param>
/// <param name="Version">Its API version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace; null for cluster-scoped kinds.</param>
/// <param name="Name">Its name.</param>
/// <param name="Operations">What changes, in order.</param>
sealed record ObjectPatch(string Group, string Version, string Kind, string? Namespace, string Name, IReadOnlyList<PatchOperation> Operations)
{
    /// <summary>Changes of an object.</summary>
    public static ObjectPatch Of(KubernetesObject target, params IReadOnlyList<PatchOperation> operations) => new(
        target.Group,
        target.ApiVersion[(target.ApiVersion.IndexOf('/') + 1)..],
        target.Kind,
        target.Namespace,
        target.Name!,
        operations);
}

/// <summary>One operation.</summary>
/// <param name="Verb"><c>add</c>, <c>replace</c>, <c>remove</c> or <c>test</c>.</param>
/// <param name="Path">A JSON pointer (RFC 6901).</param>
/// <param name="Value">The new value; null for <c>remove</c>.</param>
sealed record PatchOperation(string Verb, string Path, Node? Value)
{
    /// <summary>Whether it adds at the end of a list.</summary>
    public bool IsAppended => Path.EndsWith("/-", StringComparison.Ordinal);

    public MapNode ToNode() => MapNode.Of(("op", ScalarNode.String(Verb)), ("path", ScalarNode.String(Path)), ("value", Value));
}
