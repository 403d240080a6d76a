using Belvedere.Diagnostics;
using Belvedere.Knowledge;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>Names of objects and ports are no longer than the cluster takes.</summary>
sealed class NameLimitCheck : Check<ManifestSet>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6024", "A name of an object is too long", DiagnosticSeverity.Error)
    {
        Sources = ["Kubernetes: names", "kubernetes#64023"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject) =>
        from manifest in subject.Manifests
        from name in Names(manifest.Object)
        let limit = Limits.Of(name.Limit)
        where name.Text.Length > limit.Maximum
        select Descriptor.At(
            manifest.Origin.Location,
            $"The {name.What} '{name.Text}' of {manifest.Origin.Designation} has {name.Text.Length} characters; {limit.Subject} has at most {limit.Maximum}. Shorten the name that it is made of.")
            with { Element = manifest.Origin.Designation };

    static IEnumerable<(string What, string Text, string Limit)> Names(KubernetesObject made)
    {
        if (made.Name is not { } name)
            yield break;

        yield return ($"{made.Kind}", name, made switch
        {
            StatefulSet => "kubernetes.stateful-set-name",
            Service => "kubernetes.service-name",
            Namespace => "kubernetes.namespace-name",
            Prometheus or Kubernetes.Rhobs.Prometheus => "prometheus-operator.prometheus-name",
            Alertmanager or Kubernetes.Rhobs.Alertmanager => "prometheus-operator.alertmanager-name",
            _ => "kubernetes.dns-subdomain",
        });
        if (made is Service { Spec.Ports: { } ports })
            foreach (var port in ports)
                yield return ("port", port.Name ?? "", "kubernetes.port-name");
    }
}
