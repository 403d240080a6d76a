using Belvedere.Binding;

namespace Belvedere.Lowering.Delivery.ArgoCd;

/// <summary>Paths as Argo CD sees them: from the root of the repository, which may hold the output in a folder.</summary>
static class RepositoryPaths
{
    public static string In(BoundArgoCd delivery, string path) => delivery.Folder.Length == 0 ? path : $"{delivery.Folder}/{path}";

    /// <summary>
    /// All that a cluster's application is rendered from: its own folder and its base. Argo CD renders it again for a commit
    /// that touches these, and for no other.
    /// </summary>
    public static string Closure(BoundArgoCd delivery, BoundBase shared) => $".;/{In(delivery, $"base/{shared.Folder}")}";
}
