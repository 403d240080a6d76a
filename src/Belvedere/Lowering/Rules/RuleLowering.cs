using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.ManagedCluster;

namespace Belvedere.Lowering.Rules;

/// <summary>Rules → PrometheusRules, with the label by which the Prometheus of the same base selects them.</summary>
static class RuleLowering
{
    public static IEnumerable<Manifest> Lower(BoundTopology topology, BoundProfile profile) =>
        topology.Rules.Select(rules => new Manifest(Lower(topology, profile, rules), new BaseTarget(profile), new Origin(rules.Source.Designation, rules.Location)));

    static PrometheusRule Lower(BoundTopology topology, BoundProfile profile, BoundRules rules) => new()
    {
        Metadata = new()
        {
            Name = rules.Name,
            Namespace = profile.Namespace,
            Labels = Labels.Of(topology.Name).With(PrometheusLowering.RulesLabel, topology.Name),
        },
        Spec = rules switch
        {
            WrittenRules written => new() { Groups = [Group(written.Group)] },
            ReadRules read => ManifestNode.FromNode<PrometheusRuleSpec>(read.Spec),
            _ => throw new InvalidOperationException($"{rules.GetType().Name} is no kind of rules."),
        },
    };

    static PrometheusRuleGroup Group(RuleGroup group) => new()
    {
        Name = group.Name,
        Interval = group.Interval?.ToString(),
        Limit = group.Limit,
        Rules = [.. group.Rules.Select(Rule)],
    };

    static PrometheusRuleItem Rule(Rule rule) => rule switch
    {
        AlertingRule alert => new()
        {
            Alert = alert.Name,
            Expr = Expression(alert),
            For = alert.For?.ToString(),
            KeepFiringFor = alert.KeepFiringFor?.ToString(),
            Labels = Map(alert.Severity is { } severity ? LabelSet.From([new("severity", Text(severity)), .. alert.Labels]) : alert.Labels),
            Annotations = Map(Annotations(alert)),
        },
        _ => new() { Record = rule.Name, Expr = Expression(rule), Labels = Map(rule.Labels) },
    };

    static LabelSet Annotations(AlertingRule alert)
    {
        (string Name, string? Text)[] known = [("summary", alert.Summary), ("description", alert.Description), ("runbook_url", alert.Runbook)];
        return LabelSet.From([.. from entry in known where entry.Text is not null select new KeyValuePair<string, string>(entry.Name, entry.Text), .. alert.Annotations]);
    }

    // A raw literal of C# often ends in a line break that means nothing.
    static string Expression(Rule rule) => rule.Expression.Text.Trim();

    static string Text(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        _ => "critical",
    };

    static Map<string>? Map(LabelSet labels) => labels.Count == 0 ? null : [.. labels];
}
