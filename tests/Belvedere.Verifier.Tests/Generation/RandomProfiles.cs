namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Profiles for clusters of each platform; each is used by clusters that it fits.</summary>
/// <param name="Kubernetes">Profiles for Kubernetes.</param>
/// <param name="OpenShift">Profiles for OpenShift.</param>
/// <param name="Managed">Profiles for OpenShift as a service.</param>
/// <param name="Legacy">A profile for releases of OpenShift that let others run a Prometheus among theirs.</param>
sealed record Profiles(Profile[] Kubernetes, Profile[] OpenShift, Profile[] Managed, Profile Legacy)
{
    public Profile[] All => [.. Kubernetes, .. OpenShift, .. Managed];
}

/// <summary>What runs on managed clusters.</summary>
static class RandomProfiles
{
    public static Profiles Of(Dice dice, Tenancy tenancy, Hub[] hubs) => new(
        [Of(dice, "standard", null, tenancy, hubs), Of(dice, "edge", null, tenancy, hubs)],
        [Of(dice, "ocp-a", OpenShift(dice, false), tenancy, hubs), Of(dice, "ocp-b", OpenShift(dice, false), tenancy, hubs)],
        [Of(dice, "service", OpenShift(dice, true), tenancy, hubs)],
        Of(dice, "legacy", new UnsupportedDedicatedPrometheus(), tenancy, hubs));

    static OpenShiftCollection? OpenShift(Dice dice, bool isManaged)
    {
        var imported = !isManaged && dice.Chance();
        return dice.Between(0, 4) switch
        {
            0 => new ClusterMonitoringConfig { Platform = isManaged ? false : dice.MaybeBool(0.1), UserWorkloads = isManaged ? true : null, Imported = imported ? "cmo.yaml" : null, AcknowledgeReplace = imported ? null : true, Identity = dice.MaybeEnum<WriteIdentity>(0.6) },
            1 => new AcmManaged { ClusterSets = dice.Chance(0.3) ? ["global", "other"] : [] },
            2 => new ObservabilityOperator { Install = dice.MaybeBool(), Channel = dice.Maybe(() => "stable"), UserWorkloads = dice.MaybeBool() },
            _ => null,
        };
    }

    static Profile Of(Dice dice, string name, OpenShiftCollection? collection, Tenancy tenancy, Hub[] hubs)
    {
        var home = hubs.Length > 1 ? dice.One<Hub>(hubs) : null;
        var agent = dice.Chance(0.4) && collection is not (ClusterMonitoringConfig or AcmManaged or UnsupportedDedicatedPrometheus);
        var plain = collection is ClusterMonitoringConfig or AcmManaged;
        var filtered = name is "standard" or "edge" ? dice.Chance(0.6) : true;
        return new Profile(name)
        {
            Namespace = plain ? null : dice.Maybe(() => "metrics-collector"),
            Collection = Collection.RemoteWrite(filtered ? Ship.Metrics("belvedere:*", "up", "cluster:*") : Ship.Everything) with
            {
                Queue = dice.Chance() ? new() : new() { MaxShards = dice.MaybeNumber(1, 10), MaxSamplesPerSend = dice.MaybeNumber(500, 4000), Capacity = dice.MaybeNumber(8000, 20_000), MinBackoff = dice.MaybeTime(0.3, 2.Seconds), MaxBackoff = dice.MaybeTime(0.3, 2.Minutes) },
                Relabel = dice.Chance(0.3) ? dice.Some(0.5, Relabeling.Drop("__name__", "go_.*"), Relabeling.DropLabels("pod_template_hash|uid"), Relabeling.Set("environment", "test"), new Relabeling(RelabelingAction.LabelMap) { Regex = "exported_(.+)", Replacement = "$1" }, new Relabeling(RelabelingAction.HashMod) { SourceLabels = ["namespace", "pod"], Separator = "/", TargetLabel = "part", Modulus = 8 }) : [],
                Timeout = dice.MaybeTime(0.3, 20.Seconds),
            },
            Collector = agent ? CollectorKind.Agent : plain ? null : dice.Chance() ? CollectorKind.Prometheus : null,
            OpenShift = collection,
            ScrapeInterval = plain ? null : dice.MaybeTime(0.3, 15.Seconds, 1.Minutes),
            Retention = plain || agent ? null : dice.MaybeTime(0.3, 12.Hours, 7.Days),
            Replicas = plain ? null : dice.MaybeNumber(1, 2),
            Volume = plain || agent ? null : dice.MaybeSize(0.3, 50.GiB),
            StorageClass = plain || agent ? null : dice.Maybe(() => "fast"),
            Resources = plain ? null : dice.Maybe(() => RandomValues.Resources(dice)),
            MonitorLabels = name is "standard" or "edge" ? dice.Chance(0.3) ? new() { ["team"] = "platform" } : LabelSet.Empty : LabelSet.Empty,
            Rules = agent || plain ? [] : dice.Maybe<IReadOnlyList<RuleSource>>(() => dice.Chance() ? [] : [RandomRules.Group($"of-{name}", Placement.Local, dice)], 0.4),
            ExternalLabels = tenancy is GroupTenancy ? new() { ["region"] = "eu" } : dice.Chance(0.3) ? new() { ["tier"] = "gold" } : LabelSet.Empty,
            ClientCertificate = dice.Maybe(() => RandomValues.Secret(dice, "client")),
            Hub = home,
            SecondHub = home is null ? null : dice.Maybe(() => hubs.First(hub => hub != home)),
        };
    }
}

/// <summary>Managed clusters of all platforms, in both ways of writing them.</summary>
static class RandomClusters
{
    static readonly string[] Names = ["north", "south", "west", "east", "shop-1", "shop-2", "a.b", "very-long-name-of-a-cluster-in-a-region-far-away"];

    public static Clusters Of(Dice dice, Profiles profiles, Tenancy tenancy, Hub[] hubs, IReadOnlyList<Profile> uniform)
    {
        Ring canary = new("canary"), rest = new("rest") { Revision = "v1.2.3" };
        var clusters = Names.Where(name => !name.Contains('.', StringComparison.Ordinal)).Take(dice.Between(0, 7)).Select(name => Cluster(dice, name, profiles, tenancy, hubs, uniform, dice.One(null, canary, rest))).ToArray();
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
