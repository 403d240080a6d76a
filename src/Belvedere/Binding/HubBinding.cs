using Belvedere.Knowledge.Products;

namespace Belvedere.Binding;

/// <summary>The hubs with their defaults.</summary>
static class HubBinding
{
    /// <summary>Every hub, first the one that deliveries run on.</summary>
    public static IReadOnlyList<BoundHub> Bind(MonitoringTopology topology, BindingContext context)
    {
        foreach (var (second, first) in Binder.Duplicates(context.Hubs, hub => hub.Name))
            context.Found.Add(BindingDiagnostics.SameName(second, first));
        return
        [
            .. context.Hubs
                .OrderBy(hub => !ReferenceEquals(hub, topology.Hub))
                .ThenBy(hub => hub.Name, StringComparer.Ordinal)
                .Select(hub => Bind(hub, topology, context)),
        ];
    }

    static BoundHub Bind(Hub hub, MonitoringTopology topology, BindingContext context)
    {
        if (hub.Platform.Problem is { } problem)
            context.Found.Add(BindingDiagnostics.BadPlatform(hub, problem));

        var defaults = context.Defaults.Hub;
        var version = DefaultVersions.Of(topology.Defaults, "thanos").Version;
        if (hub.ThanosVersion is { } said)
        {
            if (SemanticVersion.TryParse(said, out var chosen))
                version = chosen;
            else
                context.Found.Add(HubBindingDiagnostics.BadVersion(hub, said));
        }

        var components = new ComponentBinding(hub, topology, version, defaults);
        return new BoundHub
        {
            Authored = hub,
            IsDelivering = ReferenceEquals(hub, topology.Hub),
            Namespace = hub.Namespace ?? defaults.Namespace,
            Thanos = version,
            Priority = components.Priority,
            NetworkPolicies = hub.NetworkPolicies ?? true,
            SelfMonitoring = SelfMonitoring(hub, components, defaults),
            Receive = hub.Receive is { } receive ? ReceiveBinding.Bind(hub, receive, components, context) : null,
            StoreGateway = hub.StoreGateway is { } store ? StoreBinding.Bind(store, components, defaults) : null,
            Querier = hub.Querier is { } querier ? BindQuerier(hub, querier, components, context) : null,
            GlobalQuerier = hub.GlobalQuerier is { } global ? BindGlobal(global, components, defaults) : null,
            QueryFrontend = hub.QueryFrontend is { } frontend ? BindFrontend(frontend, components, defaults) : null,
            Compactor = hub.Compactor is { } compactor ? BindCompactor(compactor, components, defaults) : null,
            Ruler = hub.Ruler is { } ruler ? BindRuler(hub, ruler, components, topology, defaults) : null,
            Alertmanager = hub.Alertmanager is { } alertmanager ? BindAlertmanager(alertmanager, components, defaults) : null,
            Grafana = hub.Grafana is { } grafana ? BindGrafana(grafana, components, defaults) : null,
            Memcached = BindMemcached(hub, components, topology, context),
            Storage = hub.Storage ?? topology.Storage,
            ReplicaLabels = ReplicaLabels(hub),
        };
    }

    // What Prometheus' operator calls the replicas of a managed cluster stands in any case: clusters write, whatever the hub has.
    static IReadOnlyList<string> ReplicaLabels(Hub hub)
    {
        IEnumerable<string?> labels =
        [
            hub.Receive is null ? null : ReceiveBinding.ReplicaLabel,
            hub.Ruler is null ? null : RulerReplicaLabel,
            "prometheus_replica",
            .. hub.Querier?.ReplicaLabels ?? [],
        ];
        return [.. labels.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The label that names the hub in what its Ruler, or its own Prometheus, writes.</summary>
    public const string HubLabel = "hub";

    /// <summary>The label that tells the Ruler's pods apart.</summary>
    public const string RulerReplicaLabel = "rule_replica";

    static BoundSelfMonitoring SelfMonitoring(Hub hub, ComponentBinding components, HubDefaults defaults) =>
        (hub.SelfMonitoring ?? (hub.Platform.IsOpenShift ? Belvedere.SelfMonitoring.UserWorkload : Belvedere.SelfMonitoring.Prometheus)) switch
        {
            OwnPrometheus own => new BoundOwnPrometheus
            {
                Replicas = own.Replicas ?? defaults.PrometheusReplicas,
                Retention = own.Retention ?? defaults.PrometheusRetention,
                Volume = own.Volume ?? defaults.PrometheusVolume,
                StorageClass = own.StorageClass,
                Resources = own.Resources ?? defaults.PrometheusResources,
                Scheduling = components.Scheduling(null),
            },
            ExistingPrometheus existing => new BoundExistingPrometheus(existing.Labels, existing.Namespace ?? new() { ["kubernetes.io/metadata.name"] = "monitoring" }),
            _ => new BoundUserWorkloadMonitoring(),
        };

    static BoundQuerier BindQuerier(Hub hub, Querier querier, ComponentBinding components, BindingContext context)
    {
        var defaults = context.Defaults.Hub;
        return new()
        {
            Authored = querier,
            Component = components.Thanos(querier, defaults.QuerierResources),
            Replicas = querier.Replicas ?? defaults.QuerierReplicas,
            Timeout = querier.Timeout ?? defaults.QueryTimeout,
            MaxConcurrent = querier.MaxConcurrent ?? defaults.QueryMaxConcurrent,
            AutoDownsampling = querier.AutoDownsampling ?? true,
            Exposure = querier.Exposure is { } exposure ? BindExposure(hub, querier, exposure, context) : null,
        };
    }

    static BoundQuerierExposure BindExposure(Hub hub, Querier querier, QuerierExposure exposure, BindingContext context)
    {
        var certificate = CertificateBinding.Bind(exposure.ServerCertificate, context.Defaults.Hub.QueryServerCertificate, context.Defaults.Hub);
        return new()
        {
            Host = exposure.Host,
            Certificate = certificate,
            ClientAuthority = AuthorityBinding.Bind(exposure.ClientAuthority, querier, certificate, context),
            Way = exposure.Way ?? WriteExposure.DefaultOn(hub.Platform),
        };
    }

    static BoundGlobalQuerier BindGlobal(GlobalQuerier global, ComponentBinding components, HubDefaults defaults)
    {
        var certificate = CertificateBinding.Bind(global.ClientCertificate, defaults.QueryClientCertificate, defaults);
        return new()
        {
            Authored = global,
            Component = components.Thanos(global, defaults.QuerierResources),
            Replicas = global.Replicas ?? defaults.QuerierReplicas,
            Timeout = global.Timeout ?? defaults.QueryTimeout,
            MaxConcurrent = global.MaxConcurrent ?? defaults.QueryMaxConcurrent,
            AutoDownsampling = global.AutoDownsampling ?? true,
            ClientCertificate = certificate,
            ServerAuthority = global.ServerAuthority is { } authority ? new(authority.Secret, authority.Key) : new(certificate.Secret, "ca.crt"),
            ServerAuthorityRevision = global.ServerAuthority?.Revision,
        };
    }

    static BoundQueryFrontend BindFrontend(QueryFrontend frontend, ComponentBinding components, HubDefaults defaults) => new()
    {
        Authored = frontend,
        Component = components.Thanos(frontend, defaults.FrontendResources),
        Replicas = frontend.Replicas ?? defaults.FrontendReplicas,
        Cache = frontend.Cache ?? Cache.Memory(defaults.FrontendCache),
        SplitInterval = frontend.SplitInterval ?? defaults.SplitInterval,
        LogQueriesLongerThan = frontend.LogQueriesLongerThan ?? defaults.LogQueriesLongerThan,
        CompressResponses = frontend.CompressResponses ?? true,
    };

    static BoundCompactor BindCompactor(Compactor compactor, ComponentBinding components, HubDefaults defaults) => new()
    {
        Authored = compactor,
        Component = components.Thanos(compactor, defaults.CompactorResources),
        RawRetention = compactor.Retention?.Raw ?? defaults.RawRetention,
        FiveMinutesRetention = compactor.Retention?.FiveMinutes ?? defaults.DownsampledRetention,
        OneHourRetention = compactor.Retention?.OneHour ?? defaults.DownsampledRetention,
        Downsampling = compactor.Downsampling ?? true,
        Deduplicate = compactor.Deduplicate ?? true,
        Shards = compactor.Shards ?? 1,
        Concurrency = compactor.Concurrency ?? 1,
        DownsampleConcurrency = compactor.DownsampleConcurrency ?? 1,
        Volume = compactor.Volume ?? defaults.CompactorVolume,
        ConsistencyDelay = compactor.ConsistencyDelay ?? defaults.ConsistencyDelay,
        DeleteDelay = compactor.DeleteDelay ?? defaults.DeleteDelay,
    };

    static BoundRuler BindRuler(Hub hub, Ruler ruler, ComponentBinding components, MonitoringTopology topology, HubDefaults defaults) => new()
    {
        Authored = ruler,
        Component = components.Thanos(ruler, defaults.RulerResources),
        // Sums over all clusters of a hub have no label but this that tells them from those of another.
        ExternalLabels = topology.RegionalHubs is [] ? ruler.ExternalLabels : new LabelSet { [HubLabel] = hub.Name }.With(ruler.ExternalLabels),
        Replicas = ruler.Replicas ?? defaults.RulerReplicas,
        Interval = ruler.Interval ?? defaults.RuleInterval,
        Retention = ruler.Retention ?? defaults.RulerRetention,
        QueryOffset = ruler.QueryOffset ?? defaults.RuleQueryOffset,
        Volume = ruler.Volume ?? defaults.RulerVolume,
        ReloaderImage = $"quay.io/prometheus-operator/prometheus-config-reloader:v{DefaultVersions.Of(topology.Defaults, "prometheus-operator").Version}",
    };

    static BoundAlertmanager BindAlertmanager(AlertmanagerCluster alertmanager, ComponentBinding components, HubDefaults defaults) => new()
    {
        Authored = alertmanager,
        Component = components.Other(alertmanager, "alertmanager", defaults.AlertmanagerResources),
        Replicas = alertmanager.Replicas ?? defaults.AlertmanagerReplicas,
        Retention = alertmanager.Retention ?? defaults.AlertmanagerRetention,
        Volume = alertmanager.Volume ?? defaults.AlertmanagerVolume,
        Exposure = alertmanager.Exposure is { } exposure ? BindExposure(exposure, defaults) : null,
    };

    static BoundAlertmanagerExposure BindExposure(AlertmanagerExposure exposure, HubDefaults defaults)
    {
        var certificate = CertificateBinding.Bind(exposure.ServerCertificate, defaults.AlertmanagerCertificate, defaults);
        return new()
        {
            Domain = exposure.Domain,
            Certificate = certificate,
            ClientAuthority = exposure.ClientAuthority is { } authority ? new(authority.Secret, authority.Key) : new(certificate.Secret, "ca.crt"),
            ClientAuthorityRevision = exposure.ClientAuthority?.Revision,
            ProxyImage = exposure.ProxyImage ?? defaults.AlertmanagerProxy,
        };
    }

    static BoundGrafana BindGrafana(GrafanaServer grafana, ComponentBinding components, HubDefaults defaults) => new()
    {
        Authored = grafana,
        Component = components.Other(grafana, "grafana", defaults.GrafanaResources),
        Replicas = grafana.Replicas ?? 1,
        Administrator = grafana.Administrator ?? SecretReference.Existing(defaults.GrafanaAdministrator),
        Certificate = grafana.Certificate ?? SecretReference.Existing(defaults.GrafanaCertificate),
    };

    static IReadOnlyList<BoundMemcached> BindMemcached(Hub hub, ComponentBinding components, MonitoringTopology topology, BindingContext context)
    {
        IEnumerable<Cache?> caches = [hub.StoreGateway?.IndexCache, hub.StoreGateway?.BucketCache, hub.QueryFrontend?.Cache];
        var named = caches.OfType<MemcachedCache>().Select(cache => cache.Server).DistinctBy(memcached => memcached, (IEqualityComparer<Memcached>)ReferenceEqualityComparer.Instance).ToList();
        foreach (var (second, first) in Binder.Duplicates(named, memcached => memcached.Name))
            context.Found.Add(BindingDiagnostics.SameName(second, first));

        var defaults = context.Defaults.Hub;
        return
        [
            .. named.OrderBy(memcached => memcached.Name, StringComparer.Ordinal).Select(memcached =>
            {
                var memory = memcached.Memory ?? defaults.MemcachedMemory;
                // Connections and bookkeeping come on top of the entries.
                var resources = new Resources { Cpu = 100.Millicores, Memory = new(memory.Bytes * 5 / 4), MemoryLimit = new(memory.Bytes * 3 / 2) };
                return new BoundMemcached
                {
                    Authored = memcached,
                    Component = components.Other(memcached, "memcached", resources),
                    Replicas = memcached.Replicas ?? defaults.MemcachedReplicas,
                    Memory = memory,
                    MaxItemSize = memcached.MaxItemSize ?? defaults.MemcachedItem,
                    MaxConnections = memcached.MaxConnections ?? defaults.MemcachedConnections,
                    ExporterImage = DefaultVersions.Of(topology.Defaults, "memcached-exporter").Image!,
                };
            }),
        ];
    }
}
