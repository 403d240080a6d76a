using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>What a component cannot do without is there.</summary>
sealed class ComponentReferenceCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1050", "A component lacks what it needs", DiagnosticSeverity.Error);

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        foreach (var hub in subject.Hubs)
        {
            if (hub.QueryFrontend is { } frontend && hub.Querier is null && hub.GlobalQuerier is null)
                yield return Finding(frontend.Authored, "a Querier to ask", "Querier = new()");
            if (hub.Ruler is { } ruler && hub.Querier is null)
                yield return Finding(ruler.Authored, "a Querier to evaluate its rules by", "Querier = new()");
            if (hub.StoreGateway is { } store && hub.Storage is null)
                yield return Finding(store.Authored, "object storage to read blocks from", "Storage of the topology");
            if (hub.Compactor is { } compactor && hub.Storage is null)
                yield return Finding(compactor.Authored, "object storage to compact", "Storage of the topology");
        }

        foreach (var rules in subject.Rules)
        {
            var missing = rules.Source.Placement switch
            {
                Placement.Hub when subject.Hubs is [] => "a Ruler on the hub that evaluates them",
                Placement.Hub when Needing(subject).FirstOrDefault(hub => hub.Ruler is null) is { } hub => $"a Ruler on {(subject.Hubs.Count == 1 ? "the hub" : hub.Authored.Designation)} that evaluates them",
                Placement.HubHealth when subject.Hubs is [] => "a hub that they are about",
                _ => null,
            };
            if (missing is not null)
                yield return Descriptor.On(rules.Source, $"The {rules.Source.Designation} need {missing}. Add it, or give them another Placement.", nameof(RuleSource.Placement));
        }
    }

    // Rules are about clusters: of several hubs, those that have some.
    static IEnumerable<BoundHub> Needing(BoundTopology topology) => topology.Hubs.Count == 1 ? topology.Hubs : topology.Hubs.Where(hub => topology.ClustersOf(hub).Any());

    Diagnostic Finding(Element component, string what, string remedy) => Descriptor.On(component, $"{component.Designation} needs {what}, and the topology has none. Add {remedy}.");
}
