using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>
/// The application lifecycle of Advanced Cluster Management: each cluster clones the repository and applies the folder of its
/// base. The product calls it deprecated, and it gives every cluster of a base the same objects: only collectors that find
/// their identity while they run can be delivered so (<see cref="WriteIdentity.RunTime"/>).
/// </summary>
public sealed record AcmSubscription : Delivery
{
    /// <summary>Names the repository.</summary>
    /// <param name="repository">The URL that each cluster clones, without credentials.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public AcmSubscription(string repository, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Repository = repository;

    /// <summary>The repository's URL (<c>Channel.spec.pathname</c>).</summary>
    public string Repository { get; }

    /// <summary>The folder in the repository that holds the output; its root by default.</summary>
    public string? Path { get; init; }

    /// <summary>The branch (<c>git-branch</c>). Default <c>main</c>.</summary>
    public string? Branch { get; init; }

    /// <summary>The Secret with the credentials of the repository, in <see cref="Namespace"/>; none for a public one.</summary>
    public SecretReference? Credentials { get; init; }

    /// <summary>The cluster sets that the clusters are in. Default <c>global</c>.</summary>
    public IReadOnlyList<string> ClusterSets { get; init; } = [];

    /// <summary>The namespace on the hub for channel and subscriptions. Default <c>belvedere-fleet</c>.</summary>
    public string? Namespace { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"Subscription of '{Repository}'";
}
