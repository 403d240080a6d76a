using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.Lowering.ManagedCluster;

namespace Belvedere.Lowering.Rules;

/// <summary>Rules → the groups that every kind of rule object has in common.</summary>
static class RuleLowering
{
    /// <summary>Name and labels of an object with rules, among them the label by which our own collector selects it.</summary>
    public static ObjectMeta Metadata(Collector collector, BoundRules rules, string @namespace) => new()
    {
        Name = rules.Name,
        Namespace = @namespace,
        Labels = Labels.Of(collector.Topology.Name).With(Collector.RulesLabel, collector.Name),
    };

    /// <summary>All groups.</summary>
    public static PrometheusRuleSpec Spec(BoundRules rules) => rules switch
    {
        WrittenRules written => new() { Groups = [Group(written.Group, written.Runbooks)] },
        ReadRules read => ManifestNode.FromNode<PrometheusRuleSpec>(read.Spec),
        _ => throw new InvalidOperationException($"{rules.GetType().Name} is no kind of rules."),
    };

    /// <summary>The groups with those of their rules that fit; groups that are left without any are left out.</summary>
    public static IReadOnlyList<PrometheusRuleGroup> GroupsWith(BoundRules rules, Func<PrometheusRuleItem, bool> fits) =>
    [
        .. (Spec(rules).Groups ?? [])
            .Select(group => group with { Rules = [.. (group.Rules ?? []).Where(fits)] })
            .Where(group => group.Rules is { Count: > 0 }),
    ];

    static PrometheusRuleGroup Group(RuleGroup group, string? runbooks) => new()
    {
        Name = group.Name,
        Interval = group.Interval?.ToString(),
        Limit = group.Limit,
        Rules = [.. group.Rules.Select(rule => Rule(rule, runbooks))],
    };

    static PrometheusRuleItem Rule(Rule rule, string? runbooks) => rule switch
    {
        AlertingRule alert => new()
        {
            Alert = alert.Name,
            Expr = Expression(alert),
            For = alert.For?.ToString(),
            KeepFiringFor = alert.KeepFiringFor?.ToString(),
            Labels = Map(alert.Severity is { } severity ? LabelSet.From([new("severity", Text(severity)), .. alert.Labels]) : alert.Labels),
            Annotations = Map(Annotations(alert, runbooks)),
        },
        _ => new() { Record = rule.Name, Expr = Expression(rule), Labels = Map(rule.Labels) },
    };

    static LabelSet Annotations(AlertingRule alert, string? runbooks)
    {
        (string Name, string? Text)[] known = [("summary", alert.Summary), ("description", alert.Description), ("runbook_url", Runbook(alert, runbooks))];
        return LabelSet.From([.. from entry in known where entry.Text is not null select new KeyValuePair<string, string>(entry.Name, entry.Text), .. alert.Annotations]);
    }

    static string? Runbook(AlertingRule alert, string? runbooks) => alert.Runbook is { } page && runbooks is { } start && !page.Contains("://", StringComparison.Ordinal)
        ? $"{start.TrimEnd('/')}/{page}"
        : alert.Runbook;

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
