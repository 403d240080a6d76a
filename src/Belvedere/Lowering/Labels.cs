using Belvedere.Kubernetes;

namespace Belvedere.Lowering;

/// <summary>The labels of emitted objects. No version is among them: an upgrade of the compiler must not restart anything.</summary>
static class Labels
{
    /// <summary>What a selector may rest on: these never change for a component.</summary>
    public static Map<string> Selector(string name, string component) => new()
    {
        ["app.kubernetes.io/component"] = component,
        ["app.kubernetes.io/name"] = name,
    };

    /// <summary>The labels of a component's object.</summary>
    public static Map<string> Of(string name, string component, string topology) => new()
    {
        ["app.kubernetes.io/component"] = component,
        ["app.kubernetes.io/managed-by"] = "belvedere",
        ["app.kubernetes.io/name"] = name,
        ["app.kubernetes.io/part-of"] = topology,
    };

    /// <summary>The labels of an object that belongs to no component.</summary>
    public static Map<string> Of(string topology) => new()
    {
        ["app.kubernetes.io/managed-by"] = "belvedere",
        ["app.kubernetes.io/part-of"] = topology,
    };
}
