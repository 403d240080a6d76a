using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>A Kubernetes object as it reaches a cluster.</summary>
/// <param name="Tree">The whole object.</param>
/// <param name="File">The file that it came from.</param>
/// <param name="Unit">The kustomization, add-on or subscription that brings it: what is synced as one.</param>
sealed record Resource(Node Tree, string File, string Unit)
{
    public string ApiVersion { get; } = Tree["apiVersion"].Text ?? "";

    public string Kind { get; } = Tree["kind"].Text ?? "";

    public string Group => ApiVersion.Contains('/', StringComparison.Ordinal) ? ApiVersion[..ApiVersion.IndexOf('/', StringComparison.Ordinal)] : "";

    public string Version => ApiVersion[(ApiVersion.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public string Name { get; } = Tree.At("metadata", "name").Text ?? "";

    public string Namespace { get; } = Tree.At("metadata", "namespace").Text ?? "";

    public Node Spec => Tree["spec"];

    public IReadOnlyDictionary<string, string> Labels => Tree.At("metadata", "labels").Strings;

    public IReadOnlyDictionary<string, string> Annotations => Tree.At("metadata", "annotations").Strings;

    /// <summary>What no two objects of a cluster have in common.</summary>
    public string Id => Namespace.Length == 0 ? $"{Group}/{Kind} {Name}" : $"{Group}/{Kind} {Namespace}/{Name}";

    /// <summary>Argo CD's wave, 0 where none is said.</summary>
    public int Wave => Annotations.TryGetValue("argocd.argoproj.io/sync-wave", out var wave) && int.TryParse(wave, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    public bool Is(string kind, string group) => Kind == kind && Group == group;

    public override string ToString() => Namespace.Length == 0 ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
