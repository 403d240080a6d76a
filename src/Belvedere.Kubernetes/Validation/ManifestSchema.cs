using Belvedere.Documents;

namespace Belvedere.Kubernetes;

/// <summary>What the schemas of all known kinds say about manifests.</summary>
public static class ManifestSchema
{
    /// <summary>Whether a kind has a schema. Objects of other kinds are not checked beyond having a kind.</summary>
    public static bool Knows(string apiVersion, string kind) => Shapes.IdOf(apiVersion, kind) >= 0;

    /// <summary>
    /// Checks a manifest as an API server with the kind's CRD would: types, required and unknown fields, enumerations, bounds,
    /// forms, duplicates, rules over several fields. Objects embedded in it (as in a ManifestWork) are checked too.
    /// </summary>
    /// <returns>The problems in the order of the manifest; empty when there are none.</returns>
    public static IReadOnlyList<ManifestProblem> Validate(MapNode manifest)
    {
        var walk = new ManifestWalk();
        walk.Manifest(manifest);
        return walk.Problems;
    }

    /// <summary>
    /// Checks that an API server takes a changed object for the old one: fields that cannot be changed, and rules over both
    /// states. Both are the same kind, and each is checked on its own by <see cref="Validate"/>.
    /// </summary>
    /// <returns>The problems, at their places in the new object; empty when there are none or the kind is not known.</returns>
    public static IReadOnlyList<ManifestProblem> ValidateChange(MapNode before, MapNode after)
    {
        if (after["apiVersion"] is not ScalarNode apiVersion || after["kind"] is not ScalarNode kind || Shapes.IdOf(apiVersion.Text, kind.Text) is not (>= 0 and var id))
            return [];

        var walk = new ChangeWalk();
        walk.Object(before, after, Shapes.At(id), NodePath.Root);
        return walk.Problems;
    }
}
