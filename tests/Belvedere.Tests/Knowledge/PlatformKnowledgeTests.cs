using Belvedere.Knowledge;
using Belvedere.Knowledge.Platforms;

namespace Belvedere.Tests.Knowledge;

public sealed class PlatformKnowledgeTests
{
    const string Coreos = "monitoring.coreos.com/v1";

    static readonly Dictionary<string, string> None = [];

    static readonly Dictionary<string, string> PlatformNamespace = new() { ["openshift.io/cluster-monitoring"] = "true" };

    [Test]
    public void Release_that_is_newer_than_the_tables_is_treated_as_the_newest()
    {
        var future = Platform.OpenShift("4.99");
        Assert.That(future.Coverage, Is.EqualTo(CoverageKind.Newer));
        Assert.That(future.ComponentVersion("prometheus"), Is.EqualTo(Platform.OpenShift("4.23").ComponentVersion("prometheus")));
        Assert.That(future.Serves(Coreos, "PrometheusRule"), Is.True);
        Assert.That(future.ClusterMonitoringKey("prometheusK8s.remoteWrite[].messageVersion").IsAvailable, Is.True);
    }

    [Test]
    public void Release_that_is_older_than_the_tables_is_treated_as_the_oldest()
    {
        var past = Platform.OpenShift("4.6");
        Assert.That(past.Coverage, Is.EqualTo(CoverageKind.Older));
        Assert.That(past.KubernetesVersion, Is.EqualTo(new MinorVersion(1, 25)));
        Assert.That(past.Serves(Coreos, "Prometheus"), Is.True);
    }

    [Test]
    public void Version_that_could_not_be_read_raises_nothing_else() =>
        Assert.That(Platform.OpenShift("latest").Serves("monitoring.openshift.io/v1", "AlertingRule"), Is.True);

    [Test]
    public void OpenShift_names_what_it_runs()
    {
        Assert.That(Platform.OpenShift("4.18").ComponentVersion("prometheus"), Is.EqualTo(new SemanticVersion(2, 55, 1)));
        Assert.That(Platform.Rosa("4.20").KubernetesVersion, Is.EqualTo(new MinorVersion(1, 33)));
        Assert.That(Platform.Kubernetes("1.33").ComponentVersion("prometheus"), Is.Null);
    }

    [TestCase("4.12", nameof(KindState.Preview))]
    [TestCase("4.13", nameof(KindState.Preview))]
    [TestCase("4.14", nameof(KindState.NotServed))]
    public void Alerting_rules_were_a_preview_first(string version, string state) =>
        Assert.That(Platform.OpenShift(version).Serving("monitoring.openshift.io/v1alpha1", "AlertingRule").State.ToString(), Is.EqualTo(state));

    [Test]
    public void Agents_of_the_upstream_group_are_nowhere_on_OpenShift()
    {
        Assert.That(Platform.OpenShift("4.18").Serving("monitoring.coreos.com/v1alpha1", "PrometheusAgent").State, Is.EqualTo(KindState.NotServed));
        Assert.That(Platform.Kubernetes("1.33").Serving("monitoring.coreos.com/v1alpha1", "PrometheusAgent"), Has.Property("State").EqualTo(KindState.WithOperator).And.Property("Provider").EqualTo("prometheus-operator"));
    }

    [Test]
    public void Kinds_of_the_observability_operator_need_it()
    {
        var without = Platform.OpenShift("4.18");
        var with = without with { ObservabilityOperator = new MinorVersion(1, 3) };
        Assert.That(without.Serving("monitoring.rhobs/v1alpha1", "PrometheusAgent").State, Is.EqualTo(KindState.WithOperator));
        Assert.That(with.Serves("monitoring.rhobs/v1alpha1", "PrometheusAgent"), Is.True);
        Assert.That(with.Serving("monitoring.rhobs/v1beta1", "AlertmanagerConfig").State, Is.EqualTo(KindState.Unknown));
    }

    [TestCase("1.25", "autoscaling/v2beta2", "HorizontalPodAutoscaler", nameof(KindState.Served))]
    [TestCase("1.26", "autoscaling/v2beta2", "HorizontalPodAutoscaler", nameof(KindState.NotServed))]
    [TestCase("1.25", "policy/v1beta1", "PodDisruptionBudget", nameof(KindState.NotServed))]
    [TestCase("1.29", "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", nameof(KindState.NotServed))]
    [TestCase("1.30", "admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", nameof(KindState.Served))]
    [TestCase("1.33", "v1", "ConfigMap", nameof(KindState.Served))]
    [TestCase("1.33", "route.openshift.io/v1", "Route", nameof(KindState.NotServed))]
    [TestCase("1.33", "example.com/v1", "Widget", nameof(KindState.Unknown))]
    public void Kubernetes_serves_by_release(string version, string apiVersion, string kind, string state) =>
        Assert.That(Platform.Kubernetes(version).Serving(apiVersion, kind).State.ToString(), Is.EqualTo(state));

    [Test]
    public void Built_in_kinds_on_OpenShift_follow_the_Kubernetes_release_below()
    {
        Assert.That(Platform.OpenShift("4.12").Serves("autoscaling/v2beta2", "HorizontalPodAutoscaler"), Is.True);
        Assert.That(Platform.OpenShift("4.13").Serves("autoscaling/v2beta2", "HorizontalPodAutoscaler"), Is.False);
    }

    [Test]
    public void Gateway_routes_by_TLS_are_not_among_what_OpenShift_brings()
    {
        Assert.That(Platform.OpenShift("4.19").Serves("gateway.networking.k8s.io/v1", "HTTPRoute"), Is.True);
        Assert.That(Platform.OpenShift("4.18").Serves("gateway.networking.k8s.io/v1", "HTTPRoute"), Is.False);
        Assert.That(Platform.OpenShift("4.19").Serves("gateway.networking.k8s.io/v1", "TLSRoute"), Is.False);
    }

    [TestCase("4.15", "Prometheus", "spec.scrapeClasses", false)]
    [TestCase("4.16", "Prometheus", "spec.scrapeClasses", true)]
    [TestCase("4.15", "Prometheus", "spec.scrapeClasses[].tlsConfig.caFile", false)]
    [TestCase("4.17", "PrometheusRule", "spec.groups[].query_offset", false)]
    [TestCase("4.18", "PrometheusRule", "spec.groups[].query_offset", true)]
    [TestCase("4.18", "PrometheusRule", "spec.groups[].labels", false)]
    [TestCase("4.19", "PrometheusRule", "spec.groups[].labels", true)]
    [TestCase("4.12", "PrometheusRule", "spec.groups[].rules[].expr", true)]
    [TestCase("4.17", "StatefulSet", "spec.template.spec.containers[].livenessProbe.grpc", true)]
    public void Fields_come_with_releases(string version, string kind, string field, bool there) =>
        Assert.That(Platform.OpenShift(version).HasField(kind == "StatefulSet" ? "apps/v1" : Coreos, kind, field), Is.EqualTo(there));

    [Test]
    public void Name_that_begins_like_a_new_field_is_another_field() =>
        Assert.That(Platform.OpenShift("4.12").HasField(Coreos, "Prometheus", "spec.scrapeClassesOfMine"), Is.True);

    [TestCase("1.28", "spec.initContainers[].restartPolicy", false)]
    [TestCase("1.29", "spec.initContainers[].restartPolicy", true)]
    [TestCase("1.28", "spec.template.spec.initContainers[].restartPolicy", false)]
    [TestCase("1.28", "spec.restartPolicy", true)]
    public void Fields_of_pods_count_at_any_depth_of_built_in_kinds(string version, string field, bool there) =>
        Assert.That(Platform.Kubernetes(version).HasField("v1", "Pod", field), Is.EqualTo(there));

    // The failing twins that the field facts name: such an object is adopted, then ignored, and nobody says a word.
    [TestCase("4.14", 1)]
    [TestCase("4.15", 1)]
    [TestCase("4.16", 0)]
    [TestCase("4.18", 0)]
    [TestCase("4.22", 0)]
    public void Prometheus_of_ours_beside_user_workload_monitoring_loses_its_operator(string version, int reconcilers)
    {
        var found = Platform.OpenShift(version).Reconcilers(Coreos, "Prometheus", "openshift-user-workload-monitoring", None, None);
        Assert.That(found, Has.Count.EqualTo(reconcilers));
        Assert.That(found.Select(row => row.Requires), Is.All.EqualTo("enableUserWorkload"));
    }

    [Test]
    public void Controller_id_makes_an_object_an_operators_own()
    {
        var annotations = new Dictionary<string, string> { [PlatformReconcilers.ControllerIdAnnotation] = "openshift-monitoring/prometheus-operator" };
        Assert.That(Platform.OpenShift("4.18").Reconcilers(Coreos, "Prometheus", "openshift-monitoring", None, annotations), Has.Count.EqualTo(1));
        Assert.That(Platform.OpenShift("4.14").Reconcilers(Coreos, "Prometheus", "openshift-monitoring", None, annotations), Is.Empty);
    }

    [Test]
    public void Namespace_of_ours_has_no_operator_of_cluster_monitoring() =>
        Assert.That(Platform.OpenShift("4.14").OperatorsWatching(Coreos, "Prometheus", "metrics"), Is.Empty);

    [Test]
    public void Observability_operator_takes_only_what_carries_its_label()
    {
        var platform = Platform.OpenShift("4.18") with { ObservabilityOperator = new MinorVersion(1, 3) };
        var managed = new Dictionary<string, string> { ["app.kubernetes.io/managed-by"] = "observability-operator" };
        Assert.That(platform.Reconcilers("monitoring.rhobs/v1alpha1", "PrometheusAgent", "metrics", None, None), Is.Empty);
        Assert.That(platform.Reconcilers("monitoring.rhobs/v1alpha1", "PrometheusAgent", "metrics", managed, None), Has.Count.EqualTo(1));
        Assert.That(platform.Reconcilers("monitoring.rhobs/v1alpha1", "MonitoringStack", "metrics", None, None), Has.Count.EqualTo(1));
        Assert.That(Platform.OpenShift("4.18").Reconcilers("monitoring.rhobs/v1alpha1", "PrometheusAgent", "metrics", managed, None), Is.Empty);
    }

    [Test]
    public void Operator_on_Kubernetes_is_the_one_that_users_install()
    {
        var found = Platform.Kubernetes("1.33").Reconcilers(Coreos, "Prometheus", "monitoring", None, None);
        Assert.That(found.Single().Requires, Is.EqualTo("prometheus-operator"));
    }

    [Test]
    public void Rule_in_a_namespace_of_the_platform_goes_to_the_platform() => Assert.That(
        Platform.OpenShift("4.18").Selecting("PrometheusRule", None, PlatformNamespace).Select(row => row.Kind + " " + row.Name),
        Is.EqualTo(["Prometheus k8s"]));

    [Test]
    public void Rule_of_a_user_goes_to_the_ruler_or_as_a_leaf_to_Prometheus()
    {
        var leaf = new Dictionary<string, string> { ["openshift.io/prometheus-rule-evaluation-scope"] = "leaf-prometheus" };
        var platform = Platform.OpenShift("4.18");
        Assert.That(platform.Selecting("PrometheusRule", None, None).Single().Kind, Is.EqualTo("ThanosRuler"));
        Assert.That(platform.Selecting("PrometheusRule", leaf, None).Single().Kind, Is.EqualTo("Prometheus"));
    }

    [Test]
    public void Object_can_opt_out_of_user_workload_monitoring_from_a_release_on()
    {
        var optedOut = new Dictionary<string, string> { ["openshift.io/user-monitoring"] = "false" };
        Assert.That(Platform.OpenShift("4.15").Selecting("ServiceMonitor", optedOut, None), Has.Count.EqualTo(1));
        Assert.That(Platform.OpenShift("4.16").Selecting("ServiceMonitor", optedOut, None), Is.Empty);
        Assert.That(Platform.OpenShift("4.15").Selecting("ServiceMonitor", None, optedOut), Is.Empty);
    }

    [Test]
    public void Monitor_of_one_profile_is_taken_only_under_it()
    {
        var minimal = new Dictionary<string, string> { ["monitoring.openshift.io/collection-profile"] = "minimal" };
        Assert.That(
            Platform.OpenShift("4.18").Selecting("ServiceMonitor", minimal, PlatformNamespace).Single().Requires,
            Is.EqualTo("collectionProfile=minimal"));
    }

    [TestCase("4.14", "prometheusK8s.remoteWrite[].sendExemplars", false)]
    [TestCase("4.15", "prometheusK8s.remoteWrite[].sendExemplars", true)]
    [TestCase("4.18", "prometheusK8s.remoteWrite[].messageVersion", false)]
    [TestCase("4.23", "prometheusK8s.remoteWrite[].messageVersion", true)]
    [TestCase("4.16", "prometheusK8s.remoteWrite[].queueConfig.sampleAgeLimit", false)]
    [TestCase("4.17", "prometheusK8s.remoteWrite[].queueConfig.sampleAgeLimit", true)]
    [TestCase("4.12", "enableUserWorkload", true)]
    public void Keys_of_the_ConfigMap_come_with_releases(string version, string key, bool available)
    {
        var found = Platform.OpenShift(version).ClusterMonitoringKey(key);
        Assert.That(found.IsKnown, Is.True);
        Assert.That(found.IsAvailable, Is.EqualTo(available));
    }

    [TestCase("prometheusK8s.scrapeInterval")]
    [TestCase("prometheusK8s.remoteWrite[].sendNativeHistograms")]
    [TestCase("prometheusK8s.remoteWrite[].roundRobinDNS")]
    public void Key_that_no_release_has_is_unknown(string key) => Assert.That(Platform.OpenShift("4.23").ClusterMonitoringKey(key).IsKnown, Is.False);

    [Test]
    public void Scrape_interval_of_user_workloads_came_with_4_18()
    {
        Assert.That(Platform.OpenShift("4.17").UserWorkloadMonitoringKey("prometheus.scrapeInterval").IsAvailable, Is.False);
        Assert.That(Platform.OpenShift("4.18").UserWorkloadMonitoringKey("prometheus.scrapeInterval").IsAvailable, Is.True);
    }

    [TestCase("4.16", nameof(Tolerance.Accepted), nameof(Tolerance.Accepted), nameof(Tolerance.Accepted))]
    [TestCase("4.17", nameof(Tolerance.Warned), nameof(Tolerance.Accepted), nameof(Tolerance.Accepted))]
    [TestCase("4.18", nameof(Tolerance.Rejected), nameof(Tolerance.Warned), nameof(Tolerance.Accepted))]
    [TestCase("4.19", nameof(Tolerance.Rejected), nameof(Tolerance.Rejected), nameof(Tolerance.Warned))]
    [TestCase("4.20", nameof(Tolerance.Rejected), nameof(Tolerance.Rejected), nameof(Tolerance.Rejected))]
    public void Cluster_monitoring_grows_stricter(string version, string unknownKeys, string otherCase, string reservedLabels)
    {
        var platform = Platform.OpenShift(version);
        Assert.That(platform.UnknownConfigurationKeys.ToString(), Is.EqualTo(unknownKeys));
        Assert.That(platform.OtherCaseConfigurationKeys.ToString(), Is.EqualTo(otherCase));
        Assert.That(platform.ReservedExternalLabelsTolerance.ToString(), Is.EqualTo(reservedLabels));
    }

    [TestCase("4.15", "ClusterRole/cluster-monitoring-view")]
    [TestCase("4.16", "openshift-monitoring/Role/cluster-monitoring-metrics-api")]
    public void Reader_of_the_platform_needs_a_role_by_release(string version, string role) =>
        Assert.That(Platform.OpenShift(version).ReadAccessTo("prometheus-k8s.openshift-monitoring.svc:9091")!.Role, Is.EqualTo(role));

    [TestCase("4.18", false)]
    [TestCase("4.19", true)]
    public void Record_that_dashboards_trip_over_came_with_4_19(string version, bool there) => Assert.That(
        Platform.OpenShift(version).ShipsRecord("node_namespace_pod_container:container_cpu_usage_seconds_total:sum_rate5m"),
        Is.EqualTo(there));

    [Test]
    public void Hosted_control_plane_records_nothing_about_itself()
    {
        var platform = Platform.OpenShift("4.18");
        var hosted = platform with { HostedControlPlane = true };
        const string record = "cluster_quantile:apiserver_request_duration_seconds:histogram_quantile";
        Assert.That(platform.ShipsRecord(record), Is.True);
        Assert.That(hosted.ShipsRecord(record), Is.False);
        Assert.That(hosted.ShipsRecord("cluster:capacity_cpu_cores:sum"), Is.True);
    }

    [Test]
    public void Kubernetes_ships_no_rules()
    {
        Assert.That(Platform.Kubernetes("1.33").ShippedRecords(), Is.Empty);
        Assert.That(Platform.Kubernetes("1.33").RuleHomes(), Is.Empty);
    }

    [Test]
    public void Record_over_platform_metrics_that_is_sent_to_the_hub_has_one_supported_home() => Assert.That(
        Platform.OpenShift("4.18").RuleHomes().Where(home => home is { IsSupported: true, RemoteWrites: true, WritesRecords: true, Sees: not "own-namespace" }).Select(home => home.Name),
        Is.EqualTo(["observability-operator-stack"]));

    [Test]
    public void Scrape_intervals_are_those_that_rate_windows_must_respect()
    {
        var platform = Platform.OpenShift("4.18");
        Assert.That(platform.ScrapesOf("openshift-monitoring/node-exporter").Select(scrape => scrape.Interval), Is.All.EqualTo("15s").And.Not.Empty);
        Assert.That(platform.ScrapesOf("openshift-monitoring/kube-state-metrics").Select(scrape => scrape.Interval), Does.Contain("1m"));
        Assert.That(platform.ScrapesOf("openshift-monitoring/openshift-state-metrics").Select(scrape => scrape.Interval), Does.Contain("2m"));
    }

    [TestCase("4.12", 2)]
    [TestCase("4.18", 10)]
    [TestCase("4.22", 11)]
    public void Network_devices_are_left_out_by_release(string version, int patterns) =>
        Assert.That(Platform.OpenShift(version).DeniedBy("node-exporter").Count(), Is.EqualTo(patterns));
}
