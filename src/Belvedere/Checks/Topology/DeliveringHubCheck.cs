using Belvedere.Binding;
using Belvedere.Diagnostics;

namespace Belvedere.Checks.Topology;

/// <summary>Regional hubs have one beside them that deliveries run on, and that one is where they run.</summary>
sealed class DeliveringHubCheck : Check<BoundTopology>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1117", "The hub that deliveries run on is missing or elsewhere", DiagnosticSeverity.Error)
    {
        Sources = ["Argo CD: destination.server"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        if (subject.Hub is null && subject.Hubs is [var first, ..])
            yield return Descriptor.On(
                subject.Authored,
                $"{subject.Authored.Designation} has regional hubs and no Hub, which deliveries run on. Move one of them there, for example {first.Authored.Designation}.",
                nameof(MonitoringTopology.RegionalHubs));
        if (subject.Hub?.Authored is { ApiServer: not null } hub)
            yield return Descriptor.On(
                hub,
                $"{hub.Designation} is the one that deliveries run on, and they reach it from inside, not by '{hub.ApiServer}'. Leave ApiServer out, or make it a regional hub.",
                nameof(Hub.ApiServer));
    }
}
