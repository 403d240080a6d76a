using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Several pods of Grafana share what their users make.</summary>
sealed class GrafanaDatabaseCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1054", "Pods of Grafana share no database", DiagnosticSeverity.Error)
    {
        Sources = ["Grafana: high availability"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Grafana is { Replicas: > 1, Authored: { Database: null } authored } grafana)
            yield return Descriptor.On(
                authored,
                $"Grafana has {grafana.Replicas} pods and no database, so each has users, sessions and dashboards of its own, and people are signed out at random. Set Database, or Replicas to 1.",
                nameof(GrafanaServer.Replicas));
    }
}
