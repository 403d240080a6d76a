using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Lowering;
using Belvedere.Lowering.Delivery.ArgoCd;

namespace Belvedere.Checks.Topology;

/// <summary>Names that are put together from the model's stay within what their users take.</summary>
sealed class ComposedNameCheck : Check<BoundTopology>
{
    // prometheus-<name>-<10 characters> is the value of the label controller-revision-hash.
    const int LongestPrometheus = DnsName.LongestLabel - 22;

    public override DiagnosticDescriptor Descriptor { get; } = new("BLV1011", "A composed name is too long", DiagnosticSeverity.Error)
    {
        Sources = ["Kubernetes label values: 63 characters", "Argo CD tracking by label"],
    };

    public override IEnumerable<Diagnostic> Judge(BoundTopology subject)
    {
        if (subject.Clusters.Count > 0 && subject.Name.Length > LongestPrometheus)
            yield return Descriptor.On(
                subject.Authored,
                $"The name of {subject.Authored.Designation} has {subject.Name.Length} characters and names the Prometheus of every cluster, whose pods carry it in a label: at most {LongestPrometheus} fit. Shorten it.");

        if (subject.ArgoCd is null)
            yield break;

        foreach (var cluster in subject.Clusters)
            if ($"{subject.Name}-{cluster.Name}" is { Length: > DnsName.LongestLabel } name)
                yield return TooLong(cluster.Authored, name, "Application");
        foreach (var hub in subject.Hubs.Where(hub => !hub.IsDelivering))
            if (ArgoCdLowering.NameOf(subject, HubTarget.Observability with { Regional = hub }) is { Length: > DnsName.LongestLabel } name)
                yield return TooLong(hub.Authored, name, "Application");
        foreach (var ring in subject.Rings)
            if ($"{subject.Name}-{ring.Name}" is { Length: > DnsName.LongestLabel } name)
                yield return TooLong(ring.Authored, name, "ApplicationSet");
    }

    Diagnostic TooLong(Element element, string name, string kind) => Descriptor.On(
        element,
        $"The {kind} of {element.Designation} would be named '{name}', which has {name.Length} characters; at most {DnsName.LongestLabel} fit a label's value. Shorten the name of the topology or of {element.Designation}.");
}
