using Belvedere.Binding;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>What collects on the clusters of a base, or of a shape that overrides it.</summary>
/// <param name="Topology">The topology.</param>
/// <param name="Base">The base.</param>
/// <param name="Profile">The profile as it is there: the base's own, or an overridden one.</param>
/// <param name="Writes">The hubs that it writes to.</param>
sealed record Collector(BoundTopology Topology, BoundBase Base, BoundProfile Profile, BoundWrites Writes)
{
    /// <summary>The label by which our collector, and no other, takes its rules.</summary>
    public const string RulesLabel = "belvedere.dev/rules";

    /// <summary>The label by which our collector takes what else is made for it.</summary>
    public const string CollectorLabel = "belvedere.dev/collector";

    /// <summary>The collector of a base.</summary>
    public static Collector Of(BoundTopology topology, BoundBase shared) => new(topology, shared, shared.Profile, shared.Writes);

    /// <summary>The collector of a shape.</summary>
    public static Collector Of(BoundTopology topology, ClusterShape shape) => new(topology, shape.Base, shape.Effective, shape.Writes);

    public string Name => Topology.Name;

    public string Namespace => Profile.Namespace;

    /// <summary>The platform as the tables are asked about it. Nothing depends on the release of Kubernetes.</summary>
    public Platform Platform => Base.OpenShift is { } line ? Platform.OpenShift(line.ToString()) : throw new InvalidOperationException($"Base {Base.Folder} is not on OpenShift.");

    /// <summary>The local rules.</summary>
    public IEnumerable<BoundRules> Rules => Profile.Rules.Where(rules => rules.IsLocal);

    /// <summary>Name, namespace and labels of the collector and of what belongs to it.</summary>
    public ObjectMeta Metadata(string program, string? @namespace = null, string? name = null) => new()
    {
        Name = name ?? Name,
        Namespace = @namespace ?? Namespace,
        Labels = Labels.Of(program, "collector", Topology.Name),
    };

    /// <summary>The name of its objects that are in no namespace.</summary>
    public string ClusterName => $"{Topology.Name}-collector";

    /// <summary>Name and labels of those.</summary>
    public ObjectMeta ClusterMetadata(string program) => new() { Name = ClusterName, Labels = Labels.Of(program, "collector", Topology.Name) };

    /// <summary>The namespace of what is ours on the cluster.</summary>
    public Namespace OwnNamespace => new() { Metadata = new() { Name = Namespace, Labels = Labels.Of(Topology.Name) } };
}
