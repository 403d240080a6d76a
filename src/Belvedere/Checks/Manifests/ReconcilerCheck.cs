using Belvedere.Diagnostics;
using Belvedere.Knowledge.Platforms;
using Belvedere.Kubernetes;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>Every object that an operator must act on has exactly one operator that does.</summary>
sealed class ReconcilerCheck : Check<ManifestSet>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6041", "An object has not exactly one operator", DiagnosticSeverity.Error)
    {
        Sources = ["flags of the Prometheus operators of OpenShift: instance namespaces, controller id", "flags of the Cluster Observability Operator: instance selector"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject) =>
        from entry in BasePlatforms.Of(subject)
        let made = entry.Manifest.Object
        where made.Namespace is not null && IsReconciled(made)
        let reconcilers = entry.Platform.Reconcilers(made.ApiVersion, made.Kind, made.Namespace!, made.Metadata.Labels ?? [], made.Metadata.Annotations ?? [])
        where reconcilers.Count != 1
        select Finding(entry.Manifest, entry.Platform, reconcilers);

    static bool IsReconciled(KubernetesObject made) => PlatformReconcilers.Operators.Any(row => row.ApiGroup == made.Group && row.Kinds.Contains(made.Kind));

    Diagnostic Finding(Manifest manifest, Platform platform, IReadOnlyList<OperatorRow> reconcilers)
    {
        var made = manifest.Object;
        var what = $"The {made.Kind} '{made.Name}' in namespace '{made.Namespace}' of {manifest.Origin.Designation}";
        return Descriptor.At(
            manifest.Origin.Location,
            reconcilers.Count == 0
                ? $"{what} is looked at by no operator on {platform}: it would be there and nothing would run. {Remedy(platform, made)}"
                : $"{what} is taken by {reconcilers.Count} operators on {platform}: {string.Join(" and ", reconcilers.Select(row => $"{row.Name} of {row.Namespace}"))}. Name one of them in the annotation {PlatformReconcilers.ControllerIdAnnotation}.")
            with { Element = manifest.Origin.Designation };
    }

    static string Remedy(Platform platform, KubernetesObject made) => platform.OperatorsWatching(made.ApiVersion, made.Kind, made.Namespace!) switch
    {
        [] => $"Put it where an operator looks, or use ObservabilityOperator or ClusterMonitoringConfig.",
        [var near, ..] when near.ObjectLabels is { } labels => $"{near.Name} of {near.Namespace} takes it with the labels {labels}.",
        [var near, ..] => $"{near.Name} of {near.Namespace} takes only what carries its own id, which is its own. Use ObservabilityOperator or ClusterMonitoringConfig.",
    };
}
