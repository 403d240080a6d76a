using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Kubernetes;

namespace Belvedere.Binding;

/// <summary>
/// The topology with every default resolved and every reference linked: nothing here means "not said". All lists are in
/// ordinal order of names, so that later phases need not sort.
/// </summary>
sealed record BoundTopology
{
    public required MonitoringTopology Authored { get; init; }

    /// <summary>The hubs: first the one that deliveries run on, then the others in order of names.</summary>
    public required IReadOnlyList<BoundHub> Hubs { get; init; }

    /// <summary>The hub that deliveries run on.</summary>
    public BoundHub? Hub => Hubs.FirstOrDefault(hub => hub.IsDelivering);

    public required IReadOnlyList<BoundProfile> Profiles { get; init; }

    public required IReadOnlyList<BoundRing> Rings { get; init; }

    public required IReadOnlyList<BoundCluster> Clusters { get; init; }

    /// <summary>What clusters of a profile and a platform have in common, in the order of their folders.</summary>
    public required IReadOnlyList<BoundBase> Bases { get; init; }

    public required IReadOnlyList<ClusterShape> Shapes { get; init; }

    /// <summary>The shapes without those that differ from others in their hubs only: what collects on them is the same.</summary>
    public IEnumerable<ClusterShape> Collecting => Shapes.DistinctBy(shape => shape with { Writes = shape.Base.Writes });

    public required IReadOnlyList<BoundRules> Rules { get; init; }

    public required IReadOnlyList<BoundDashboard> Dashboards { get; init; }

    public required IReadOnlyList<BoundObject> Objects { get; init; }

    public required BoundDeliveries Deliveries { get; init; }

    public BoundArgoCd? ArgoCd => Deliveries.ArgoCd;

    /// <summary>The clusters that write to a hub.</summary>
    public IEnumerable<BoundCluster> ClustersOf(BoundHub hub) => Clusters.Where(cluster => cluster.Shape.Writes.Include(hub));

    /// <summary>Who delivers the clusters of a base; null where nobody does, and it is applied by hand.</summary>
    public Delivery? OwnerOf(BoundBase shared) => Deliveries.OwnerOf(shared.Profile.Authored);

    /// <summary>Whether the clusters of a base have overlays: a delivery that fills in names while it runs needs none.</summary>
    public bool HasOverlays(BoundBase shared) => OwnerOf(shared) is null or Belvedere.ArgoCd;

    public string Name => Authored.Name;
}

/// <summary>A profile as it is on a cluster. Compared by content: clusters with equal profiles share a shape.</summary>
sealed record BoundProfile
{
    public required Profile Authored { get; init; }

    /// <summary>The hub that its clusters write to where they say nothing else; null where they must.</summary>
    public required BoundHub? Hub { get; init; }

    public required BoundHub? SecondHub { get; init; }

    public required string Namespace { get; init; }

    public required Duration ScrapeInterval { get; init; }

    /// <summary>The time between two scrapes where another Prometheus is read instead of targets.</summary>
    public required Duration FederationInterval { get; init; }

    public required Duration Retention { get; init; }

    public required int Replicas { get; init; }

    public required ByteSize? Volume { get; init; }

    public required string? StorageClass { get; init; }

    public required Resources Resources { get; init; }

    public required LabelSet MonitorLabels { get; init; }

    public required LabelSet ExternalLabels { get; init; }

    public required SecretReference ClientCertificate { get; init; }

    public required Ship Ship { get; init; }

    public required BoundQueue Queue { get; init; }

    public required IReadOnlyList<Relabeling> Relabel { get; init; }

    public required Duration WriteTimeout { get; init; }

    public required BoundOpenShift OpenShift { get; init; }

    /// <summary>The rules that clusters of the profile evaluate.</summary>
    public required IReadOnlyList<BoundRules> Rules { get; init; }

    public string Name => Authored.Name;
}

sealed record BoundQueue
{
    public required int MaxShards { get; init; }

    public required int MaxSamplesPerSend { get; init; }

    public required int Capacity { get; init; }

    public required Duration MinBackoff { get; init; }

    public required Duration MaxBackoff { get; init; }
}

sealed record BoundRing(Ring Authored, string? Revision)
{
    public string Name => Authored.Name;
}

/// <summary>
/// A profile on a platform: what its clusters share in the output. On OpenShift each release line has a base of its own, because
/// its operators take other objects than those of the next; a cluster moves to another base when its declared release changes,
/// and to no other time.
/// </summary>
/// <param name="Profile">The profile.</param>
/// <param name="OpenShift">The release line of OpenShift; null on Kubernetes, where all releases take the same objects.</param>
/// <param name="Collector">What collects.</param>
/// <param name="Writes">Where clusters write to that say nothing else.</param>
sealed record BoundBase(BoundProfile Profile, MinorVersion? OpenShift, CollectorShape Collector, BoundWrites Writes)
{
    /// <summary>The folder in <c>base/</c>. A dot is in no profile's name, so that no two bases share a folder.</summary>
    public string Folder => OpenShift is { } line ? $"{Profile.Name}.openshift-{line}" : Profile.Name;
}

/// <summary>The hubs that clusters write to.</summary>
/// <param name="Home">The one that they belong to; null where none is known.</param>
/// <param name="Second">The one that has a copy of all that they send; null where there is none.</param>
sealed record BoundWrites(BoundHub? Home, BoundHub? Second)
{
    /// <summary>Whether a hub is among them.</summary>
    public bool Include(BoundHub hub) => ReferenceEquals(hub, Home) || ReferenceEquals(hub, Second);
}

/// <summary>
/// Clusters that differ in nothing but their identity: same profile, same override, same platform, same hubs. Work is done once
/// a shape, not once a cluster.
/// </summary>
sealed record ClusterShape(BoundBase Base, BoundProfile Effective, Platform Platform, BoundWrites Writes)
{
    /// <summary>Whether its clusters override the profile.</summary>
    public bool IsOverridden => !ReferenceEquals(Base.Profile, Effective);

    /// <summary>Whether its clusters are as their base, but for their identity.</summary>
    public bool IsPlain => !IsOverridden && Writes == Base.Writes;
}

sealed record BoundCluster
{
    public required ManagedCluster Authored { get; init; }

    public required ClusterShape Shape { get; init; }

    public required BoundRing Ring { get; init; }

    public required ClusterState State { get; init; }

    /// <summary>Whether anything is made for it.</summary>
    public bool IsDelivered => State is not ClusterState.Decommissioned;

    /// <summary>Every external label that tells this cluster's series from others', <c>cluster</c> among them.</summary>
    public required LabelSet ExternalLabels { get; init; }

    public string Name => Authored.Name;
}

/// <summary>Groups of rules that become one PrometheusRule.</summary>
/// <param name="Source">What the user wrote.</param>
/// <param name="Location">The rule group, or the place in the file.</param>
/// <param name="Name">The object's name.</param>
abstract record BoundRules(RuleSource Source, SourceLocation Location, string Name)
{
    /// <summary>Whether managed clusters evaluate them.</summary>
    public bool IsLocal => Source.Placement is Placement.Local;
}

/// <summary>A group that was written in C#.</summary>
/// <param name="Group">The group.</param>
/// <param name="Runbooks">The address that paths of runbooks start at; null where they stay paths.</param>
sealed record WrittenRules(RuleGroup Group, string? Runbooks) : BoundRules(Group, Group.Location, Group.Name);

/// <summary>Groups that were read from a file and are taken as they are.</summary>
/// <param name="Source">What the user wrote.</param>
/// <param name="Location">The place in the file.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Spec">The <c>spec</c> of a PrometheusRule: <c>groups</c>, and whatever else stood there.</param>
sealed record ReadRules(RuleSource Source, SourceLocation Location, string Name, MapNode Spec) : BoundRules(Source, Location, Name);

/// <param name="Source">What the user wrote.</param>
/// <param name="Location">The file, or the element for a shipped one.</param>
/// <param name="Name">A DNS label that names the object and the JSON file.</param>
/// <param name="Json">The dashboard.</param>
sealed record BoundDashboard(DashboardSource Source, SourceLocation Location, string Name, MapNode Json);

/// <param name="Source">What the user wrote.</param>
/// <param name="Location">The place in the file, or the element for an object made in C#.</param>
/// <param name="Object">The object.</param>
sealed record BoundObject(ExtraObjects Source, SourceLocation Location, KubernetesObject Object)
{
    /// <summary>The hub that gets it, where one is named.</summary>
    public BoundHub? Hub { get; init; }
}

sealed record BoundArgoCd
{
    public required ArgoCd Authored { get; init; }

    public required string Namespace { get; init; }

    public required string Revision { get; init; }

    /// <summary>The folder of the output in the repository, without slashes at its ends; empty for the root.</summary>
    public required string Folder { get; init; }

    /// <summary>The cluster sets of Advanced Cluster Management that it knows clusters by; none where it knows them otherwise.</summary>
    public required IReadOnlyList<string> ClusterSets { get; init; }
}
