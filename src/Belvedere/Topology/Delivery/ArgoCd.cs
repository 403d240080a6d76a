using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>Argo CD on the hub pushes each cluster's overlay: one Application per cluster, made by an ApplicationSet per ring.</summary>
public sealed record ArgoCd : Delivery
{
    /// <summary>Names the repository.</summary>
    /// <param name="repository">The URL that Argo CD clones, without credentials.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public ArgoCd(string repository, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Repository = repository;

    /// <summary>The repository's URL (<c>repoURL</c>).</summary>
    public string Repository { get; }

    /// <summary>The folder in the repository that holds the output; its root by default.</summary>
    public string? Path { get; init; }

    /// <summary>The branch, tag or commit that is synced where a ring says nothing else (<c>targetRevision</c>). Default <c>main</c>.</summary>
    public string? Revision { get; init; }

    /// <summary>The namespace of Argo CD. Default <c>argocd</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>
    /// Advanced Cluster Management, where it tells Argo CD of the clusters (<c>GitOpsCluster</c>); null where Argo CD knows
    /// them otherwise.
    /// </summary>
    public AcmFleet? Acm { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"Argo CD of '{Repository}'";
}
