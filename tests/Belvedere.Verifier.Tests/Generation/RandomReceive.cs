namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Receive in both modes, with rings, zones, tenants, limits and ways in.</summary>
static class RandomReceive
{
    public static Receive Of(Dice dice, Platform platform, Tenancy tenancy, bool hasPrometheus)
    {
        var replication = dice.Chance() ? (int?)null : dice.One(1, 3, 3, 5);
        var least = Math.Max(3, replication ?? 3);
        var rings = dice.Chance(0.4) ? Rings(dice, tenancy, least) : [];
        return new()
        {
            Image = dice.Maybe(() => "registry.example.com/thanos:v0.42.4", 0.1),
            Resources = dice.Maybe(() => RandomValues.Resources(dice)),
            Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
            ExtraArguments = dice.Chance(0.2) ? ["--log.level=debug"] : [],
            Mode = dice.MaybeEnum<ReceiveMode>(0.4),
            Ingestors = dice.Chance(0.8) || replication > 3 ? dice.Between(least, least + 6) : null,
            Hashrings = rings,
            Retiring = dice.MaybeNumber(1, 2, 0.2),
            Router = dice.Maybe(() => new ReceiveRouter { Replicas = dice.MaybeNumber(1, 5), ForwardWorkers = dice.MaybeNumber(5, 50), Resources = dice.Maybe(() => RandomValues.Resources(dice)), Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)), ExtraArguments = dice.Chance(0.2) ? ["--log.format=json"] : [] }),
            ReplicationFactor = replication,
            Tenancy = tenancy,
            Limits = dice.Maybe(() => Limits(dice, hasPrometheus)),
            Retention = dice.MaybeTime(0.3, 12.Hours, 1.Days, 4.Days),
            OutOfOrderWindow = dice.MaybeTime(0.3, 0.Minutes, 30.Minutes),
            OutOfOrderCapacity = dice.MaybeNumber(16, 64),
            FutureWindow = dice.MaybeTime(0.3, 5.Minutes),
            MaxExemplars = dice.MaybeNumber(0, 100_000),
            Volume = dice.MaybeSize(0.3, 200.GiB),
            StorageClass = dice.Maybe(() => "fast"),
            ServerCertificate = dice.Maybe(() => RandomValues.Certificate(dice, "receive-tls"), 0.6),
            ClientAuthority = dice.Maybe<ClientAuthority>(() => dice.Chance(0.3) ? ClientAuthority.Files("ca.pem") : ClientAuthority.Existing(RandomValues.Secret(dice, "client-ca")) with { Revision = dice.Maybe(() => "2") }),
            Exposure = dice.Maybe(() => Exposure(dice, platform), 0.7),
        };
    }

    static Hashring[] Rings(Dice dice, Tenancy tenancy, int least)
    {
        string[] tenants = tenancy switch { GroupTenancy => ["eu", "us", "ap"], ClusterTenancy => ["north", "south", "west"], _ => ["fleet", "all"] };
        var named = dice.Between(0, 2);
        return
        [
            .. Enumerable.Range(0, named).Select(at => Ring(dice, $"ring-{at}", [tenants[at]], least)),
            Ring(dice, "rest", [], least),
        ];
    }

    static Hashring Ring(Dice dice, string name, string[] tenants, int least)
    {
        string[] zones = dice.Chance(0.4) ? ["a", "b", "c"] : [];
        var ingestors = zones.Length > 0 ? 3 * dice.Between((least + 2) / 3, 4) : dice.Between(least, least + 4);
        var isGlob = tenants.Length > 0 && dice.Chance(0.3);
        return new(name)
        {
            Tenants = isGlob ? [.. tenants.Select(tenant => tenant + "*")] : tenants,
            TenantMatch = isGlob ? TenantMatch.Glob : dice.Chance(0.2) && tenants.Length > 0 ? TenantMatch.Exact : null,
            Ingestors = ingestors,
            Zones = zones,
            Retiring = zones.Length > 0 ? null : dice.MaybeNumber(1, 2, 0.2),
            ShuffleSharding = dice.Maybe(() => new ShuffleSharding(zones.Length > 0 ? (least + 2) / 3 * 3 : least) { IgnoreZones = zones.Length == 0 ? null : dice.One<bool?>(null, false), Overrides = dice.Chance(0.3) ? [new(ingestors, ["large"])] : [] }),
            Resources = dice.Maybe(() => RandomValues.Resources(dice)),
            Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
            Retention = dice.MaybeTime(0.3, 12.Hours, 3.Days),
            Volume = dice.MaybeSize(0.3, 50.GiB),
            StorageClass = dice.Maybe(() => "slow"),
        };
    }

    static ReceiveLimits Limits(Dice dice, bool hasPrometheus)
    {
        var url = dice.Maybe(() => dice.One("http://prometheus.monitoring.svc:9090", "https://prometheus.example.com"));
        var counts = hasPrometheus || url is not null;
        return new()
        {
            MaxConcurrency = dice.MaybeNumber(10, 100),
            Default = dice.Chance() ? Limit(dice, counts) : new(),
            Tenants = dice.Chance() ? new Dictionary<string, TenantLimits> { ["large"] = Limit(dice, counts) } : new Dictionary<string, TenantLimits>(),
            MetaMonitoringUrl = url,
        };
    }

    static TenantLimits Limit(Dice dice, bool counts) => new() { RequestSize = dice.MaybeSize(0.5, 5.MiB), RequestSeries = dice.MaybeNumber(5_000, 90_000), RequestSamples = dice.MaybeNumber(10_000, 90_000), HeadSeries = counts ? dice.MaybeNumber(1_000_000, 9_000_000) : null };

    static WriteExposure Exposure(Dice dice, Platform platform) => dice.Between(0, platform.IsOpenShift ? 4 : 2) switch
    {
        0 => WriteExposure.LoadBalancer with { Annotations = dice.Chance() ? new() { ["cloud.example.com/internal"] = "true" } : LabelSet.Empty, SourceRanges = dice.Chance() ? ["10.0.0.0/8"] : [], Class = dice.Maybe(() => "example.com/nlb") },
        1 => WriteExposure.TlsRoute("public", "gateways") with { Listener = dice.Maybe(() => "tls") },
        2 => WriteExposure.Internal,
        _ => WriteExposure.Route with
        {
            Timeout = dice.MaybeTime(0.3, 2.Minutes),
            IngressController = dice.Maybe(() => new DedicatedIngressController("metrics.example.com") { Replicas = dice.MaybeNumber(2, 5), MaxConnections = dice.MaybeNumber(20_000, 100_000), NodeSelector = dice.Chance(0.3) ? new() { ["node-role.kubernetes.io/infra"] = "" } : LabelSet.Empty, IsInternal = dice.MaybeBool() }),
        },
    };
}
