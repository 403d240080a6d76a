using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Knowledge.Platforms;
using Belvedere.PromQL;

namespace Belvedere.Checks.Expressions;

/// <summary>Whoever evaluates a rule takes its expression: each version of Prometheus that the clusters run, or Thanos.</summary>
sealed class RuleExpressionCheck : Check<BoundTopology>
{
    // What is found has the codes of PromQL.
    public override DiagnosticDescriptor? Descriptor => null;

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject) => subject.Rules.SelectMany(rules =>
    {
        var dialects = Evaluators(subject, rules);
        return RuleExpression.Of(rules).SelectMany(expression => Findings(expression, dialects));
    });

    // One mistake is one finding, by the first of those who mind it.
    static IEnumerable<Diagnostic> Findings(RuleExpression expression, IReadOnlyList<Dialect> dialects) => dialects
        .SelectMany(dialect => expression.Parse(dialect).Select(finding => (Dialect: dialect, Finding: finding)))
        .DistinctBy(found => (found.Finding.Id, found.Finding.Span))
        .Select(found => expression.Report(DescriptorOf(found.Finding.Descriptor), Message(expression, found.Dialect, found.Finding), found.Finding.Span));

    static string Message(RuleExpression expression, Dialect dialect, PromDiagnostic finding) => finding.IsError
        ? $"The expression of {expression.Designation} is one that {dialect.Product} {dialect.ProductVersion} refuses: {finding.Message}. {Remedy(finding)}"
        : $"The expression of {expression.Designation} cannot give what it should: {finding.Message}. {Remedy(finding)}";

    static string Remedy(PromDiagnostic finding) => finding.Hint is { Length: > 0 } hint ? $"{char.ToUpperInvariant(hint[0])}{hint[1..].TrimEnd('.')}." : "Correct the expression.";

    static DiagnosticDescriptor DescriptorOf(PromDiagnosticDescriptor kind) => new(kind.Id, kind.Title, kind.Severity switch
    {
        PromSeverity.Error => DiagnosticSeverity.Error,
        PromSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    });

    static IReadOnlyList<Dialect> Evaluators(BoundTopology topology, BoundRules rules) =>
    [
        .. (rules.Source.Placement switch
        {
            Placement.Hub => [Dialect.Thanos()],
            Placement.HubHealth => topology.Hubs.Select(hub => hub.SelfMonitoring is BoundUserWorkloadMonitoring ? OfPlatform(hub.Authored.Platform) : Dialect.Latest),
            _ => topology.Shapes
                .Where(shape => shape.Base.Profile.Rules.Contains(rules) && shape.Base.Collector.EvaluatesRules())
                .Select(shape => shape.Base.Collector is CollectorShape.ClusterMonitoring or CollectorShape.DedicatedPrometheus ? OfPlatform(shape.Platform) : Dialect.Latest),
        })
            .DefaultIfEmpty(Dialect.Latest)
            .DistinctBy(dialect => dialect.Version)
            .OrderBy(dialect => dialect.Version),
    ];

    // Where the version is not known, because an operator chooses it, the newest is taken.
    static Dialect OfPlatform(Platform platform) =>
        platform.ComponentVersion("prometheus") is { } version ? Dialect.Prometheus(new(version.Major, version.Minor)) : Dialect.Latest;
}
