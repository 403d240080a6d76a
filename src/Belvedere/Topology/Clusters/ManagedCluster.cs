using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>A cluster that sends its metrics to the hub.</summary>
public sealed record ManagedCluster : Element
{
    /// <summary>Names the cluster, its platform and its profile.</summary>
    /// <param name="name">A DNS label, unique in the topology; it becomes the external label <c>cluster</c>.</param>
    /// <param name="platform">What the cluster runs on.</param>
    /// <param name="profile">What runs on the cluster for us.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public ManagedCluster(string name, Platform platform, Profile profile, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
        : base(line, file) => (Name, Platform, Profile) = (name, platform, profile);

    internal ManagedCluster(string name, Platform platform, Profile profile, SourceLocation location)
        : base(location) => (Name, Platform, Profile) = (name, platform, profile);

    /// <summary>The cluster's name.</summary>
    public string Name { get; }

    /// <summary>What it runs on.</summary>
    public Platform Platform { get; init; }

    /// <summary>What runs on it for us.</summary>
    public Profile Profile { get; init; }

    /// <summary>The hub that it writes to, over the profile's; the only one where there is one. With several hubs one of the two says it.</summary>
    public Hub? Hub { get; init; }

    /// <summary>
    /// A hub that gets a copy of all that the cluster sends, over the profile's; none by default. See
    /// <see cref="Profile.SecondHub"/>.
    /// </summary>
    public Hub? SecondHub { get; init; }

    /// <summary>When it takes a change; <see cref="Ring.Default"/> when null.</summary>
    public Ring? Ring { get; init; }

    /// <summary>Labels on every series that it sends, over the profile's; <c>cluster</c> is its name unless said here.</summary>
    public LabelSet ExternalLabels { get; init; } = LabelSet.Empty;

    /// <summary>
    /// The id that OpenShift gave the cluster (<c>ClusterVersion.spec.clusterID</c>); null where it is not known. It becomes the
    /// external label <c>cluster_id</c>: one name with two ids is a cluster that was installed anew.
    /// </summary>
    public string? ClusterId { get; init; }

    /// <summary>Whether it is expected to send; <see cref="ClusterState.Active"/> when null.</summary>
    public ClusterState? State { get; init; }

    /// <summary>
    /// Where it runs, for lists of clusters; null where it is not known. It is a label of <c>belvedere:cluster_info</c>, not of
    /// the cluster's series: for that it is said in <see cref="ExternalLabels"/>.
    /// </summary>
    public string? Region { get; init; }

    /// <summary>Who is asked about it, for example a team; nobody when null.</summary>
    public string? Owner { get; init; }

    /// <summary>The URL of its API server, where the delivery knows it by that; by its name when null.</summary>
    public string? ApiServer { get; init; }

    /// <summary>
    /// What differs from the profile on this cluster alone: <c>profile =&gt; profile with { Retention = 1.Hours }</c>. It becomes
    /// patches in the cluster's overlay.
    /// </summary>
    public Func<Profile, Profile>? Override { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"cluster '{Name}'";
}
