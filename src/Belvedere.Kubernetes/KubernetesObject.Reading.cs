using Belvedere.Documents;

namespace Belvedere.Kubernetes;

public abstract partial record KubernetesObject
{
    /// <summary>
    /// Reads a manifest: the record of its apiVersion and kind, or a <see cref="CustomObject"/> when there is none. Nothing is lost
    /// and nothing is refused: unknown fields are in <see cref="ManifestNode.AdditionalFields"/>, and a value of the wrong type
    /// reads as null and is written back as it came.
    /// </summary>
    public static KubernetesObject FromNode(MapNode manifest)
    {
        var apiVersion = (manifest["apiVersion"] as ScalarNode)?.Text ?? "";
        var kind = (manifest["kind"] as ScalarNode)?.Text ?? "";
        var read = Shapes.Create(apiVersion, kind) ?? new CustomObject(apiVersion, kind);
        read.Read(manifest);
        return read;
    }
}
