namespace Belvedere.Distill;

/// <summary>
/// The reviewed names. Upstream's CRDs do not say what their nested types are called; the names here are those that the
/// field's people know. Everything else is named by its place.
/// </summary>
static class NameTable
{
    /// <summary>Types of Kubernetes whose own name is another's.</summary>
    public static readonly IReadOnlyDictionary<string, string> BuiltIn = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Probe is a kind of the Prometheus Operator.
        ["io.k8s.api.core.v1.Probe"] = "ContainerProbe",
        // The model of a topology has a SecretReference of its own.
        ["io.k8s.api.core.v1.SecretReference"] = "NamespacedSecretReference",
        ["io.k8s.api.discovery.v1.EndpointPort"] = "EndpointSlicePort",
        ["io.k8s.api.core.v1.EndpointPort"] = "EndpointsPort",
        ["io.k8s.api.discovery.v1.Endpoint"] = "EndpointSliceEndpoint",
        ["io.k8s.api.admissionregistration.v1.WebhookClientConfig"] = "AdmissionWebhookClientConfig",
        ["io.k8s.api.admissionregistration.v1.ServiceReference"] = "AdmissionServiceReference",
        ["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig"] = "ConversionWebhookClientConfig",
        ["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference"] = "ConversionServiceReference",
        ["io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference"] = "APIServiceReference",
    };

    /// <summary>By group: the name, and one place where the type stands.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Nested = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
    {
        ["monitoring.coreos.com"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["RelabelConfig"] = "ServiceMonitor.spec.endpoints[].relabelings[]",
            ["RelabelAction"] = "ServiceMonitor.spec.endpoints[].relabelings[].action",
            ["Endpoint"] = "ServiceMonitor.spec.endpoints[]",
            ["PodMetricsEndpoint"] = "PodMonitor.spec.podMetricsEndpoints[]",
            ["BasicAuth"] = "ServiceMonitor.spec.endpoints[].basicAuth",
            ["SafeAuthorization"] = "ServiceMonitor.spec.endpoints[].authorization",
            ["Authorization"] = "Prometheus.spec.apiserverConfig.authorization",
            ["OAuth2"] = "ServiceMonitor.spec.endpoints[].oauth2",
            ["TLSConfig"] = "ServiceMonitor.spec.endpoints[].tlsConfig",
            ["SafeTLSConfig"] = "PodMonitor.spec.podMetricsEndpoints[].tlsConfig",
            ["TLSVersion"] = "PodMonitor.spec.podMetricsEndpoints[].tlsConfig.maxVersion",
            ["SecretOrConfigMap"] = "ServiceMonitor.spec.endpoints[].tlsConfig.ca",
            ["MonitorNamespaceSelector"] = "ServiceMonitor.spec.namespaceSelector",
            ["ScrapeProtocol"] = "ServiceMonitor.spec.fallbackScrapeProtocol",
            ["SelectorMechanism"] = "ServiceMonitor.spec.selectorMechanism",
            ["AttachMetadata"] = "PodMonitor.spec.attachMetadata",
            ["RemoteWriteSpec"] = "Prometheus.spec.remoteWrite[]",
            ["RemoteReadSpec"] = "Prometheus.spec.remoteRead[]",
            ["QueueConfig"] = "Prometheus.spec.remoteWrite[].queueConfig",
            ["RemoteWriteMetadataConfig"] = "Prometheus.spec.remoteWrite[].metadataConfig",
            ["AzureAD"] = "Prometheus.spec.remoteWrite[].azureAd",
            ["Sigv4"] = "Prometheus.spec.remoteWrite[].sigv4",
            ["RemoteWriteMessageVersion"] = "Prometheus.spec.remoteWriteReceiverMessageVersions[]",
            ["PrometheusRuleGroup"] = "PrometheusRule.spec.groups[]",
            ["PrometheusRuleItem"] = "PrometheusRule.spec.groups[].rules[]",
            ["AlertingSpec"] = "Prometheus.spec.alerting",
            ["AlertmanagerEndpoints"] = "Prometheus.spec.alerting.alertmanagers[]",
            ["AlertmanagerAPIVersion"] = "Prometheus.spec.alerting.alertmanagers[].apiVersion",
            ["APIServerConfig"] = "Prometheus.spec.apiserverConfig",
            ["ArbitraryFSAccessThroughSMs"] = "Prometheus.spec.arbitraryFSAccessThroughSMs",
            ["EnforcementExclusion"] = "Prometheus.spec.excludedFromEnforcement[]",
            ["PrometheusRuleExcludeConfig"] = "Prometheus.spec.prometheusRulesExcludedFromEnforce[]",
            ["ExemplarsSpec"] = "Prometheus.spec.exemplars",
            ["OTLPConfig"] = "Prometheus.spec.otlp",
            ["QuerySpec"] = "Prometheus.spec.query",
            ["RulesSpec"] = "Prometheus.spec.rules",
            ["ScrapeClass"] = "Prometheus.spec.scrapeClasses[]",
            ["ThanosSpec"] = "Prometheus.spec.thanos",
            ["TracingConfig"] = "Prometheus.spec.tracingConfig",
            ["TSDBSpec"] = "Prometheus.spec.tsdb",
            ["PrometheusWebSpec"] = "Prometheus.spec.web",
            ["MonitoringDNSConfig"] = "Prometheus.spec.dnsConfig",
            ["MonitoringArgument"] = "Prometheus.spec.additionalArgs[]",
            ["StorageSpec"] = "Prometheus.spec.storage",
            ["EmbeddedPersistentVolumeClaim"] = "Prometheus.spec.storage.volumeClaimTemplate",
            ["EmbeddedObjectMetadata"] = "Prometheus.spec.podMetadata",
            ["PrometheusLogLevel"] = "Prometheus.spec.logLevel",
            ["PrometheusLogFormat"] = "Prometheus.spec.logFormat",
            ["PrometheusImagePullPolicy"] = "Prometheus.spec.imagePullPolicy",
            ["PrometheusDNSPolicy"] = "Prometheus.spec.dnsPolicy",
            ["PrometheusPodManagementPolicy"] = "Prometheus.spec.podManagementPolicy",
            ["PrometheusUpdateStrategy"] = "Prometheus.spec.updateStrategy",
            ["WebTLSConfig"] = "Prometheus.spec.web.tlsConfig",
            ["WebHTTPConfig"] = "Prometheus.spec.web.httpConfig",
            ["AlertmanagerRoute"] = "AlertmanagerConfig.spec.route",
            ["AlertmanagerReceiver"] = "AlertmanagerConfig.spec.receivers[]",
            ["InhibitRule"] = "AlertmanagerConfig.spec.inhibitRules[]",
            ["AlertmanagerMatcher"] = "AlertmanagerConfig.spec.inhibitRules[].sourceMatch[]",
            ["MatchType"] = "AlertmanagerConfig.spec.inhibitRules[].sourceMatch[].matchType",
            ["AlertmanagerTimeInterval"] = "AlertmanagerConfig.spec.timeIntervals[]",
            ["AlertmanagerTimePeriod"] = "AlertmanagerConfig.spec.timeIntervals[].timeIntervals[]",
            ["AlertmanagerHTTPConfig"] = "AlertmanagerConfig.spec.receivers[].discordConfigs[].httpConfig",
            ["AlertmanagerGlobalConfig"] = "Alertmanager.spec.alertmanagerConfiguration.global",
            ["AlertmanagerGlobalHTTPConfig"] = "Alertmanager.spec.alertmanagerConfiguration.global.httpConfig",
            ["AlertmanagerConfiguration"] = "Alertmanager.spec.alertmanagerConfiguration",
            ["AlertmanagerConfigMatcherStrategy"] = "Alertmanager.spec.alertmanagerConfigMatcherStrategy",
        },
        ["monitoring.rhobs"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AlertmanagerRoute"] = "AlertmanagerConfig.spec.route",
            ["AlertmanagerReceiver"] = "AlertmanagerConfig.spec.receivers[]",
            ["RemoteWriteSpec"] = "MonitoringStack.spec.prometheusConfig.remoteWrite[]",
        },
        ["argoproj.io"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ApplicationDestination"] = "Application.spec.destination",
            ["ApplicationSyncRetry"] = "Application.spec.syncPolicy.retry",
            ["ApplicationInfo"] = "Application.spec.info[]",
            ["ResourceIgnoreDifferences"] = "Application.spec.ignoreDifferences[]",
            ["SyncWindow"] = "AppProject.spec.syncWindows[]",
            ["ManagedNamespaceMetadata"] = "Application.spec.syncPolicy.managedNamespaceMetadata",
            ["ApplicationSetNestedGenerator"] = "ApplicationSet.spec.generators[].matrix.generators[]",
            ["GroupKind"] = "AppProject.spec.namespaceResourceWhitelist[]",
            ["ClusterResourceRestriction"] = "AppProject.spec.clusterResourceWhitelist[]",
        },
        ["cert-manager.io"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["IssuerSpec"] = "Issuer.spec",
            ["IssuerReference"] = "Certificate.spec.issuerRef",
            ["CertificateKeyUsage"] = "Certificate.spec.usages[]",
            ["IssuerSecretKeySelector"] = "Issuer.spec.acme.privateKeySecretRef",
        },
        ["external-secrets.io"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SecretStoreSpec"] = "SecretStore.spec",
            ["ExternalSecretStoreReference"] = "ExternalSecret.spec.secretStoreRef",
        },
        ["work.open-cluster-management.io"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ManifestConfigOption"] = "ManifestWork.spec.manifestConfigs[]",
            ["ManifestWorkExecutor"] = "ManifestWork.spec.executor",
            ["ManifestWorkDeleteOption"] = "ManifestWork.spec.deleteOption",
            ["ManifestsTemplate"] = "ManifestWork.spec.workload",
            ["ManifestWorkSpec"] = "ManifestWork.spec",
            ["RolloutStrategy"] = "ManifestWorkReplicaSet.spec.placementRefs[].rolloutStrategy",
        },
        ["grafana.integreatly.org"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GrafanaServiceAccountTemplate"] = "Grafana.spec.serviceAccount",
            ["GrafanaNotificationPolicyRootRoute"] = "GrafanaNotificationPolicy.spec.route",
            ["GrafanaObjectMeta"] = "Grafana.spec.deployment.metadata",
        },
        ["gateway.networking.k8s.io"] = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ParentReference"] = "HTTPRoute.spec.parentRefs[]",
            ["HTTPRouteMethod"] = "HTTPRoute.spec.rules[].matches[].method",
        },
    };
}
