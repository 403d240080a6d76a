using Belvedere.Diagnostics;
using Belvedere.Kubernetes;
using Belvedere.Testing;
using Belvedere.Tests.Compilation;

namespace Belvedere.Tests.ManagedClusters;

/// <summary>What a platform would ignore or do twice is told; each pair differs in the one thing that is wrong.</summary>
public class CollectorCheckTests
{
    static readonly Profile Standard = new("standard") { Collection = Collection.RemoteWrite(Spokes.Names) };

    static readonly ClusterMonitoringConfig Owned = new() { AcknowledgeReplace = true };

    static IReadOnlyList<Diagnostic> Told(MonitoringTopology topology, string? folder = null) => Compiled.From(topology, folder).Diagnostics;

    static void Differ(string code, MonitoringTopology wrong, MonitoringTopology right, params string[] says)
    {
        var told = Told(wrong);
        Assert.That(told.Select(found => found.Descriptor.Code), Has.Some.EqualTo(code), () => string.Join("\n", told));
        var message = told.First(found => found.Descriptor.Code == code).Message;
        Assert.Multiple(() =>
        {
            foreach (var part in says)
                Assert.That(message, Does.Contain(part));
            Assert.That(Told(right).Select(found => found.Descriptor.Code), Has.None.EqualTo(code));
        });
    }

    static MonitoringTopology With(Platform platform, Profile profile, params RuleSource[] rules) => Spokes.Of(platform, profile, rules);

    static MonitoringTopology WithObject(Platform platform, KubernetesObject made) => Spokes.Of(platform, Standard) with { Objects = [Also.OnClusters(Standard, made)] };

    [Test]
    public void ConfigMap_that_was_not_imported_is_not_replaced() => Differ(
        "BLV1083",
        With(Platform.OpenShift("4.18"), Standard with { OpenShift = Owned with { AcknowledgeReplace = null } }),
        With(Platform.OpenShift("4.18"), Standard with { OpenShift = Owned }),
        "cluster-monitoring-config",
        "AcknowledgeReplace");

    [Test]
    public void ConfigMap_of_a_managed_service_is_left_alone() => Differ(
        "BLV1084",
        With(Platform.Rosa("4.18"), Standard with { OpenShift = Owned }),
        With(Platform.Rosa("4.18"), Standard with { OpenShift = Owned with { Platform = false } }),
        "ROSA 4.18",
        "ObservabilityOperator");

    [TestCase("4.18", "BLV1085")]
    [TestCase("4.16", "BLV1086")]
    public void Imported_key_of_a_later_release_is_told(string release, string code)
    {
        using var project = new TemporaryFolder();
        MonitoringTopology Importing(string settings)
        {
            project.Write("cmo.yaml", $"kind: ConfigMap\nmetadata: {{name: cluster-monitoring-config}}\ndata:\n  config.yaml: |\n    {settings}\n");
            return With(Platform.OpenShift(release), Standard with { OpenShift = Owned with { Imported = "cmo.yaml" } });
        }

        var wrong = Told(Importing("prometheusK8s: {remoteWrite: [{url: 'https://a.example.com', messageVersion: V2.0}]}"), project.Root);
        Assert.That(wrong.Select(found => found.Descriptor.Code), Is.EqualTo(new[] { code }), () => string.Join("\n", wrong));
        Assert.That(wrong[0].Message, Does.Contain("prometheusK8s.remoteWrite[].messageVersion").And.Contain("from 4.23"));
        Assert.That(Told(Importing("prometheusK8s: {remoteWrite: [{url: 'https://a.example.com', remoteTimeout: 10s}]}"), project.Root), Is.Empty);
    }

    [TestCase("4.18", null)]
    [TestCase("4.19", "BLV1086")]
    [TestCase("4.20", "BLV1085")]
    public void Imported_external_label_of_the_platforms_own_is_told_where_it_is_refused(string release, string? code)
    {
        using var project = new TemporaryFolder();
        project.Write("cmo.yaml", "kind: ConfigMap\nmetadata: {name: cluster-monitoring-config}\ndata:\n  config.yaml: |\n    prometheusK8s: {externalLabels: {cluster: north}}\n");
        var told = Told(With(Platform.OpenShift(release), Standard with { OpenShift = Owned with { Imported = "cmo.yaml" } }), project.Root);
        Assert.That(told.Select(found => found.Descriptor.Code), Is.EqualTo(code is null ? [] : new[] { code }), () => string.Join("\n", told));
    }

    [Test]
    public void Everything_is_not_federated() => Differ(
        "BLV1087",
        With(Platform.OpenShift("4.18"), Standard with { Collection = Collection.RemoteWrite() }),
        With(Platform.OpenShift("4.18"), Standard),
        "Ship.Metrics");

    [Test]
    public void Prometheus_among_the_platforms_own_is_warned_of() => Differ(
        "BLV1088",
        With(Platform.OpenShift("4.14"), Standard with { OpenShift = new UnsupportedDedicatedPrometheus() }),
        With(Platform.OpenShift("4.14"), Standard),
        "not supported on OpenShift 4.14");

    [Test]
    public void Prometheus_among_the_platforms_own_has_no_operator_from_4_16_on() => Differ(
        "BLV6041",
        With(Platform.OpenShift("4.16"), Standard with { OpenShift = new UnsupportedDedicatedPrometheus() }),
        With(Platform.OpenShift("4.15"), Standard with { OpenShift = new UnsupportedDedicatedPrometheus() }),
        "no operator on OpenShift 4.16");

    [Test]
    public void Override_that_needs_other_objects_is_refused()
    {
        MonitoringTopology Overriding(Func<Profile, Profile> change)
        {
            var topology = With(Platform.Kubernetes("1.33"), Standard);
            return topology with { Clusters = topology.Clusters.Override("north", cluster => cluster with { Override = change }) };
        }

        Differ("BLV1089", Overriding(profile => profile with { Namespace = "other" }), Overriding(profile => profile with { Retention = 3.Days }), "profile of its own");
        Differ("BLV1089", Overriding(profile => profile with { Rules = [Spokes.Alerts] }), Overriding(profile => profile with { Replicas = 2 }), "the rules");
    }

    [Test]
    public void Setting_without_effect_is_told() => Differ(
        "BLV1090",
        With(Platform.OpenShift("4.16"), Standard with { OpenShift = Owned, ScrapeInterval = 30.Seconds }),
        With(Platform.OpenShift("4.18"), Standard with { OpenShift = Owned, ScrapeInterval = 30.Seconds }),
        "ScrapeInterval",
        "OpenShift 4.16");

    [Test]
    public void Rules_on_an_agent_have_no_home() => Differ(
        "BLV5001",
        With(Platform.Kubernetes("1.33"), Standard with { Collector = CollectorKind.Agent }, Spokes.Records),
        With(Platform.Kubernetes("1.33"), Standard with { Collector = CollectorKind.Agent, Rules = [] }, Spokes.Records),
        "evaluates no rules");

    [Test]
    public void Record_over_platform_metrics_has_no_home_in_cluster_monitoring() => Differ(
        "BLV5001",
        With(Platform.OpenShift("4.18"), Standard with { OpenShift = Owned }, Spokes.Records),
        With(Platform.OpenShift("4.18"), Standard with { OpenShift = Owned }, Spokes.Alerts),
        "cluster:node_cpu:ratio",
        "ObservabilityOperator");

    [Test]
    public void ScrapeConfig_of_the_upstream_group_is_not_served_on_OpenShift() => Differ(
        "BLV6040",
        WithObject(Platform.OpenShift("4.18"), new ScrapeConfig { Metadata = new() { Name = "probe", Namespace = "belvedere-metrics" }, Spec = new() }),
        WithObject(Platform.OpenShift("4.18"), new Kubernetes.Rhobs.ScrapeConfig { Metadata = Collected("probe"), Spec = new() }),
        "monitoring.coreos.com/v1alpha1 ScrapeConfig");

    [TestCase("4.14")]
    [TestCase("4.18")]
    public void Prometheus_in_a_namespace_without_an_operator_is_told(string release) => Differ(
        "BLV6041",
        WithObject(Platform.OpenShift(release), new Prometheus { Metadata = new() { Name = "own", Namespace = "belvedere-metrics" }, Spec = new() }),
        WithObject(Platform.OpenShift(release), new Kubernetes.Rhobs.Prometheus { Metadata = Managed("own", "observability-operator"), Spec = new() }),
        "no operator");

    [Test]
    public void Prometheus_without_the_operators_label_is_told() => Differ(
        "BLV6041",
        WithObject(Platform.OpenShift("4.18"), new Kubernetes.Rhobs.Prometheus { Metadata = Managed("own", "us"), Spec = new() }),
        WithObject(Platform.OpenShift("4.18"), new Kubernetes.Rhobs.Prometheus { Metadata = Managed("own", "observability-operator"), Spec = new() }),
        "app.kubernetes.io/managed-by");

    [Test]
    public void Rule_in_the_platforms_namespace_is_taken_by_the_platform_alone()
    {
        // With our own Prometheus selecting there too, every alert of the rule would come twice.
        Profile dedicated = new("standard") { Collection = Collection.RemoteWrite(Spokes.Names), OpenShift = new UnsupportedDedicatedPrometheus() };
        MonitoringTopology Selecting(LabelSelector namespaces) => With(Platform.OpenShift("4.14"), dedicated) with
        {
            Objects = [Also.OnClusters(dedicated, new PrometheusRule { Metadata = new() { Name = "mine", Namespace = "openshift-user-workload-monitoring", Labels = new() { ["belvedere.dev/rules"] = "spokes" } }, Spec = new() })],
            Adjustments = [Adjust.Clusters<Prometheus>(dedicated, "spokes", made => made with { Spec = made.Spec! with { RuleNamespaceSelector = namespaces } })],
        };
        Differ("BLV6042", Selecting(new()), Selecting(new() { MatchLabels = new() { ["kubernetes.io/metadata.name"] = "belvedere-metrics" } }), "by Prometheus 'spokes' and by", "2 times");
    }

    [Test]
    public void Monitor_that_nothing_selects_is_told() => Differ(
        "BLV6042",
        Labelled("gold"),
        Labelled("silver"),
        "selected by no Prometheus");

    [Test]
    public void Overlay_with_many_operations_is_told()
    {
        MonitoringTopology Overriding(Func<Profile, Profile> change)
        {
            var topology = With(Platform.Kubernetes("1.33"), Standard);
            return topology with { Clusters = topology.Clusters.Override("north", cluster => cluster with { Override = change }) };
        }

        static RemoteWrite Slow(RemoteWrite write) => write with { Queue = new() { MaxShards = 9, Capacity = 90_000, MaxSamplesPerSend = 9_000, MinBackoff = 9.Seconds, MaxBackoff = 9.Minutes } };
        Profile Changed(Profile profile) => profile with { Retention = 3.Days, Replicas = 2, Volume = 10.GiB, ScrapeInterval = 15.Seconds, Collection = Slow((RemoteWrite)profile.Collection!) };

        // The queue and the rest of remoteWrite are one list, which is one operation; resources and labels bring the rest.
        Differ(
            "BLV6043",
            Overriding(profile => Changed(profile) with { Resources = new() { Cpu = 2.Cores, Memory = 4.GiB, MemoryLimit = 8.GiB, CpuLimit = 4.Cores }, MonitorLabels = new() { ["team"] = "a" } }),
            Overriding(Changed));
    }

    static MonitoringTopology Labelled(string team)
    {
        Profile own = new("standard") { Collection = Collection.RemoteWrite(Spokes.Names), MonitorLabels = new() { ["team"] = "silver" } };
        return With(Platform.Kubernetes("1.33"), own) with
        {
            Objects = [Also.OnClusters(own, new ServiceMonitor { Metadata = new() { Name = "app", Namespace = "app", Labels = new() { ["team"] = team } }, Spec = new() { Selector = new(), Endpoints = [] } })],
        };
    }

    static ObjectMeta Managed(string name, string by) => new() { Name = name, Namespace = "belvedere-metrics", Labels = new() { ["app.kubernetes.io/managed-by"] = by } };

    static ObjectMeta Collected(string name) => new() { Name = name, Namespace = "belvedere-metrics", Labels = new() { ["belvedere.dev/collector"] = "spokes" } };
}
