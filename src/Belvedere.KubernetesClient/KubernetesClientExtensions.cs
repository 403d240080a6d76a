using System.Reflection;
using Belvedere.Documents;
using Belvedere.Documents.Json;
using Belvedere.Kubernetes;
using k8s;
using k8s.Models;

namespace Belvedere.KubernetesClient;

/// <summary>Takes objects of the official client into a topology.</summary>
public static class KubernetesClientExtensions
{
    /// <summary>
    /// The object as a record of its kind, or as a <see cref="CustomObject"/>. It goes through the client's own JSON, so everything
    /// that the client would send is there. The client rewrites quantities (<c>1024Mi</c> becomes <c>1Gi</c>); write them as records
    /// where the text matters. An object that does not say its apiVersion and kind gets those of its type.
    /// </summary>
    public static Kubernetes.KubernetesObject ToManifest(this IKubernetesObject item)
    {
        ArgumentNullException.ThrowIfNull(item);

        var manifest = (MapNode)JsonReader.Read(KubernetesJson.Serialize(item)).Documents[0];
        if (item.GetType().GetCustomAttribute<KubernetesEntityAttribute>() is { } entity)
        {
            manifest = WithMissing(manifest, "apiVersion", string.IsNullOrEmpty(entity.Group) ? entity.ApiVersion : $"{entity.Group}/{entity.ApiVersion}");
            manifest = WithMissing(manifest, "kind", entity.Kind);
        }

        return Kubernetes.KubernetesObject.FromNode(manifest);
    }

    static MapNode WithMissing(MapNode manifest, string field, string value) =>
        manifest[field] is ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 } ? manifest : manifest.With(field, ScalarNode.String(value));
}
