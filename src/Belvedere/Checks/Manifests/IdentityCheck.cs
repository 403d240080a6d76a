using Belvedere.Diagnostics;
using Belvedere.Lowering;

namespace Belvedere.Checks.Manifests;

/// <summary>No two objects of one cluster are the same object to it.</summary>
sealed class IdentityCheck : Check<ManifestSet>
{
    public override DiagnosticDescriptor Descriptor { get; } = new("BLV6003", "Two objects have the same identity", DiagnosticSeverity.Error)
    {
        Sources = ["Kubernetes: kind, namespace and name", "Argo CD FailOnSharedResource"],
    };

    public override IEnumerable<Diagnostic> Judge(ManifestSet subject)
    {
        var first = new Dictionary<(object Cluster, string Group, string Kind, string Namespace, string Name), Manifest>();
        foreach (var manifest in subject.Manifests)
        {
            var made = manifest.Object;
            var group = made.ApiVersion.IndexOf('/') is var slash and > 0 ? made.ApiVersion[..slash] : "";
            // All areas of a hub are one cluster; each base is another.
            object cluster = manifest.Target switch
            {
                BaseTarget shared => shared.Base,
                HubTarget { Regional: { } hub } => hub,
                _ => typeof(HubTarget),
            };
            if (first.TryAdd((cluster, group, made.Kind, made.Namespace ?? "", made.Name ?? ""), manifest))
                continue;

            var other = first[(cluster, group, made.Kind, made.Namespace ?? "", made.Name ?? "")];
            yield return Descriptor.At(
                manifest.Origin.Location,
                $"The {made.Kind} '{made.Name}'{(made.Namespace is { } name ? $" in namespace '{name}'" : "")} of {manifest.Origin.Designation} is also made for {other.Origin.Designation}{(other.Origin.Location.IsKnown ? $" at {other.Origin.Location}" : "")}. Rename or remove one of them.")
                with { Element = manifest.Origin.Designation };
        }
    }
}
