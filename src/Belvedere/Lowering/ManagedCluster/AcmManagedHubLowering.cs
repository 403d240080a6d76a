using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Delivery.Acm;
using Belvedere.Lowering.Rules;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>
/// What the observability add-on of Advanced Cluster Management is configured by, on its own hub: for each profile what is
/// scraped, the rules, and the clusters that they are for. The add-on itself belongs to its operator; only our place in it is
/// applied.
/// </summary>
static class AcmManagedHubLowering
{
    const string Namespace = "open-cluster-management-observability";
    const string AddOn = "multicluster-observability-addon";

    public static IEnumerable<Manifest> Lower(BoundTopology topology)
    {
        var profiles = topology.Bases
            .Where(shared => shared.Collector is CollectorShape.AcmManaged)
            .DistinctBy(shared => shared.Profile, ReferenceEqualityComparer.Instance)
            .ToList();
        if (profiles is [])
            yield break;

        var placements = new List<ClusterManagementAddOnInstallStrategyPlacement>();
        foreach (var shared in profiles)
        {
            var collector = Collector.Of(topology, shared);
            List<KubernetesObject> configs = [.. Scrapes(collector), .. collector.Rules.Select(rules => Rule(collector, rules))];
            foreach (var made in configs)
                yield return Made(made, shared);

            var placement = PlacementLowering.Placement(
                topology.Name, NameOf(collector), Namespace, Sets(shared), PlacementLowering.Has(PlacementLowering.ProfileLabel, shared.Profile.Name));
            yield return Made(placement, shared);
            placements.Add(new() { Name = placement.Name, Namespace = Namespace, Configs = [.. configs.Select(Reference)] });
        }

        foreach (var binding in PlacementLowering.Bindings(topology.Name, Namespace, profiles.SelectMany(Sets)))
            yield return Made(binding, profiles[0]);
        yield return Made(
            new ClusterManagementAddOn
            {
                Metadata = new() { Name = AddOn },
                Spec = new() { InstallStrategy = new() { Type = "Placements", Placements = placements } },
            },
            profiles[0]);
    }

    static IReadOnlyList<string> Sets(BoundBase shared) => ((BoundAcmManaged)shared.Profile.OpenShift).ClusterSets;

    static string NameOf(Collector collector) => $"{collector.Topology.Name}-{collector.Profile.Name}";

    // Target, scheme and credentials are the add-on's own.
    static IEnumerable<KubernetesObject> Scrapes(Collector collector) => FederationLowering
        .Lower(collector, scrape => scrape with { Scheme = null, StaticConfigs = null, HonorLabels = null, HonorTimestamps = null })
        .Select(scrape => scrape with { Metadata = Component(collector, $"{NameOf(collector)}-{scrape.Name}") });

    static PrometheusRule Rule(Collector collector, BoundRules rules) =>
        new() { Metadata = Component(collector, $"{NameOf(collector)}-{rules.Name}"), Spec = RuleLowering.Spec(rules) };

    static ObjectMeta Component(Collector collector, string name) => new()
    {
        Name = name,
        Namespace = Namespace,
        Labels = Labels.Of(collector.Topology.Name).With("app.kubernetes.io/component", "platform-metrics-collector"),
    };

    static ManagedClusterAddOnConfig Reference(KubernetesObject made) =>
        new() { Group = made.Group, Resource = made.Kind.ToLowerInvariant() + "s", Name = made.Name, Namespace = made.Namespace };

    static Manifest Made(KubernetesObject made, BoundBase shared) => new(made, HubTarget.Acm, Origin.Of(shared.Profile.Authored));
}
