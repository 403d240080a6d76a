using Belvedere.Diagnostics;
using Belvedere.Sources;

namespace Belvedere.Binding;

/// <summary>What the parts of binding share.</summary>
sealed record BindingContext(SourceFiles Sources, DiagnosticBag Found, DefaultValues Defaults)
{
    /// <summary>The hubs as they were written, for what names them in files.</summary>
    public required IReadOnlyList<Hub> Hubs { get; init; }

    /// <summary>The address that paths of runbooks start at; null where they stay paths.</summary>
    public required string? Runbooks { get; init; }
}

/// <summary>Authored → bound: defaults resolved, files read, references linked, clusters grouped into shapes.</summary>
static class Binder
{
    public static BoundTopology Bind(MonitoringTopology topology, SourceFiles sources, DiagnosticBag found)
    {
        var context = new BindingContext(sources, found, DefaultValues.For(topology.Defaults))
        {
            Hubs = topology.Hub is { } hub ? [hub, .. topology.RegionalHubs] : topology.RegionalHubs,
            Runbooks = topology.Runbooks,
        };
        var rules = RuleBinding.Bind(topology.Rules, context);
        var hubs = new HubReferences(HubBinding.Bind(topology, context), context);
        var clusters = ClusterBinding.Bind(topology.Clusters, new ClusterBindingContext(context, rules, hubs));
        var bases = clusters.Where(cluster => cluster.IsDelivered).Select(cluster => cluster.Shape.Base).Distinct<BoundBase>(ReferenceEqualityComparer.Instance).ToList();
        var profiles = ProfilesOf(bases).ToList();
        foreach (var (second, first) in Duplicates(profiles.Select(profile => profile.Authored), profile => profile.Name))
            found.Add(BindingDiagnostics.SameName(second, first));

        var deliveries = new BoundDeliveries(topology.Delivery, context);
        deliveries.Report(profiles.Select(profile => profile.Authored));

        return new BoundTopology
        {
            Authored = topology,
            Hubs = hubs.All,
            Profiles = [.. profiles.OrderBy(profile => profile.Name, StringComparer.Ordinal)],
            Rings = [.. clusters.Where(cluster => cluster.IsDelivered).Select(cluster => cluster.Ring).DistinctBy(ring => ring.Authored, ReferenceEqualityComparer.Instance).OrderBy(ring => ring.Name, StringComparer.Ordinal)],
            Clusters = clusters,
            Bases = [.. bases.OrderBy(made => made.Folder, StringComparer.Ordinal)],
            Shapes = [.. clusters.Where(cluster => cluster.IsDelivered).Select(cluster => cluster.Shape).Distinct()],
            Rules = rules,
            Dashboards = DashboardBinding.Bind(topology.Dashboards, context),
            Objects = ObjectBinding.Bind(topology.Objects, hubs, context),
            Deliveries = deliveries,
        };
    }

    /// <summary>Each element after the first of its name, with that first one.</summary>
    public static IEnumerable<(T Second, T First)> Duplicates<T>(IEnumerable<T> elements, Func<T, string> name)
    {
        var first = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var element in elements)
            if (!first.TryAdd(name(element), element))
                yield return (element, first[name(element)]);
    }

    // A profile that only an adjustment or an extra object names has no cluster yet, and so no base.
    static IEnumerable<BoundProfile> ProfilesOf(IEnumerable<BoundBase> bases) =>
        bases.Select(made => made.Profile).DistinctBy(profile => profile.Authored, ReferenceEqualityComparer.Instance);
}
