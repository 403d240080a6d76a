using Belvedere.Binding;
using Belvedere.Checks.Topology;
using Belvedere.Diagnostics;
using Belvedere.Lowering.Rules;

namespace Belvedere.Checks.Flow;

/// <summary>Every local rule is evaluated by something that sees what it reads.</summary>
sealed class LocalRuleHomeCheck : Check<BoundTopology>
{
    static readonly MinorVersion FirstWithoutEnforcement = new(4, 18);

    // What only the platform's Prometheus has, by the exporters that make it. A rule of a user's namespace never sees it.
    static readonly string[] PlatformFamilies = ["node_", "kube_", "kubelet_", "container_", "apiserver_", "etcd_", "cluster:", "instance:", "namespace:", "node:", "cluster_"];

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV5001", "A local rule has no home", DiagnosticSeverity.Error)
    {
        Sources = ["Prometheus agent mode", "cluster-monitoring-operator: rules of users see metrics of users"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) =>
        from shape in subject.Collecting
        where !shape.IsOverridden
        let at = EffectiveProfile.ElementOf(subject, shape)
        from rules in shape.Base.Profile.Rules
        where rules.IsLocal
        let problem = Problem(shape, rules)
        where problem is not null
        select Descriptor.At(
            rules.Location,
            $"{rules.Source.Designation} is evaluated on the clusters of {at.Designation}, and on {shape.Platform} {problem}. Leave the rules out of that profile with Profile.Rules, or collect with ObservabilityOperator or Prometheus there.")
            with { Element = rules.Source.Designation };

    static string? Problem(ClusterShape shape, BoundRules rules)
    {
        if (!shape.Base.Collector.EvaluatesRules())
            return "an agent collects, which evaluates no rules";
        if (shape.Base.Collector is not CollectorShape.ClusterMonitoring || RuleLowering.GroupsWith(rules, rule => rule.Record is not null) is not { Count: > 0 } records)
            return null;

        var read = records.SelectMany(group => group.Rules!).SelectMany(rule => RuleReading.Read(rule.Expr?.ToString() ?? "")).ToList();
        if (shape.Platform.Version < FirstWithoutEnforcement)
            return read is [] ? null : $"its recording rules would read '{read[0]}', of which a rule of a user sees nothing outside its own namespace before 4.18";
        return read.Find(IsOfPlatform) is { } metric
            ? $"its recording rules would read '{metric}', which only the platform's Prometheus has; that one takes no recording rules of users"
            : null;
    }

    static bool IsOfPlatform(string metric) => PlatformFamilies.Any(family => metric.StartsWith(family, StringComparison.Ordinal));
}
