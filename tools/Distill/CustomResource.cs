using Belvedere.Documents;

namespace Belvedere.Distill;

/// <summary>Reads a CustomResourceDefinition.</summary>
static class CustomResource
{
    /// <summary>The schema of one version, and the kind's scope.</summary>
    public static (MapNode Schema, string Scope) Version(MapNode definition, CustomKind kind)
    {
        if (definition["spec"] is not MapNode spec || spec["names"] is not MapNode names || Schemas.Text(names, "kind") != kind.Kind)
            throw new InvalidOperationException($"{kind.File} does not define {kind.Kind}.");

        var version = ((ListNode)spec["versions"]!).OfType<MapNode>().Single(version => Schemas.Text(version, "name") == kind.Version);
        return ((MapNode)((MapNode)version["schema"]!)["openAPIV3Schema"]!, Schemas.Text(spec, "scope")!);
    }
}
