using System.Collections;
using System.Reflection;
using Belvedere.Diagnostics;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;
using Belvedere.Tests.SeveralHubs;

namespace Belvedere.Tests.HubComponents;

/// <summary>
/// No option of the hub does nothing: each property of each type, set to another value, changes the output. What makes the
/// output invalid by itself stands in <see cref="Values"/> with a value that does not.
/// </summary>
public class PropertyCoverageTests
{
    static readonly MonitoringTopology Whole = Hubs.Whole();

    static readonly MonitoringTopology OpenShift = Hubs.Whole(Hubs.OpenShift);

    static readonly GrafanaDatabase Database = new(DatabaseType.Postgres, "db.example.com:5432", SecretReference.Existing("db"));

    static readonly AlertReceiver Team = new("team") { Notifications = [new WebhookNotification { Url = Key("team", "url") }] };

    static readonly Memcached Shared = new("shared");

    /// <summary>For each type a topology that holds one, made of the value.</summary>
    static readonly Dictionary<Type, (object Start, Func<object, MonitoringTopology> In)> Places = new()
    {
        // As a regional hub, which has every property that the other has, and one more.
        [typeof(Hub)] = (OpenShift.Hub!, made => TwoHubs.Fleet(TwoHubs.East with { GlobalQuerier = null, Compactor = null, Grafana = null, Querier = new() { Exposure = new("query.east.example.com") } }, (Hub)made)),
        [typeof(Scheduling)] = (new Scheduling(), made => Whole.With(hub => hub with { Scheduling = (Scheduling)made })),
        [typeof(Receive)] = (Whole.Hub!.Receive!, made => Whole.With(hub => hub with { Receive = (Receive)made })),
        [typeof(ReceiveRouter)] = (new ReceiveRouter(), made => Whole.With(hub => hub with { Receive = hub.Receive! with { Router = (ReceiveRouter)made } })),
        [typeof(Hashring)] = (new Hashring("ring"), made => Ring((Hashring)made)),
        [typeof(ShuffleSharding)] = (new ShuffleSharding(3), made => Ring(new("ring") { Ingestors = 6, Zones = ["a", "b", "c"], ShuffleSharding = (ShuffleSharding)made })),
        [typeof(ReceiveLimits)] = (new ReceiveLimits(), made => Whole.With(hub => hub with { Receive = hub.Receive! with { Limits = (ReceiveLimits)made } })),
        [typeof(TenantLimits)] = (new TenantLimits(), made => Whole.With(hub => hub with { Receive = hub.Receive! with { Limits = new() { Default = (TenantLimits)made } } })),
        [typeof(SharedTenancy)] = (Tenancy.Shared, made => Whole.With(hub => hub with { Receive = hub.Receive! with { Tenancy = (Tenancy)made } })),
        [typeof(IssuedCertificate)] = (CertificateSource.Issued(CertificateIssuer.Issuer("a")), made => Whole.With(hub => hub with { Receive = hub.Receive! with { ServerCertificate = (CertificateSource)made } })),
        [typeof(ExistingCertificate)] = (CertificateSource.Existing(SecretReference.Existing("a")), made => Whole.With(hub => hub with { Receive = hub.Receive! with { ServerCertificate = (CertificateSource)made } })),
        [typeof(ExistingIssuer)] = (CertificateIssuer.Issuer("a"), made => Whole.With(hub => hub with { Receive = hub.Receive! with { ServerCertificate = CertificateSource.Issued((CertificateIssuer)made) } })),
        [typeof(OwnAuthority)] = (CertificateIssuer.OwnAuthority, made => Whole.With(hub => hub with { Receive = hub.Receive! with { ServerCertificate = CertificateSource.Issued((CertificateIssuer)made) } })),
        [typeof(AuthoritySecret)] = (ClientAuthority.Existing(SecretReference.Existing("a")), made => Whole.With(hub => hub with { Receive = hub.Receive! with { ClientAuthority = (ClientAuthority)made } })),
        [typeof(LoadBalancerExposure)] = (WriteExposure.LoadBalancer, made => Whole.With(hub => hub with { Receive = hub.Receive! with { Exposure = (WriteExposure)made } })),
        [typeof(RouteExposure)] = (WriteExposure.Route, made => OpenShift.With(hub => hub with { Receive = hub.Receive! with { Exposure = (WriteExposure)made } })),
        [typeof(DedicatedIngressController)] = (new DedicatedIngressController("metrics.example.com"), made => OpenShift.With(hub => hub with { Receive = hub.Receive! with { Exposure = WriteExposure.Route with { IngressController = (DedicatedIngressController)made } } })),
        [typeof(TlsRouteExposure)] = (WriteExposure.TlsRoute("a", "b"), made => Whole.With(hub => hub with { Receive = hub.Receive! with { Exposure = (WriteExposure)made } })),
        [typeof(StoreGateway)] = (new StoreGateway(), made => Whole.With(hub => hub with { StoreGateway = (StoreGateway)made })),
        [typeof(StoreRange)] = (new StoreRange("all"), made => Whole.With(hub => hub with { Compactor = null, StoreGateway = new() { Ranges = [(StoreRange)made, new("everything")] } })),
        [typeof(MemoryCache)] = (Cache.Memory(1.GiB), made => Whole.With(hub => hub with { StoreGateway = new() { IndexCache = (Cache)made } })),
        [typeof(MemcachedCache)] = (Cache.Memcached(Shared), made => Whole.With(hub => hub with { QueryFrontend = new() { Cache = (Cache)made } })),
        [typeof(Memcached)] = (Shared, made => Whole.With(hub => hub with { QueryFrontend = new() { Cache = Cache.Memcached((Memcached)made) } })),
        [typeof(Querier)] = (new Querier(), made => Whole.With(hub => hub with { Querier = (Querier)made })),
        [typeof(QuerierExposure)] = (new QuerierExposure("query.eu.example.com") { ServerCertificate = CertificateSource.Issued(CertificateIssuer.Issuer("a")) }, made => TwoHubs.Fleet(TwoHubs.East, TwoHubs.Eu with { Querier = new() { Exposure = (QuerierExposure)made } })),
        [typeof(GlobalQuerier)] = (new GlobalQuerier(), made => TwoHubs.Fleet(TwoHubs.East with { GlobalQuerier = (GlobalQuerier)made }, TwoHubs.Eu)),
        [typeof(QueryFrontend)] = (new QueryFrontend(), made => Whole.With(hub => hub with { QueryFrontend = (QueryFrontend)made })),
        [typeof(Compactor)] = (new Compactor(), made => Whole.With(hub => hub with { Compactor = (Compactor)made })),
        [typeof(BlockRetention)] = (new BlockRetention(), made => Whole.With(hub => hub with { Compactor = new() { Retention = (BlockRetention)made } })),
        [typeof(Ruler)] = (new Ruler(), made => Whole.With(hub => hub with { Ruler = (Ruler)made })),
        [typeof(AlertmanagerCluster)] = (new AlertmanagerCluster(), made => Whole.With(hub => hub with { Alertmanager = (AlertmanagerCluster)made })),
        [typeof(DeadMansSwitch)] = (new DeadMansSwitch(SecretReference.Existing("a")), made => Whole.With(hub => hub with { Alertmanager = new() { DeadMansSwitch = (DeadMansSwitch)made } })),
        [typeof(AlertmanagerExposure)] = (new AlertmanagerExposure("alerts.example.com") { ServerCertificate = CertificateSource.Issued(CertificateIssuer.Issuer("a")) }, made => Whole.With(hub => hub with { Alertmanager = new() { Exposure = (AlertmanagerExposure)made } })),
        [typeof(AlertRoute)] = (new AlertRoute(Team), made => Routed(new(Team) { Routes = [(AlertRoute)made] })),
        [typeof(AlertReceiver)] = (Team, made => Routed(new((AlertReceiver)made))),
        [typeof(AlertInhibition)] = (new AlertInhibition { Source = new() { ["a"] = "b" }, Target = new() { ["a"] = "c" } }, made => Whole.With(hub => hub with { Alertmanager = new() { Inhibitions = [(AlertInhibition)made] } })),
        [typeof(WebhookNotification)] = (new WebhookNotification { Url = Key("a", "b") }, Notified),
        [typeof(PagerDutyNotification)] = (new PagerDutyNotification { RoutingKey = Key("a", "b") }, Notified),
        [typeof(SlackNotification)] = (new SlackNotification { Url = Key("a", "b") }, Notified),
        [typeof(EmailNotification)] = (new EmailNotification { To = "a@example.com", From = "b@example.com", SmartHost = "mail.example.com:587" }, Notified),
        [typeof(OpsgenieNotification)] = (new OpsgenieNotification { ApiKey = Key("a", "b") }, Notified),
        [typeof(TeamsNotification)] = (new TeamsNotification { Url = Key("a", "b") }, Notified),
        [typeof(GrafanaServer)] = (new GrafanaServer { Host = "grafana.example.com", Database = Database }, made => Whole.With(hub => hub with { Grafana = (GrafanaServer)made })),
        [typeof(GrafanaDatabase)] = (Database, made => Whole.With(hub => hub with { Grafana = new() { Database = (GrafanaDatabase)made } })),
        [typeof(OwnPrometheus)] = (SelfMonitoring.Prometheus, made => Whole.With(hub => hub with { SelfMonitoring = (SelfMonitoring)made })),
        [typeof(ExistingPrometheus)] = (SelfMonitoring.Existing(new() { ["a"] = "b" }), made => Whole.With(hub => hub with { SelfMonitoring = (SelfMonitoring)made })),
        [typeof(S3ObjectStorage)] = (Hubs.Bucket, Stored),
        [typeof(BucketClaimStorage)] = (ObjectStorage.BucketClaim("a", "b"), Stored),
        [typeof(GcsObjectStorage)] = (ObjectStorage.Gcs("a") with { Credentials = Key("a", "b") }, Stored),
        [typeof(AzureObjectStorage)] = (ObjectStorage.Azure("a", "b") with { AccountKey = Key("a", "b") }, Stored),
        [typeof(FileSystemStorage)] = (ObjectStorage.FileSystem("a"), Stored),
        [typeof(StorageHttpClient)] = (new StorageHttpClient(), made => Stored(Hubs.Bucket with { Http = (StorageHttpClient)made })),
        [typeof(StorageHedging)] = (new StorageHedging(), made => Stored(Hubs.Bucket with { Hedging = (StorageHedging)made })),
        [typeof(ManagedKeyEncryption)] = (S3Encryption.ManagedKey("a"), made => Stored(Hubs.Bucket with { Encryption = (S3Encryption)made })),
        [typeof(CustomerKeyEncryption)] = (S3Encryption.CustomerKey(SecretReference.Existing("a"), "b"), made => Stored(Hubs.Bucket with { Encryption = (S3Encryption)made })),
        [typeof(StorageIdentities)] = (new StorageIdentities(), made => Stored(Hubs.Bucket with { Identities = (StorageIdentities)made })),
        [typeof(StorageIdentity)] = (new StorageIdentity(), made => Stored(Hubs.Bucket with { Identities = new() { Reader = (StorageIdentity)made } })),
    };

    /// <summary>Values of single properties, where a value by the type alone would be wrong or change nothing.</summary>
    static readonly Dictionary<string, object> Values = new()
    {
        ["Hub.Platform"] = Hubs.Kubernetes,
        ["Hub.NetworkPolicies"] = false,
        ["Hub.Storage"] = ObjectStorage.Gcs("other"),
        ["Hub.Receive"] = new Receive { Ingestors = 3 },
        ["Hub.Querier"] = new Querier { Replicas = 3 },
        ["Hub.QueryFrontend"] = new QueryFrontend { Replicas = 3 },
        ["Hub.Compactor"] = new Compactor { Concurrency = 3 },
        ["Hub.Ruler"] = new Ruler { Replicas = 3 },
        ["Hub.ThanosVersion"] = "0.41.0",
        ["Hub.WriteEndpoint"] = "write.example.org",
        ["Hub.Priority"] = 7,
        ["Receive.Hashrings"] = new Hashring[] { new("ring") },
        ["Receive.Ingestors"] = 9,
        ["Receive.Router"] = new ReceiveRouter { Replicas = 3 },
        ["Receive.ReplicationFactor"] = 5,
        ["Receive.Exposure"] = WriteExposure.Internal,
        ["Receive.Tenancy"] = Tenancy.PerCluster,
        ["Receive.ExtraArguments"] = new[] { "--log.level=debug" },
        ["ReceiveRouter.ExtraArguments"] = new[] { "--log.level=debug" },
        ["Hashring.Tenants"] = new[] { "fleet" },
        ["Hashring.TenantMatch"] = TenantMatch.Glob,
        ["Hashring.Zones"] = new[] { "a", "b", "c" },
        ["Hashring.ShuffleSharding"] = new ShuffleSharding(3),
        ["ShuffleSharding.ShardSize"] = 6,
        ["ShuffleSharding.Overrides"] = new ShardSizeOverride[] { new(6, ["fleet"]) },
        ["ReceiveLimits.Tenants"] = new Dictionary<string, TenantLimits> { ["a"] = new() { RequestSeries = 5 } },
        ["ReceiveLimits.Default"] = new TenantLimits { RequestSeries = 5 },
        ["ReceiveLimits.MetaMonitoringUrl"] = "http://prometheus.example.com:9090",
        ["ExistingIssuer.Kind"] = "ClusterIssuer",
        ["DedicatedIngressController.Domain"] = "example.com",
        ["StoreGateway.Ranges"] = new StoreRange[] { new("all") },
        ["StoreGateway.ExtraArguments"] = new[] { "--log.level=debug" },
        ["StoreGateway.IgnoreDeletionMarksDelay"] = 12.Hours,
        ["StoreGateway.LazyIndexHeaders"] = false,
        ["Querier.AutoDownsampling"] = false,
        ["QuerierExposure.Host"] = "query.example.org",
        ["QuerierExposure.Way"] = WriteExposure.Internal,
        ["GlobalQuerier.AutoDownsampling"] = false,
        ["GlobalQuerier.ExtraArguments"] = new[] { "--log.level=debug" },
        ["QueryFrontend.CompressResponses"] = false,
        ["Compactor.Downsampling"] = false,
        ["Compactor.Deduplicate"] = false,
        ["StoreRange.Newest"] = 1.Days,
        ["StoreRange.Oldest"] = 30.Days,
        ["Querier.ExtraArguments"] = new[] { "--log.level=debug" },
        ["Querier.Endpoints"] = new[] { "other.example.com:10901" },
        ["QueryFrontend.ExtraArguments"] = new[] { "--log.level=debug" },
        ["Compactor.ExtraArguments"] = new[] { "--log.level=debug" },
        ["Compactor.DeleteDelay"] = 72.Hours,
        ["Compactor.ConsistencyDelay"] = 1.Hours,
        ["Compactor.Retention"] = new BlockRetention { Raw = 99.Days },
        ["BlockRetention.Raw"] = 99.Days,
        ["BlockRetention.FiveMinutes"] = 99.Days,
        ["BlockRetention.OneHour"] = 99.Days,
        ["Ruler.ExtraArguments"] = new[] { "--log.level=debug" },
        ["Ruler.Alertmanagers"] = new[] { "https://alertmanager.example.com:443" },
        ["AlertmanagerCluster.Route"] = new AlertRoute(Team),
        ["AlertmanagerCluster.Inhibitions"] = new AlertInhibition[] { new() { Source = new() { ["a"] = "b" }, Target = new() { ["a"] = "c" } } },
        ["AlertRoute.Routes"] = new AlertRoute[] { new(Team) },
        ["AlertReceiver.Notifications"] = new Notification[] { new TeamsNotification { Url = Key("a", "b") } },
        ["EmailNotification.SmartHost"] = "mail.example.com:25",
        ["GrafanaServer.SecretSettings"] = new SecretSetting[] { new("auth.token", SecretReference.Existing("a"), "b") },
        ["GrafanaServer.Settings"] = new LabelSet { ["log.level"] = "debug" },
        ["GrafanaServer.Database"] = new GrafanaDatabase(DatabaseType.MySql, "db.example.com:3306", SecretReference.Existing("db")),
        ["GrafanaDatabase.Type"] = DatabaseType.MySql,
        ["MemcachedCache.Server"] = new Memcached("other"),
        ["Memcached.Memory"] = 2.GiB,
        ["StorageIdentities.Writer"] = new StorageIdentity { Credentials = SecretReference.Existing("w") },
        ["StorageIdentities.Compactor"] = new StorageIdentity { Credentials = SecretReference.Existing("c") },
        ["StorageIdentities.Reader"] = new StorageIdentity { Credentials = SecretReference.Existing("r") },
        ["S3ObjectStorage.Identities"] = new StorageIdentities { Writer = new() { Credentials = SecretReference.Existing("w") } },
        ["BucketClaimStorage.Identities"] = new StorageIdentities { Writer = new() { Credentials = SecretReference.Existing("w") } },
        ["GcsObjectStorage.Identities"] = new StorageIdentities { Writer = new() { Credentials = SecretReference.Existing("w") } },
        ["AzureObjectStorage.Identities"] = new StorageIdentities { Writer = new() { Credentials = SecretReference.Existing("w") } },
        ["FileSystemStorage.Identities"] = new StorageIdentities { Writer = new() { ServiceAccountAnnotations = new() { ["a"] = "b" } } },
        ["S3ObjectStorage.BucketLookup"] = BucketLookup.Path,
        ["S3ObjectStorage.Http"] = new StorageHttpClient { ServerName = "a" },
        ["BucketClaimStorage.Http"] = new StorageHttpClient { ServerName = "a" },
        ["GcsObjectStorage.Http"] = new StorageHttpClient { ServerName = "a" },
        ["AzureObjectStorage.Http"] = new StorageHttpClient { ServerName = "a" },
        ["S3ObjectStorage.Encryption"] = S3Encryption.ServiceKeys,
    };

    static IEnumerable<TestCaseData> Properties() =>
        from place in Places
        from property in place.Key.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where property.SetMethod is { IsPublic: true } && property.DeclaringType != typeof(Element)
        select new TestCaseData(place.Key, property.Name).SetName($"{place.Key.Name}_{property.Name}_reaches_the_output");

    [TestCaseSource(nameof(Properties))]
    public void Reaches(Type type, string name)
    {
        var (start, place) = Places[type];
        var property = type.GetProperty(name)!;
        var changed = Copy(start);
        property.SetValue(changed, Values.GetValueOrDefault($"{type.Name}.{name}") ?? Other(property.PropertyType, property.GetValue(start)));

        Assert.That(Output(place(changed)) == Output(place(start)), Is.False);
    }

    [Test]
    public void Every_type_of_the_hub_is_covered()
    {
        Type[] roots = [typeof(HubComponent), typeof(SelfMonitoring), typeof(Tenancy), typeof(WriteExposure), typeof(CertificateSource), typeof(CertificateIssuer), typeof(ClientAuthority), typeof(Cache), typeof(Notification), typeof(ObjectStorage), typeof(S3Encryption)];
        // Those without a property to set, and one whose value is a file.
        Type[] bare = [typeof(UserWorkloadMonitoring), typeof(ClusterTenancy), typeof(GroupTenancy), typeof(ClusterInternalExposure), typeof(ServiceKeyEncryption), typeof(AuthorityFiles)];
        var types = typeof(Hub).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && roots.Any(type.IsSubclassOf));

        Assert.That(types.Except(bare).Except(Places.Keys), Is.Empty);
    }

    [Test]
    public void Files_of_authorities_reach_the_output()
    {
        using var project = new TemporaryFolder();
        project.Write("ca.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
        var topology = Whole.With(hub => hub with { Receive = hub.Receive! with { ClientAuthority = ClientAuthority.Files("*.pem") } });

        Assert.That(Compiled.Texts(Compiled.Repository(topology, project.Root))["hub/observability/configmap-thanos-receive-client-ca.yaml"], Does.Contain("MIIB"));
        Assert.That(Compiled.From(topology).Diagnostics.Select(diagnostic => diagnostic.Descriptor.Code), Is.EqualTo(["BLV1041"]));
    }

    [Test]
    public void Label_of_groups_decides_who_has_a_tenant()
    {
        var topology = Whole.With(hub => hub with { Receive = hub.Receive! with { Tenancy = Tenancy.PerGroup("tier") } });
        Assert.That(Compiled.From(topology.WithClusters(1)).Diagnostics.Select(diagnostic => diagnostic.Descriptor.Code), Is.EqualTo(["BLV1056"]));
    }

    [Test]
    public void Cluster_that_is_a_tenant_does_not_name_itself([Values] bool isTenant)
    {
        var topology = Whole.With(hub => hub with { Receive = hub.Receive! with { Tenancy = isTenant ? Tenancy.PerCluster : Tenancy.Shared } }).WithClusters(1);
        Assert.That(Compiled.Texts(Compiled.Repository(topology))["base/standard/prometheus-hubs.yaml"].Contains("action: labeldrop", StringComparison.Ordinal), Is.EqualTo(isTenant));
    }

    [Test]
    public void Inventory_of_the_Ruler_says_who_should_report()
    {
        var shared = new Profile("standard");
        var topology = Whole with
        {
            Clusters =
            [
                new("north", Hubs.Kubernetes, shared),
                new("south", Hubs.Kubernetes, shared) { State = ClusterState.Maintenance },
                new("gone", Hubs.Kubernetes, shared) { State = ClusterState.Decommissioned },
            ],
        };
        var rules = Compiled.Texts(Compiled.Repository(topology))["hub/rules/configmap-rules-inventory.yaml"];
        Assert.That(rules, Does.Contain("cluster: north").And.Contain("state: active").And.Contain("cluster: south").And.Contain("state: maintenance").And.Contain("cluster: gone").And.Contain("state: decommissioned"));
    }

    // Warnings are of no interest here; what does not compile at all is a wrong value in this test.
    static string Output(MonitoringTopology topology)
    {
        var result = Compiled.From(topology);
        Assert.That(result.Succeeded, Is.True, () => string.Join("\n", result.Diagnostics));
        return string.Concat(Compiled.Texts(result.Repository).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Key + "\n" + file.Value));
    }

    static object Copy(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, [])!;

    // Some other value of the type.
    static object Other(Type type, object? now) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var value when value == typeof(string) => "other",
        var value when value == typeof(bool) => now is not true,
        var value when value == typeof(int) => now is 4 ? 5 : 4,
        var value when value == typeof(long) => 4L,
        var value when value == typeof(Duration) => 77.Hours,
        var value when value == typeof(ByteSize) => 77.GiB,
        var value when value == typeof(LabelSet) => new LabelSet { ["other"] = "value" },
        var value when value == typeof(SecretReference) => SecretReference.Existing("other"),
        var value when value == typeof(SecretKey) => Key("other", "key"),
        var value when value == typeof(Resources) => new Resources { Cpu = 3.Cores, Memory = 3.GiB },
        var value when value == typeof(Scheduling) => new Scheduling { NodeSelector = new() { ["other"] = "value" } },
        var value when value == typeof(Cache) => Cache.Memory(77.GiB),
        var value when value == typeof(CertificateSource) => CertificateSource.Existing(SecretReference.Existing("other")),
        var value when value == typeof(CertificateIssuer) => CertificateIssuer.Issuer("other"),
        var value when value == typeof(ClientAuthority) => ClientAuthority.Existing(SecretReference.Existing("other")),
        var value when value == typeof(AuthoritySecret) => ClientAuthority.Existing(SecretReference.Existing("other")) with { Revision = "2" },
        var value when value == typeof(SelfMonitoring) => SelfMonitoring.Existing(new() { ["other"] = "value" }),
        var value when value == typeof(Kubernetes.Affinity) => new Kubernetes.Affinity { NodeAffinity = new() },
        var value when value == typeof(IReadOnlyList<Kubernetes.Toleration>) => new Kubernetes.Toleration[] { new() { Key = "other", Operator = "Exists" } },
        var value when value == typeof(IReadOnlyList<string>) => new[] { "other" },
        { IsEnum: true } value => Enum.GetValues(value).Cast<object>().Last(),
        var value when !value.IsAbstract && typeof(IEnumerable).IsAssignableFrom(value) is false => Places.TryGetValue(value, out var place) ? place.Start : throw new NotSupportedException($"Give {value.Name} a value in this test."),
        var value => throw new NotSupportedException($"Give {value.Name} a value in this test."),
    };

    static SecretKey Key(string secret, string key) => new(SecretReference.Existing(secret), key);

    static MonitoringTopology Ring(Hashring ring) => Whole.With(hub => hub with { Receive = new() { Hashrings = [ring, .. ring.Tenants is [] ? Enumerable.Empty<Hashring>() : [new Hashring("rest")]] } });

    static MonitoringTopology Routed(AlertRoute route) => Whole.With(hub => hub with { Alertmanager = new() { Route = route } });

    static MonitoringTopology Notified(object notification) => Routed(new(new AlertReceiver("other") { Notifications = [(Notification)notification] }));

    static MonitoringTopology Stored(object storage) => Whole with { Storage = (ObjectStorage)storage };
}
