using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>
/// The whole of what is compiled: a hub, its managed clusters, what they collect, and how it is delivered. Any subset is
/// valid: a hub without clusters, clusters that write to a hub of somebody else's, history without a global view.
/// </summary>
public sealed record MonitoringTopology : Element
{
    /// <summary>Names the topology.</summary>
    /// <param name="name">A DNS label; it goes into labels, projects and applications.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public MonitoringTopology(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Name = name;

    /// <summary>The topology's name.</summary>
    public string Name { get; }

    /// <summary>The generation of defaults. A package upgrade never changes it.</summary>
    public Defaults Defaults { get; init; } = Defaults.V1;

    /// <summary>
    /// The bucket that keeps the blocks of every hub that has none of its own; without one, samples live as long as the
    /// ingestors keep them.
    /// </summary>
    public ObjectStorage? Storage { get; init; }

    /// <summary>The hub; with several, the one that deliveries run on.</summary>
    public Hub? Hub { get; init; }

    /// <summary>
    /// Hubs beside <see cref="Hub"/>, each on a cluster of its own: a hub for each region, or one that takes over. Clusters then
    /// say which one they write to. Their order means nothing.
    /// </summary>
    public IReadOnlyList<Hub> RegionalHubs { get; init; } = [];

    /// <summary>The managed clusters.</summary>
    public Clusters Clusters { get; init; } = Clusters.None;

    /// <summary>Recording and alerting rules.</summary>
    public IReadOnlyList<RuleSource> Rules { get; init; } = [];

    /// <summary>
    /// The address that people see the repository at, for example <c>https://git.example.com/monitoring/blob/main/manifests</c>: what
    /// to do about a shipped alert is told in <c>runbooks/</c> there. Without it, an alert's <c>runbook_url</c> is the path in the
    /// repository.
    /// </summary>
    public string? Runbooks { get; init; }

    /// <summary>Dashboards.</summary>
    public IReadOnlyList<DashboardSource> Dashboards { get; init; } = [];

    /// <summary>Changes of emitted objects, where the model has no property.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>Objects of the user's own.</summary>
    public IReadOnlyList<ExtraObjects> Objects { get; init; } = [];

    /// <summary>How the repository reaches the clusters; without any, it is applied by hand.</summary>
    public IReadOnlyList<Delivery> Delivery { get; init; } = [];

    /// <summary>Warnings that are right in general and wrong here.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <inheritdoc/>
    public override string Designation => $"topology '{Name}'";
}
