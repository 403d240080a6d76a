using Belvedere.Diagnostics;
using Belvedere.Knowledge.Platforms;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>A cluster serves the kinds that it gets.</summary>
sealed class ServedKindCheck : Check<ManifestSet>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6040", "A cluster does not serve a kind", DiagnosticSeverity.Error)
    {
        Sources = ["API reference and CRDs of each release of OpenShift and Kubernetes"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject) =>
        from entry in BasePlatforms.Of(subject)
        let made = entry.Manifest.Object
        let serving = entry.Platform.Serving(made.ApiVersion, made.Kind)
        where serving.State is KindState.NotServed or KindState.Preview
        select Descriptor.At(
            entry.Manifest.Origin.Location,
            $"{entry.Platform} does not serve {made.ApiVersion} {made.Kind}, of which {entry.Manifest.Origin.Designation} makes '{made.Name}'; it is served {Released(serving)}. Use a kind that the platform has, or another profile for its clusters.")
            with { Element = entry.Manifest.Origin.Designation };

    static string Released(KindServing serving) => serving.State is KindState.Preview ? "as a preview that prevents upgrades" : $"by {serving.Provider} in releases {serving.Releases}";
}
