using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.Hub;

namespace Belvedere.Lowering.Rules;

/// <summary>
/// Rules of the hub → ConfigMaps for the Ruler, PrometheusRules for what observes the hub. Each carries what makes exactly one
/// evaluator take it.
/// </summary>
static class HubRuleLowering
{
    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundHub hub)
    {
        foreach (var rules in OfRuler(topology))
            yield return new Manifest(
                new ConfigMap
                {
                    Metadata = new() { Name = ConfigMapOf(rules), Namespace = hub.Namespace, Labels = Labels.Of(topology.Name) },
                    Data = new() { [$"{rules.Name}.yaml"] = Text.Yaml(RuleLowering.Spec(rules).ToNode()) },
                },
                HubTarget.Rules,
                OriginOf(rules));
        foreach (var rules in topology.Rules.Where(rules => rules.Source.Placement is Placement.HubHealth))
            yield return new Manifest(SelfMonitoringLowering.Selected(HealthRule(topology, hub, rules), hub), HubTarget.Rules, OriginOf(rules));
    }

    /// <summary>The ConfigMaps that a hub's Ruler reads.</summary>
    public static IReadOnlyList<string> ConfigMaps(BoundTopology topology, BoundHub hub) => [.. OfRuler(topology).Select(ConfigMapOf), .. InventoryRuleLowering.ConfigMaps(topology, hub)];

    static IEnumerable<BoundRules> OfRuler(BoundTopology topology) => topology.Rules.Where(rules => rules.Source.Placement is Placement.Hub);

    static string ConfigMapOf(BoundRules rules) => $"rules-{rules.Name}";

    static PrometheusRule HealthRule(BoundTopology topology, BoundHub hub, BoundRules rules)
    {
        var labels = Labels.Of(topology.Name);
        // Beside the Prometheus of user workloads stands a ruler that would ask the whole platform; this label leaves it out.
        if (hub.SelfMonitoring is BoundUserWorkloadMonitoring)
            labels = labels.With("openshift.io/prometheus-rule-evaluation-scope", "leaf-prometheus");
        return new()
        {
            Metadata = new() { Name = rules.Name, Namespace = hub.Namespace, Labels = [.. labels, .. SelfMonitoringLowering.SelectionLabels(topology, hub)] },
            Spec = RuleLowering.Spec(rules),
        };
    }

    static Origin OriginOf(BoundRules rules) => new(rules.Source.Designation, rules.Location);
}
