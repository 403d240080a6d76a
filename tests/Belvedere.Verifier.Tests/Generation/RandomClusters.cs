namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Managed clusters of all platforms, in both ways of writing them.</summary>
static class RandomClusters
{
    static readonly string[] Names = ["north", "south", "west", "east", "shop-1", "shop-2", "very-long-name-of-a-cluster-in-a-region-far-away"];

    public static Clusters Of(Dice dice, Profiles profiles, Tenancy tenancy, Hub[] hubs, IReadOnlyList<Profile> uniform)
    {
        Ring canary = new("canary"), rest = new("rest") { Revision = "v1.2.3" };
        var clusters = Names.Take(dice.Between(0, 7)).Select(name => Cluster(dice, name, profiles, tenancy, hubs, uniform, dice.One(null, canary, rest))).ToArray();
        var all = Clusters.Create(clusters);
        if (dice.Chance(0.2) && !uniform.Any(profiles.Kubernetes.Contains))
            all = all.With(Clusters.FromYaml("clusters.yaml", profiles.Kubernetes, [canary, rest]));
        if (tenancy is not GroupTenancy && profiles.Managed[0].OpenShift is not AcmManaged && dice.Chance(0.2))
            all = all.With(Clusters.FromYaml("managedclusters.yaml", profiles.Managed, [canary, rest]));
        return clusters.Length > 0 && dice.Chance(0.2) ? all.Override(clusters[0].Name, cluster => cluster with { Owner = "somebody-else" }) : all;
    }

    static ManagedCluster Cluster(Dice dice, string name, Profiles profiles, Tenancy tenancy, Hub[] hubs, IReadOnlyList<Profile> uniform, Ring? ring)
    {
        var (platform, profile) = dice.Between(0, 6) switch
        {
            0 or 1 or 2 => (RandomPlatform.Kubernetes(dice), dice.One(profiles.Kubernetes)),
            3 or 4 => (RandomPlatform.OpenShift(dice, Platform.OpenShift), dice.One(profiles.OpenShift)),
            5 => (Platform.OpenShift(dice.One("4.14", "4.15")), profiles.Legacy),
            _ => (RandomPlatform.OpenShift(dice, dice.One<Func<string, Platform>>(Platform.Rosa, Platform.OpenShiftDedicated)), profiles.Managed[0]),
        };
        var runTime = profile.OpenShift is ClusterMonitoringConfig { Identity: WriteIdentity.RunTime } or AcmManaged || uniform.Contains(profile);
        return new(name, platform, profile)
        {
            Ring = ring,
            Hub = hubs.Length > 1 && !runTime ? dice.Maybe(() => profile.Hub!, 0.3) : null,
            SecondHub = hubs.Length > 1 && !runTime ? dice.Maybe(() => hubs.First(hub => hub != profile.Hub), 0.2) : null,
            ExternalLabels = runTime ? LabelSet.Empty : tenancy is GroupTenancy || dice.Chance() ? new() { ["region"] = dice.One("eu", "us", "ap") } : LabelSet.Empty,
            ClusterId = platform.IsOpenShift ? dice.Maybe(() => $"00000000-0000-4000-8000-{name.Length:D12}") : null,
            State = dice.MaybeEnum<ClusterState>(0.4),
            Region = dice.Maybe(() => "eu-west-1"),
            Owner = dice.Maybe(() => "team-a"),
            ApiServer = uniform.Contains(profile) ? null : dice.Maybe(() => $"https://api.{name}.example.com:6443"),
            Override = runTime || profile.OpenShift is ClusterMonitoringConfig ? null : dice.Maybe<Func<Profile, Profile>>(() => dice.One<Func<Profile, Profile>>(
                changed => changed with { Resources = new() { Memory = 3.GiB } },
                changed => changed with { ScrapeInterval = 2.Minutes },
                changed => changed with { ExternalLabels = changed.ExternalLabels.With(new() { ["tier"] = "silver" }) }), 0.2),
        };
    }
}
