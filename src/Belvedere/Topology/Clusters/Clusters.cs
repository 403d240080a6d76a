using System.Collections;
using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>
/// The managed clusters: written in C# as <c>[new("north", …), new("south", …)]</c>, read from an inventory file by
/// <see cref="FromYaml"/>, or both by <see cref="With"/>.
/// </summary>
[CollectionBuilder(typeof(Clusters), nameof(Create))]
public sealed record Clusters : IEnumerable<ManagedCluster>
{
    /// <summary>No clusters.</summary>
    public static readonly Clusters None = new();

    internal IReadOnlyList<ManagedCluster> Written { get; private init; } = [];

    internal IReadOnlyList<Inventory> Inventories { get; private init; } = [];

    internal IReadOnlyList<ClusterOverride> Overrides { get; private init; } = [];

    /// <summary>Makes the clusters of a collection expression.</summary>
    public static Clusters Create(ReadOnlySpan<ManagedCluster> clusters) => new() { Written = [.. clusters] };

    /// <summary>
    /// The clusters of an inventory file. The file names profiles, rings and hubs; C# defines them. Its schema is
    /// <c>schemas/inventory/clusters.schema.json</c>. It may also be what <c>kubectl get managedclusters -o yaml</c> prints on a
    /// hub of Advanced Cluster Management: labels <c>belvedere.dev/profile</c>, <c>/hub</c>, <c>/second-hub</c>, <c>/ring</c>,
    /// <c>/owner</c> and <c>/state</c> then say what the inventory's keys of these names do.
    /// </summary>
    /// <param name="path">Relative to the project's folder; <c>*</c> and <c>**</c> name several files.</param>
    /// <param name="profiles">The profiles that the file may name.</param>
    /// <param name="rings">The rings that the file may name.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public static Clusters FromYaml(
        string path,
        IReadOnlyList<Profile> profiles,
        IReadOnlyList<Ring>? rings = null,
        [CallerLineNumber] int line = 0,
        [CallerFilePath] string file = "") =>
        new() { Inventories = [new Inventory(path, line, file) { Profiles = profiles, Rings = rings ?? [] }] };

    /// <summary>These clusters and more.</summary>
    public Clusters With(Clusters more) => new()
    {
        Written = [.. Written, .. more.Written],
        Inventories = [.. Inventories, .. more.Inventories],
        Overrides = [.. Overrides, .. more.Overrides],
    };

    /// <summary>These clusters with one of them changed, wherever it was written. No cluster of that name is an error.</summary>
    /// <param name="name">The cluster's name, which stays.</param>
    /// <param name="change">For example <c>cluster =&gt; cluster with { Ring = canary }</c>.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public Clusters Override(
        string name, Func<ManagedCluster, ManagedCluster> change, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        this with { Overrides = [.. Overrides, new ClusterOverride(name, change, line, file)] };

    /// <summary>The clusters that were written in C#.</summary>
    /// <exception cref="InvalidOperationException">There is an inventory: its files are read when the topology is built.</exception>
    public IEnumerator<ManagedCluster> GetEnumerator() => Inventories is []
        ? Written.GetEnumerator()
        : throw new InvalidOperationException(
            $"The clusters of '{Inventories[0].Path}' are read when the topology is built and cannot be listed before. Join lists of clusters with With(…) instead of '..'.");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>An inventory file and the names that it may use.</summary>
sealed record Inventory : Element
{
    public Inventory(string path, int line, string file) : base(line, file) => Path = path;

    public string Path { get; }

    public required IReadOnlyList<Profile> Profiles { get; init; }

    public required IReadOnlyList<Ring> Rings { get; init; }

    public override string Designation => $"inventory '{Path}'";
}

/// <summary>A change of one cluster by name.</summary>
sealed record ClusterOverride : Element
{
    public ClusterOverride(string name, Func<ManagedCluster, ManagedCluster> change, int line, string file) : base(line, file) =>
        (Name, Change) = (name, change);

    public string Name { get; }

    public Func<ManagedCluster, ManagedCluster> Change { get; }

    public override string Designation => $"override of cluster '{Name}'";
}
