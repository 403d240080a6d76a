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
