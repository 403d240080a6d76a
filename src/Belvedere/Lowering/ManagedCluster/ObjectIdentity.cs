using Belvedere.Kubernetes;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>What makes an object the same to a cluster.</summary>
readonly record struct ObjectIdentity(string Group, string Kind, string? Namespace, string Name)
{
    public static ObjectIdentity Of(KubernetesObject made) => new(made.Group, made.Kind, made.Namespace, made.Name ?? "");
}
