namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Hubs with any subset of their components and any of their options.</summary>
static class RandomHub
{
    /// <summary>A hub beside another, on a cluster of its own.</summary>
    public static Hub Regional(Dice dice, Tenancy tenancy)
    {
        var hub = Of(dice, RandomPlatform.OfHub(dice), tenancy, "hub-west", "west.metrics.example.com");
        return hub with
        {
            // Names of hosts are each hub's own.
            Grafana = hub.Grafana is { } grafana ? grafana with { Host = null } : null,
            Alertmanager = hub.Alertmanager is { } alertmanager ? alertmanager with { Exposure = null } : null,
            Ruler = hub.Ruler is { } ruler ? ruler with { ExternalLabels = LabelSet.Empty } : null,
            ApiServer = dice.Maybe(() => "https://api.west.example.com:6443"),
            ClientCertificate = dice.Maybe(() => RandomValues.Secret(dice, "client-west")),
            Storage = RandomStorage.Of(dice, "metrics-west"),
            Querier = hub.Querier is { } querier ? querier with { Exposure = new("query.west.example.com") { ServerCertificate = dice.Maybe(() => RandomValues.Certificate(dice, "query-tls")), ClientAuthority = dice.Maybe<ClientAuthority>(() => ClientAuthority.Existing(RandomValues.Secret(dice, "query-clients"))), Way = dice.Maybe<WriteExposure>(() => dice.One<WriteExposure>(WriteExposure.LoadBalancer, WriteExposure.Internal)) } } : null,
        };
    }

    /// <summary>The hub with a Querier over those of all.</summary>
    public static Hub Above(Dice dice, Hub hub, Hub other) => hub with
    {
        // Older releases have one setting of TLS for all endpoints.
        ThanosVersion = null,
        GlobalQuerier = hub.Querier is null || other.Querier is null ? null : dice.Maybe(() => new GlobalQuerier { ClientCertificate = dice.Maybe(() => RandomValues.Certificate(dice, "query-client")), ServerAuthority = dice.Maybe(() => ClientAuthority.Existing(RandomValues.Secret(dice, "query-authority"))), Replicas = dice.MaybeNumber(1, 3) }, 0.6),
    };

    public static Hub Of(Dice dice, Platform platform, Tenancy tenancy, string name, string host)
    {
        var alerting = !platform.IsOpenShift || platform.ObservabilityOperator is not null;
        var store = dice.Chance(0.7) ? RandomStore.Of(dice) : null;
        var querier = dice.Chance(0.85) ? Querier(dice) : null;
        var ownPrometheus = new OwnPrometheus { Replicas = dice.MaybeNumber(1, 3), Retention = dice.MaybeTime(0.3, 3.Days), Volume = dice.MaybeSize(0.3, 40.GiB), StorageClass = dice.Maybe(() => "fast"), Resources = dice.Maybe(() => RandomValues.Resources(dice)) };
        var monitoring = dice.Maybe<SelfMonitoring>(() => dice.Between(0, 2) switch
        {
            0 when alerting => ownPrometheus,
            1 when platform.IsOpenShift => SelfMonitoring.UserWorkload,
            _ => SelfMonitoring.Existing(new() { ["release"] = "stack" }) with { Namespace = dice.Maybe<LabelSet>(() => new() { ["name"] = "stack" }) },
        }, 0.6);
        return new Hub(name, platform)
        {
            Namespace = dice.Maybe(() => "monitoring-hub"),
            WriteEndpoint = host,
            ThanosVersion = dice.Maybe(() => dice.One("0.39.2", "0.40.1", "0.41.0", "0.42.4")),
            ThanosImage = dice.Maybe(() => "registry.example.com/thanos"),
            Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
            Priority = dice.MaybeNumber(1, 1_000_000),
            NetworkPolicies = dice.Chance(0.15) ? dice.Chance() : null,
            SelfMonitoring = monitoring,
            Receive = dice.Chance(0.9) ? RandomReceive.Of(dice, platform, tenancy, monitoring is OwnPrometheus || monitoring is null && !platform.IsOpenShift) : null,
            StoreGateway = store,
            Querier = querier,
            QueryFrontend = querier is null ? null : dice.Maybe(() => QueryFrontend(dice), 0.6),
            Compactor = store is null ? null : dice.Maybe(() => RandomStore.Compactor(dice, store), 0.75),
            Ruler = querier is null ? null : dice.Maybe(() => Ruler(dice), 0.6),
            Alertmanager = alerting ? dice.Maybe(() => RandomAlerting.Of(dice), 0.6) : null,
            Grafana = querier is null ? null : dice.Maybe(() => Grafana(dice), 0.6),
        };
    }

    static string[] Extra(Dice dice) => dice.Chance(0.2) ? ["--log.level=debug"] : [];

    static Querier Querier(Dice dice) => new()
    {
        Image = dice.Maybe(() => "registry.example.com/thanos:v0.42.4", 0.1),
        Resources = dice.Maybe(() => RandomValues.Resources(dice)),
        Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
        ExtraArguments = Extra(dice),
        Replicas = dice.MaybeNumber(1, 4),
        Timeout = dice.MaybeTime(0.3, 5.Minutes),
        MaxConcurrent = dice.MaybeNumber(1, 50),
        MaxConcurrentSelect = dice.MaybeNumber(1, 9),
        ReplicaLabels = dice.Chance(0.3) ? ["replica"] : [],
        Deduplication = dice.MaybeEnum<Deduplication>(0.2),
        Engine = dice.MaybeEnum<QueryEngine>(),
        PartialResponse = dice.MaybeBool(),
        AutoDownsampling = dice.MaybeBool(),
        LookbackDelta = dice.MaybeTime(0.3, 10.Minutes),
        ResponseTimeout = dice.MaybeTime(0.3, 30.Seconds),
        SeriesLimit = dice.MaybeNumber(1000, 100_000),
        SamplesLimit = dice.MaybeNumber(1000, 100_000),
        Endpoints = dice.Chance(0.3) ? dice.Some(0.5, "query.other.example.com:10901", "dnssrv+_grpc._tcp.thanos-query.other.svc", "dns+query.far.example.com:443") : [],
    };

    static QueryFrontend QueryFrontend(Dice dice) => new()
    {
        Resources = dice.Maybe(() => RandomValues.Resources(dice)),
        Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
        ExtraArguments = Extra(dice),
        Replicas = dice.MaybeNumber(1, 4),
        Cache = dice.Maybe(() => RandomStore.Cache(dice, RandomStore.Memcached(dice, dice.One("answers", "shared")))),
        SplitInterval = dice.MaybeTime(0.3, 12.Hours),
        MaxRetries = dice.MaybeNumber(1, 9),
        MaxQueryLength = dice.MaybeTime(0.3, 90.Days),
        MaxParallelism = dice.MaybeNumber(1, 30),
        LogQueriesLongerThan = dice.MaybeTime(0.3, 30.Seconds),
        VerticalShards = dice.MaybeNumber(2, 8),
        CompressResponses = dice.MaybeBool(),
    };

    static Ruler Ruler(Dice dice) => new()
    {
        Resources = dice.Maybe(() => RandomValues.Resources(dice)),
        Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
        ExtraArguments = Extra(dice),
        Replicas = dice.MaybeNumber(1, 3),
        Interval = dice.MaybeTime(0.3, 30.Seconds),
        Retention = dice.MaybeTime(0.3, 12.Hours, 3.Days),
        QueryOffset = dice.MaybeTime(0.3, 2.Minutes),
        Concurrency = dice.MaybeNumber(1, 5),
        Volume = dice.MaybeSize(0.3, 10.GiB),
        StorageClass = dice.Maybe(() => "fast"),
        ExternalLabels = dice.Chance(0.3) ? new() { ["hub"] = "east" } : LabelSet.Empty,
        Alertmanagers = dice.Chance(0.3) ? dice.Some(0.6, "http://dnssrv+_web._tcp.alertmanager-operated.monitoring.svc", "https://alerts.example.com:8443") : [],
        QueryUrl = dice.Maybe(() => "https://grafana.example.com"),
    };

    static GrafanaServer Grafana(Dice dice)
    {
        var database = dice.Maybe(() => new GrafanaDatabase(dice.One(DatabaseType.Postgres, DatabaseType.MySql), dice.One("db.example.com:5432", "db.example.com:3307"), RandomValues.Secret(dice, "db")) { Name = dice.Maybe(() => "dashboards"), TlsMode = dice.Maybe(() => "verify-full") }, 0.4);
        return new()
        {
            Resources = dice.Maybe(() => RandomValues.Resources(dice)),
            Scheduling = dice.Maybe(() => RandomValues.Scheduling(dice)),
            Replicas = database is null ? null : dice.MaybeNumber(1, 3),
            Administrator = dice.Maybe(() => RandomValues.Secret(dice, "grafana-admin")),
            Database = database,
            Host = dice.Maybe(() => "grafana.example.com", 0.6),
            Certificate = dice.Maybe(() => RandomValues.Secret(dice, "grafana-tls")),
            Settings = dice.Chance(0.3) ? new() { ["auth.anonymous.enabled"] = "true", ["log.level"] = "warn" } : LabelSet.Empty,
            SecretSettings = dice.Chance(0.3) ? [new("auth.generic_oauth.client_secret", RandomValues.Secret(dice, "oauth"), "secret")] : [],
        };
    }
}
