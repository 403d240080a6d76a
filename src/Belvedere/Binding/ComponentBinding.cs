using Belvedere.Knowledge.Products;

namespace Belvedere.Binding;

/// <summary>What every component of one hub takes from the hub and the defaults.</summary>
sealed class ComponentBinding(Hub hub, MonitoringTopology topology, SemanticVersion thanos, HubDefaults defaults)
{
    /// <summary>The priority class of components that name no other.</summary>
    public BoundPriority Priority { get; } = new($"{topology.Name}-hub", hub.Priority ?? defaults.Priority);

    /// <summary>A component of Thanos.</summary>
    public BoundComponent Thanos(ThanosComponent authored, Resources resources) => new()
    {
        Authored = authored,
        Image = authored.Image ?? $"{hub.ThanosImage ?? DefaultVersions.Of(topology.Defaults, "thanos").Repository}:v{thanos}",
        Resources = authored.Resources ?? resources,
        Scheduling = Scheduling(authored.Scheduling),
    };

    /// <summary>A component of another product.</summary>
    public BoundComponent Other(HubComponent authored, string product, Resources resources) => new()
    {
        Authored = authored,
        Image = authored.Image ?? DefaultVersions.Of(topology.Defaults, product).Image!,
        Resources = authored.Resources ?? resources,
        Scheduling = Scheduling(authored.Scheduling),
    };

    /// <summary>Where pods run: as the component says, else as the hub says, and by the hub's priority.</summary>
    public Scheduling Scheduling(Scheduling? authored)
    {
        var scheduling = authored ?? hub.Scheduling ?? new();
        return scheduling.PriorityClass is null ? scheduling with { PriorityClass = Priority.Name } : scheduling;
    }
}
