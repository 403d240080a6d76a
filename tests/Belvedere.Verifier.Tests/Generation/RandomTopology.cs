using Belvedere.Diagnostics;

namespace Belvedere.Verifier.Tests.Generation;

/// <summary>
/// Topologies over the whole public model. What the compiler would refuse is kept rare by making each value fit those before it,
/// not by leaving things out.
/// </summary>
static class RandomTopology
{
    /// <summary>The topology of a number.</summary>
    public static MonitoringTopology Of(int number)
    {
        var dice = new Dice(number);
        var hubPlatform = RandomPlatform.OfHub(dice);
        var tenancy = dice.One<Tenancy>(Tenancy.Shared, Tenancy.Shared with { Tenant = "all" }, Tenancy.PerGroup("region"), Tenancy.PerCluster);
        var main = RandomHub.Of(dice, hubPlatform, tenancy, dice.One("hub", "hub-east"), "write.metrics.example.com");
        var regional = dice.Chance(0.25) ? RandomHub.Regional(dice, tenancy) : null;
        var hub = regional is null ? main : RandomHub.Above(dice, main, regional);
        Hub[] hubs = regional is null ? [hub] : [hub, regional];
        var profiles = RandomProfiles.Of(dice, tenancy, hubs);
        var delivery = RandomDelivery.Of(dice, profiles, hubPlatform);
        // An add-on and a subscription give all clusters of a profile the same.
        var clusters = RandomClusters.Of(dice, profiles, tenancy, hubs, [.. delivery.SelectMany(one => one.Profiles ?? [])]);
        var rules = RandomRules.Of(dice, hubs);
        return new MonitoringTopology(dice.One("fleet", "metrics-eu", "t1"))
        {
            Storage = hub is { StoreGateway: null, Compactor: null } && dice.Chance(0.2) ? null : RandomStorage.Of(dice, "metrics"),
            Hub = hub,
            RegionalHubs = regional is null ? [] : [regional],
            Clusters = clusters,
            Rules = rules,
            Runbooks = dice.Maybe(() => "https://git.example.com/fleet/blob/main/manifests"),
            Dashboards = [.. dice.Chance() ? BuiltIn.FleetDashboards : [], .. dice.Chance(0.4) ? BuiltIn.HubDashboards : [], .. dice.Chance(0.3) ? [new DashboardFiles("dashboards/*.json")] : Enumerable.Empty<DashboardSource>()],
            Delivery = delivery,
            Adjustments = dice.Chance(0.2) && hub.Querier is not null
                ? [Adjust.Hub<Kubernetes.Deployment>("thanos-query", set => set with { Spec = set.Spec! with { RevisionHistoryLimit = 3 } })]
                : [],
            Objects = dice.Chance(0.2)
                ?
                [
                    Also.OnHub("extra.yaml"),
                    Also.OnClusters(profiles.Kubernetes[0], new Kubernetes.ConfigMap { Metadata = new() { Name = "of-our-own", Namespace = "belvedere-metrics" }, Data = new() { ["a"] = "b" } }),
                    Also.OnHub(new Kubernetes.ConfigMap { Metadata = new() { Name = "of-our-own", Namespace = hub.Namespace ?? "belvedere-hub" }, Data = new() { ["a"] = "b" } }),
                ]
                : [],
            Suppressions = dice.Chance(0.1) ? [new Suppression("BLV1012", "Known.")] : [],
        };
    }
}
