using Belvedere.Binding;
using Belvedere.Kubernetes;
using Belvedere.PromQL;

namespace Belvedere.Lowering.Rules;

/// <summary>What local rules read and write.</summary>
static class RuleReading
{
    /// <summary>The metrics that recording rules of these write.</summary>
    public static IEnumerable<string> Written(IEnumerable<BoundRules> rules) =>
        from source in rules
        from rule in All(source)
        where rule.Record is not null
        select rule.Record;

    /// <summary>The metrics that these read: names, and the patterns of selectors without a name as <c>*</c> patterns where they are so simple.</summary>
    public static IEnumerable<string> Read(BoundRules rules) => All(rules).SelectMany(rule => Read(rule.Expr?.ToString() ?? ""));

    /// <summary>The metrics that an expression reads; nothing where the text is no expression, which is told elsewhere.</summary>
    public static IEnumerable<string> Read(string expression)
    {
        if (PromParser.Parse(expression) is not { HasErrors: false, Expression: { } tree })
            yield break;

        foreach (var use in ExpressionAnalysis.Of(tree).Selectors)
            if (use.Metric is { } name)
                yield return name;
            else if (use.MetricPattern is { } pattern)
                foreach (var alternative in pattern.Split('|'))
                    yield return alternative.Replace(".*", "*", StringComparison.Ordinal).Replace(".+", "*", StringComparison.Ordinal);
    }

    static IEnumerable<PrometheusRuleItem> All(BoundRules rules) => (RuleLowering.Spec(rules).Groups ?? []).SelectMany(group => group.Rules ?? []);
}
