namespace Belvedere.Distill;

/// <summary>A kind taken from a CRD: which version of it, and the file it comes from below the corpus.</summary>
sealed record CustomKind(string Group, string Version, string Kind, string File);

/// <summary>A group of CRDs that are released together.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Group">The API group.</param>
/// <param name="Domain">Groups of one domain share nested types: a fork uses the types of what it forked.</param>
/// <param name="Namespace">The sub-namespace of the records, for groups whose kinds collide with another's; empty otherwise.</param>
/// <param name="Kinds">The kinds that are taken.</param>
sealed record Source(string Name, string Group, string Domain, string Namespace, IReadOnlyList<CustomKind> Kinds);

/// <summary>What is distilled: one version of every kind, and the file that defines it.</summary>
static class SourceTables
{
    /// <summary>The OpenAPI document of Kubernetes, below the corpus.</summary>
    public const string OpenApi = "k8s-openapi/swagger-v2-definitions.json";

    /// <summary>The built-in kinds, by the name of their definition in the OpenAPI document of Kubernetes.</summary>
    public static readonly IReadOnlyList<string> BuiltInKinds =
    [
        "io.k8s.api.core.v1.Namespace", "io.k8s.api.core.v1.Service", "io.k8s.api.core.v1.ServiceAccount", "io.k8s.api.core.v1.ConfigMap",
        "io.k8s.api.core.v1.Secret", "io.k8s.api.core.v1.PersistentVolumeClaim", "io.k8s.api.core.v1.PersistentVolume", "io.k8s.api.core.v1.Pod",
        "io.k8s.api.core.v1.ResourceQuota", "io.k8s.api.core.v1.LimitRange", "io.k8s.api.core.v1.Endpoints",
        "io.k8s.api.apps.v1.StatefulSet", "io.k8s.api.apps.v1.Deployment", "io.k8s.api.apps.v1.DaemonSet", "io.k8s.api.apps.v1.ReplicaSet",
        "io.k8s.api.batch.v1.Job", "io.k8s.api.batch.v1.CronJob",
        "io.k8s.api.policy.v1.PodDisruptionBudget",
        "io.k8s.api.rbac.v1.Role", "io.k8s.api.rbac.v1.RoleBinding", "io.k8s.api.rbac.v1.ClusterRole", "io.k8s.api.rbac.v1.ClusterRoleBinding",
        "io.k8s.api.networking.v1.NetworkPolicy", "io.k8s.api.networking.v1.Ingress", "io.k8s.api.networking.v1.IngressClass",
        "io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler",
        "io.k8s.api.storage.v1.StorageClass",
        "io.k8s.api.scheduling.v1.PriorityClass",
        "io.k8s.api.discovery.v1.EndpointSlice",
        "io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration", "io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration",
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition",
        "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService",
    ];

    /// <summary>Kinds that belong to the cluster, not to a namespace; the OpenAPI definitions do not say it.</summary>
    public static readonly IReadOnlySet<string> ClusterScopedBuiltIns = new HashSet<string>(StringComparer.Ordinal)
    {
        "Namespace", "PersistentVolume", "ClusterRole", "ClusterRoleBinding", "IngressClass", "StorageClass", "PriorityClass",
        "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration", "CustomResourceDefinition", "APIService",
    };

    /// <summary>The custom resources.</summary>
    public static readonly IReadOnlyList<Source> Custom =
    [
        Of("Prometheus Operator", "monitoring.coreos.com", "monitoring", "",
            "prometheus-operator+prometheus-operator/example__prometheus-operator-crd-full__monitoring.coreos.com_",
            ("v1", "Prometheus", "prometheuses"), ("v1alpha1", "PrometheusAgent", "prometheusagents"), ("v1", "PrometheusRule", "prometheusrules"),
            ("v1", "ServiceMonitor", "servicemonitors"), ("v1", "PodMonitor", "podmonitors"), ("v1", "Probe", "probes"),
            ("v1alpha1", "ScrapeConfig", "scrapeconfigs"), ("v1", "Alertmanager", "alertmanagers"),
            ("v1beta1", "AlertmanagerConfig", "alertmanagerconfigs"), ("v1", "ThanosRuler", "thanosrulers")),
        Of("Cluster Observability Operator", "monitoring.rhobs", "monitoring", "Rhobs",
            "rhobs+observability-operator/bundle__manifests__monitoring.rhobs_",
            ("v1", "Prometheus", "prometheuses"), ("v1alpha1", "PrometheusAgent", "prometheusagents"), ("v1", "PrometheusRule", "prometheusrules"),
            ("v1", "ServiceMonitor", "servicemonitors"), ("v1", "PodMonitor", "podmonitors"), ("v1", "Probe", "probes"),
            ("v1alpha1", "ScrapeConfig", "scrapeconfigs"), ("v1", "Alertmanager", "alertmanagers"),
            ("v1alpha1", "AlertmanagerConfig", "alertmanagerconfigs"), ("v1", "ThanosRuler", "thanosrulers"),
            ("v1alpha1", "MonitoringStack", "monitoringstacks"), ("v1alpha1", "ThanosQuerier", "thanosqueriers")),
        Of("Cluster Observability Operator", "observability.openshift.io", "observability.openshift.io", "",
            "rhobs+observability-operator/bundle__manifests__observability.openshift.io_",
            ("v1alpha1", "UIPlugin", "uiplugins"), ("v1alpha1", "ObservabilityInstaller", "observabilityinstallers")),
        Of("OpenShift", "monitoring.openshift.io", "monitoring.openshift.io", "OpenShift",
            "openshift+api/monitoring__v1__zz_generated.crd-manifests__0000_50_monitoring_",
            ("v1", "AlertingRule", "01_alertingrules.crd"), ("v1", "AlertRelabelConfig", "02_alertrelabelconfigs.crd")),
        Of("OpenShift", "route.openshift.io", "route.openshift.io", "", "openshift+api/route__v1__zz_generated.crd-manifests__", ("v1", "Route", "routes.crd")),
        Of("cert-manager", "cert-manager.io", "cert-manager.io", "", "cert-manager+cert-manager/deploy__crds__cert-manager.io_",
            ("v1", "Certificate", "certificates"), ("v1", "Issuer", "issuers"), ("v1", "ClusterIssuer", "clusterissuers"),
            ("v1", "CertificateRequest", "certificaterequests")),
        Of("External Secrets", "external-secrets.io", "external-secrets.io", "", "external-secrets+external-secrets/config__crds__bases__external-secrets.io_",
            ("v1", "ExternalSecret", "externalsecrets"), ("v1", "SecretStore", "secretstores"),
            ("v1", "ClusterSecretStore", "clustersecretstores"), ("v1", "ClusterExternalSecret", "clusterexternalsecrets")),
        Of("Gateway API", "gateway.networking.k8s.io", "gateway.networking.k8s.io", "", "kubernetes-sigs+gateway-api/config__crd__standard__gateway.networking.k8s.io_",
            ("v1", "Gateway", "gateways"), ("v1", "HTTPRoute", "httproutes"), ("v1", "TLSRoute", "tlsroutes"),
            ("v1", "BackendTLSPolicy", "backendtlspolicies"), ("v1beta1", "ReferenceGrant", "referencegrants")),
        Of("Argo CD", "argoproj.io", "argoproj.io", "", "argoproj+argo-cd/manifests__crds__",
            ("v1alpha1", "Application", "application-crd"), ("v1alpha1", "ApplicationSet", "applicationset-crd"), ("v1alpha1", "AppProject", "appproject-crd")),
        Of("Open Cluster Management", "cluster.open-cluster-management.io", "cluster.open-cluster-management.io", "ClusterManagement", "open-cluster-management-io+api/cluster__",
            ("v1", "ManagedCluster", "v1__0000_00_clusters.open-cluster-management.io_managedclusters.crd"),
            ("v1alpha1", "ClusterClaim", "v1alpha1__0000_02_clusters.open-cluster-management.io_clusterclaims.crd"),
            ("v1alpha1", "AddOnPlacementScore", "v1alpha1__0000_05_clusters.open-cluster-management.io_addonplacementscores.crd"),
            ("v1beta1", "Placement", "v1beta1__0000_02_clusters.open-cluster-management.io_placements.crd"),
            ("v1beta1", "PlacementDecision", "v1beta1__0000_03_clusters.open-cluster-management.io_placementdecisions.crd"),
            ("v1beta2", "ManagedClusterSet", "v1beta2__0000_00_clusters.open-cluster-management.io_managedclustersets.crd"),
            ("v1beta2", "ManagedClusterSetBinding", "v1beta2__0000_01_clusters.open-cluster-management.io_managedclustersetbindings.crd")),
        Of("Open Cluster Management", "work.open-cluster-management.io", "open-cluster-management.io", "", "open-cluster-management-io+api/work__",
            ("v1", "ManifestWork", "v1__0000_00_work.open-cluster-management.io_manifestworks.crd"),
            ("v1alpha1", "ManifestWorkReplicaSet", "v1alpha1__0000_00_work.open-cluster-management.io_manifestworkreplicasets.crd")),
        Of("Open Cluster Management", "addon.open-cluster-management.io", "open-cluster-management.io", "", "open-cluster-management-io+api/addon__v1alpha1__",
            ("v1alpha1", "ClusterManagementAddOn", "0000_00_addon.open-cluster-management.io_clustermanagementaddons.crd"),
            ("v1alpha1", "ManagedClusterAddOn", "0000_01_addon.open-cluster-management.io_managedclusteraddons.crd"),
            ("v1alpha1", "AddOnDeploymentConfig", "0000_02_addon.open-cluster-management.io_addondeploymentconfigs.crd"),
            ("v1alpha1", "AddOnTemplate", "0000_03_addon.open-cluster-management.io_addontemplates.crd")),
        Of("ACM policy", "policy.open-cluster-management.io", "policy.open-cluster-management.io", "", "open-cluster-management-io+",
            ("v1", "Policy", "governance-policy-propagator/deploy__crds__policy.open-cluster-management.io_policies"),
            ("v1", "PlacementBinding", "governance-policy-propagator/deploy__crds__policy.open-cluster-management.io_placementbindings"),
            ("v1beta1", "PolicySet", "governance-policy-propagator/deploy__crds__policy.open-cluster-management.io_policysets"),
            ("v1beta1", "PolicyAutomation", "governance-policy-propagator/deploy__crds__policy.open-cluster-management.io_policyautomations"),
            ("v1", "ConfigurationPolicy", "config-policy-controller/deploy__crds__policy.open-cluster-management.io_configurationpolicies"),
            ("v1beta1", "OperatorPolicy", "config-policy-controller/deploy__crds__policy.open-cluster-management.io_operatorpolicies")),
        Of("ACM application lifecycle", "apps.open-cluster-management.io", "apps.open-cluster-management.io", "", "",
            ("v1", "Channel", "open-cluster-management-io+multicloud-operators-channel/deploy__crds__apps.open-cluster-management.io_channels_crd"),
            ("v1", "Subscription", "open-cluster-management-io+multicloud-operators-subscription/deploy__common__apps.open-cluster-management.io_subscriptions_crd_v1"),
            ("v1", "PlacementRule", "open-cluster-management-io+multicloud-operators-subscription/deploy__common__apps.open-cluster-management.io_placementrules_crd"),
            ("v1beta1", "GitOpsCluster", "stolostron+multicloud-integrations/deploy__crds__apps.open-cluster-management.io_gitopsclusters")),
        Of("ACM observability", "observability.open-cluster-management.io", "observability.open-cluster-management.io", "",
            "stolostron+multicluster-observability-operator/operators__multiclusterobservability__config__crd__bases__observability.open-cluster-management.io_",
            ("v1beta2", "MultiClusterObservability", "multiclusterobservabilities"), ("v1beta1", "ObservabilityAddon", "observabilityaddons")),
        Of("SIG Apps", "app.k8s.io", "app.k8s.io", "SigApps", "kubernetes-sigs+application/config__crd__bases__app.k8s.io_", ("v1beta1", "Application", "applications")),
        Of("Grafana Operator", "grafana.integreatly.org", "grafana.integreatly.org", "", "grafana+grafana-operator/config__crd__bases__grafana.integreatly.org_",
            ("v1beta1", "Grafana", "grafanas"), ("v1beta1", "GrafanaDashboard", "grafanadashboards"), ("v1beta1", "GrafanaDatasource", "grafanadatasources"),
            ("v1beta1", "GrafanaFolder", "grafanafolders"), ("v1beta1", "GrafanaAlertRuleGroup", "grafanaalertrulegroups"),
            ("v1beta1", "GrafanaContactPoint", "grafanacontactpoints"), ("v1beta1", "GrafanaLibraryPanel", "grafanalibrarypanels"),
            ("v1beta1", "GrafanaMuteTiming", "grafanamutetimings"), ("v1beta1", "GrafanaNotificationPolicy", "grafananotificationpolicies"),
            ("v1beta1", "GrafanaNotificationPolicyRoute", "grafananotificationpolicyroutes"),
            ("v1beta1", "GrafanaNotificationTemplate", "grafananotificationtemplates"), ("v1beta1", "GrafanaServiceAccount", "grafanaserviceaccounts")),
    ];

    static Source Of(string name, string group, string domain, string space, string prefix, params IEnumerable<(string Version, string Kind, string File)> kinds) =>
        new(name, group, domain, space, [.. kinds.Select(kind => new CustomKind(group, kind.Version, kind.Kind, $"crds/{prefix}{kind.File}.yaml"))]);
}
