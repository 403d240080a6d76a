using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Lowering.Hub;

namespace Belvedere.Checks.Topology;

/// <summary>Every alert has a route, and every receiver a name of its own.</summary>
sealed class AlertRouteCheck : HubCheck
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1062", "Alerts are not routed as they are written", DiagnosticSeverity.Error)
    {
        Sources = ["Alertmanager: the root route has no matchers", "Alertmanager: receivers have unique names"],
    };

    protected override IEnumerable<Diagnostic> Judge(BoundTopology topology, BoundHub hub)
    {
        if (hub.Alertmanager?.Authored is not { Route: { } root } alertmanager)
            yield break;

        if (root.Match.Count + root.MatchPattern.Count > 0 || root.Continue is not null)
            yield return Descriptor.On(root, "The first route takes every alert, so Alertmanager refuses matchers and 'continue' on it. Put them on a route in Routes.", nameof(AlertRoute.Match));
        foreach (var (second, first) in Binder.Duplicates(AlertRouting.ReceiversOf(alertmanager), receiver => receiver.Name))
            yield return Descriptor.On(second, $"Two receivers are named '{second.Name}', the other at {first.Location}; Alertmanager refuses that. Rename one, or use one for both.");
    }
}
