using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Labels of the model are ones that Prometheus takes.</summary>
sealed class LabelCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1012", "A label is not valid", DiagnosticSeverity.Error)
    {
        Sources = ["Prometheus data model: label names"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        IEnumerable<(Element Element, LabelSet Labels, string Property)> sets =
        [
            .. subject.Profiles.Select(profile => ((Element)profile.Authored, profile.ExternalLabels, nameof(Profile.ExternalLabels))),
            .. subject.Clusters.Select(cluster => ((Element)cluster.Authored, cluster.Authored.ExternalLabels, nameof(ManagedCluster.ExternalLabels))),
            .. subject.Rules.OfType<WrittenRules>().SelectMany(rules => rules.Group.Rules).Select(rule => ((Element)rule, rule.Labels, nameof(Rule.Labels))),
        ];

        foreach (var (element, labels, property) in sets)
        {
            foreach (var (name, value) in labels)
            {
                if (LabelNames.LabelProblem(name) is { } problem)
                    yield return Descriptor.On(element, $"The label '{name}' of {element.Designation} is not valid: {problem}. Rename it.", property);
                else if (value.Length == 0)
                    yield return Descriptor.On(element, $"The label '{name}' of {element.Designation} is empty, which to Prometheus is no label. Give it a value or remove it.", property);
            }
        }
    }
}
