using System.Globalization;
using System.Text;
using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Emission;

/// <summary>
/// Where everything lies. A path depends on nothing but the thing it names, so that clusters come and go without moving
/// others.
/// </summary>
static class Layout
{
    /// <summary>The folder of a target's objects.</summary>
    public static string FolderOf(Target target) => target switch
    {
        HubTarget hub => hub.Folder,
        BaseTarget shared => $"base/{shared.Base.Folder}",
        _ => throw new InvalidOperationException($"{target.GetType().Name} is no place in the repository."),
    };

    /// <summary>The file of an object in its folder: kind and name, and the namespace where another has both in common.</summary>
    public static string FileOf(KubernetesObject made, bool withNamespace) => withNamespace && made.Namespace is { } name
        ? $"{made.Kind.ToLowerInvariant()}-{name}-{made.Name}.yaml"
        : $"{made.Kind.ToLowerInvariant()}-{made.Name}.yaml";

    /// <summary>The folder of a cluster: one of sixteen by its name, so that no folder lists thousands.</summary>
    public static string FolderOf(BoundCluster cluster) => $"clusters/{Shard(cluster.Name)}/{cluster.Name}";

    /// <summary>The shard of a cluster's name: the first hexadecimal digit of its FNV-1a hash, the same for ever.</summary>
    public static string Shard(string name)
    {
        var hash = 2166136261u;
        foreach (var octet in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ octet) * 16777619u;

        // The upper bits of this hash hardly differ between short names, the folded ones do.
        return ((hash ^ (hash >> 16)) & 0xf).ToString("x", CultureInfo.InvariantCulture);
    }
}
