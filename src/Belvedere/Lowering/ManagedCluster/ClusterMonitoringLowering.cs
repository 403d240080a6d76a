using System.Text;
using Belvedere.Binding;
using Belvedere.Documents;
using Belvedere.Documents.Yaml;
using Belvedere.Knowledge.Platforms;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Rules;
using OpenShift = Belvedere.Kubernetes.OpenShift;

namespace Belvedere.Lowering.ManagedCluster;

/// <summary>
/// OpenShift's own monitoring, by its two ConfigMaps: whole and owned, what was there before and what sends to the hub. What is
/// a cluster's own is in their text too, so an overlay replaces the text.
/// </summary>
sealed class ClusterMonitoringLowering : CollectorLowering
{
    const string PlatformNamespace = "openshift-monitoring";
    const string UserWorkloadNamespace = "openshift-user-workload-monitoring";
    const string Key = "config.yaml";

    // The platform sets this on every series before our own steps, and drops it after them.
    const string RunTimeIdentity = "__tmp_openshift_cluster_id__";

    static readonly MinorVersion FirstWithoutEnforcement = new(4, 18);

    public override IEnumerable<KubernetesObject> Objects(Collector collector) =>
        [.. OwnRules(collector) ? [collector.OwnNamespace] : Array.Empty<KubernetesObject>(), .. Maps(collector, LabelSet.Empty)];

    public override IEnumerable<string> WritingNamespaces(Collector collector) =>
    [
        .. Settings(collector).Platform ? [PlatformNamespace] : Array.Empty<string>(),
        .. Settings(collector).UserWorkloads ? [UserWorkloadNamespace] : Array.Empty<string>(),
    ];

    public override IEnumerable<KubernetesObject> Rules(Collector collector, BoundRules rules)
    {
        // Alerts may look at the platform's metrics; records are taken from users in namespaces of their own only.
        if (RuleLowering.GroupsWith(rules, rule => rule.Alert is not null) is { Count: > 0 } alerts)
            yield return new OpenShift.AlertingRule { Metadata = RuleLowering.Metadata(collector, rules, PlatformNamespace), Spec = new() { Groups = [.. alerts.Select(Alerts)] } };
        if (RuleLowering.GroupsWith(rules, rule => rule.Record is not null) is { Count: > 0 } records)
            yield return new PrometheusRule { Metadata = Leaf(RuleLowering.Metadata(collector, rules, collector.Namespace)), Spec = new() { Groups = records } };
    }

    // The settings are one text, which holds the labels.
    public override Func<LabelSet, IReadOnlyList<ObjectPatch>> Identity(Collector collector) => Settings(collector).Identity == WriteIdentity.RunTime
        ? _ => []
        : labels => [.. Maps(collector, labels).Select(map => ObjectPatch.Of(map, new PatchOperation("replace", $"/data/{Key}", ScalarNode.String(map.Data![Key]))))];

    static BoundClusterMonitoring Settings(Collector collector) => (BoundClusterMonitoring)collector.Profile.OpenShift;

    static bool OwnRules(Collector collector) => collector.Rules.Any(rules => RuleLowering.GroupsWith(rules, rule => rule.Record is not null).Count > 0);

    static IEnumerable<ConfigMap> Maps(Collector collector, LabelSet identity)
    {
        var settings = Settings(collector);
        if (settings.EmitsClusterMap)
            yield return Map(collector, PlatformConfiguration.ClusterMap, PlatformNamespace, ClusterSettings(collector, settings, identity));
        if (settings.UserWorkloads)
            yield return Map(collector, PlatformConfiguration.UserWorkloadMap, UserWorkloadNamespace, UserWorkloadSettings(collector, settings, identity));
    }

    static ConfigMap Map(Collector collector, string name, string @namespace, MapNode settings) => new()
    {
        Metadata = new() { Name = name, Namespace = @namespace, Labels = Labels.Of(collector.Topology.Name) },
        Data = new() { [Key] = Encoding.UTF8.GetString(YamlWriter.ToUtf8(settings)) },
    };

    static MapNode ClusterSettings(Collector collector, BoundClusterMonitoring settings, LabelSet identity)
    {
        var map = settings.Cluster ?? MapNode.Empty;
        if (settings.UserWorkloads)
            map = map.With("enableUserWorkload", ScalarNode.Boolean(true));
        return settings.Platform ? map.With("prometheusK8s", Instance(collector, map["prometheusK8s"], identity)) : map;
    }

    static MapNode UserWorkloadSettings(Collector collector, BoundClusterMonitoring settings, LabelSet identity)
    {
        var map = settings.UserWorkload ?? MapNode.Empty;
        var instance = Instance(collector, map["prometheus"], identity);
        var line = collector.Base.OpenShift!.Value;
        if (collector.Profile.Authored.ScrapeInterval is { } interval && line >= FirstWithoutEnforcement)
            instance = instance.With("scrapeInterval", ScalarNode.String(interval.ToString()));
        map = map.With("prometheus", instance);

        // Rules of other namespaces see only their own; ours record over all user workloads.
        return OwnRules(collector) && line >= FirstWithoutEnforcement
            ? map.With("namespacesWithoutLabelEnforcement", With(map["namespacesWithoutLabelEnforcement"], collector.Namespace))
            : map;
    }

    // What the profile says of the Prometheus counts; of what it does not say, the platform's own values stay.
    static MapNode Instance(Collector collector, Node? before, LabelSet identity)
    {
        var said = collector.Profile.Authored;
        var map = before as MapNode ?? MapNode.Empty;
        if (said.Retention is { } retention)
            map = map.With("retention", ScalarNode.String(retention.ToString()));
        if (said.Resources is { } resources)
            map = map.With("resources", Workloads.WorkloadLowering.Requirements(resources).ToNode());
        if (PrometheusLowering.Storage(collector.Profile)?.VolumeClaimTemplate is { } claim)
            map = map.With("volumeClaimTemplate", claim.ToNode());
        return RemoteWriteLowering.Lower(collector, [.. IdentitySteps(identity)]) is { } writes
            ? map.With("remoteWrite", new ListNode([.. Others(map["remoteWrite"]), .. writes.Select(write => write.ToNode())]))
            : map;
    }

    static IEnumerable<Node> Others(Node? entries) =>
        (entries as ListNode ?? ListNode.Empty).Where(entry => !RemoteWriteLowering.IsOurs((entry.At("name") as ScalarNode)?.Text));

    // External labels of these names are refused from 4.20 on; steps on the way are taken by every release.
    static IEnumerable<RelabelConfig> IdentitySteps(LabelSet identity) =>
    [
        new() { SourceLabels = [RunTimeIdentity], TargetLabel = "cluster_id", Action = "replace" },
        .. RemoteWriteLowering.Set(identity),
        RemoteWriteLowering.Lower(Relabeling.DropLabels("prometheus")),
    ];

    static ListNode With(Node? list, string item) =>
        ListNode.Of((list as ListNode ?? ListNode.Empty).OfType<ScalarNode>().Select(known => known.Text).Append(item).Distinct().Order(StringComparer.Ordinal));

    static ObjectMeta Leaf(ObjectMeta metadata) => metadata with { Labels = metadata.Labels!.With("openshift.io/prometheus-rule-evaluation-scope", "leaf-prometheus") };

    static OpenShift.AlertingRuleGroup Alerts(PrometheusRuleGroup group) => new()
    {
        Name = group.Name,
        Interval = group.Interval,
        Rules = [.. group.Rules!.Select(rule => new OpenShift.AlertingRuleGroupRule { Alert = rule.Alert, Expr = rule.Expr, For = rule.For, Labels = rule.Labels, Annotations = rule.Annotations })],
    };
}
