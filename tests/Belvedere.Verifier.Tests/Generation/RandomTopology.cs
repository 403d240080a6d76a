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

/// <summary>Platforms and their releases.</summary>
static class RandomPlatform
{
    static readonly string[] OpenShiftReleases = ["4.14", "4.15", "4.16", "4.17", "4.18", "4.19", "4.20", "4.21", "4.22"];

    public static Platform OfHub(Dice dice) => dice.Chance()
        ? Platform.Kubernetes(dice.One("1.29", "1.31", "1.33", "1.34"))
        : OpenShift(dice, dice.One<Func<string, Platform>>(Platform.OpenShift, Platform.OpenShift, Platform.Rosa));

    public static Platform Kubernetes(Dice dice) => Platform.Kubernetes(dice.One("1.28", "1.30", "1.32", "1.33", "1.34"));

    public static Platform OpenShift(Dice dice, Func<string, Platform> kind) => kind(dice.One(OpenShiftReleases)) with
    {
        ObservabilityOperator = dice.Chance(0.9) ? new(1, dice.Between(1, 4)) : null,
        HostedControlPlane = dice.Chance(0.2),
    };
}

/// <summary>Names and values that many parts of a model have in common.</summary>
static class RandomValues
{
    /// <summary>Every Secret that something else keeps begins so, so that a judge knows one that was made up.</summary>
    public const string Existing = "existing-";

    public static SecretReference Secret(Dice dice, string name) => dice.Chance(0.7) ? SecretReference.Existing(Existing + name) : SecretReference.ExternalSecret($"made-{name}", "vault", dice.Chance() ? null : $"hub/{name}");

    public static SecretKey Key(Dice dice, string name) => new(Secret(dice, name), dice.One("url", "token", "ca.crt"));

    public static Resources Resources(Dice dice) => new()
    {
        Cpu = dice.Chance() ? dice.One(250.Millicores, 1.Cores, 4.Cores) : null,
        Memory = dice.Chance() ? dice.One(512.MiB, 2.GiB, 16.GiB) : null,
        CpuLimit = dice.Chance(0.2) ? 8.Cores : null,
        MemoryLimit = dice.Chance(0.3) ? 32.GiB : null,
    };

    public static Scheduling Scheduling(Dice dice) => new()
    {
        NodeSelector = dice.Chance() ? new() { ["node-role.kubernetes.io/infra"] = "" } : LabelSet.Empty,
        Tolerations = dice.Chance() ? [new() { Key = "node-role.kubernetes.io/infra", Operator = "Exists" }] : [],
        Affinity = dice.Chance(0.2) ? new() { NodeAffinity = new() } : null,
        PriorityClass = dice.Chance(0.2) ? RandomValues.Existing + "class" : null,
    };

    public static CertificateSource Certificate(Dice dice, string name) => dice.One<Func<CertificateSource>>(
        () => CertificateSource.Existing(Secret(dice, name)),
        () => CertificateSource.Issued(CertificateIssuer.OwnAuthority with { Lifetime = dice.MaybeTime(0.3, 3650.Days) }) with { Lifetime = dice.MaybeTime(0.3, 60.Days), RenewBefore = dice.MaybeTime(0.3, 20.Days) },
        () => CertificateSource.Issued(dice.Chance() ? CertificateIssuer.ClusterIssuer("public") : CertificateIssuer.Issuer("private")))();
}
