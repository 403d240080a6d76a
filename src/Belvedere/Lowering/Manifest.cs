using Belvedere.Binding;
using Belvedere.Diagnostics;
using Belvedere.Documents;
using Belvedere.Kubernetes;

namespace Belvedere.Lowering;

/// <summary>The model element that an object was made for, so that a finding about the object leads to the user's line.</summary>
/// <param name="Designation">The element as messages name it.</param>
/// <param name="Location">Where it was written.</param>
sealed record Origin(string Designation, SourceLocation Location)
{
    public static Origin Of(Element element) => new(element.Designation, element.Location);
}

/// <summary>Where an object goes: an area of the hub, or a base that clusters share.</summary>
abstract record Target;

/// <summary>An area of a hub, each an application of its own.</summary>
sealed record HubTarget(string Area) : Target
{
    /// <summary>The hub, where it is not the one that deliveries run on.</summary>
    public BoundHub? Regional { get; init; }

    /// <summary>Its folder in the output.</summary>
    public string Folder => $"{Regional?.Folder ?? "hub"}/{Area}";

    /// <summary>What is applied by hand once.</summary>
    public static readonly HubTarget Bootstrap = new("bootstrap");

    /// <summary>The delivery's own objects.</summary>
    public static readonly HubTarget Delivery = new("argocd");

    /// <summary>What Advanced Cluster Management reads.</summary>
    public static readonly HubTarget Acm = new("acm");

    /// <summary>The components.</summary>
    public static readonly HubTarget Observability = new("observability");

    /// <summary>The Ruler's rules.</summary>
    public static readonly HubTarget Rules = new("rules");

    /// <summary>Dashboards.</summary>
    public static readonly HubTarget Dashboards = new("dashboards");
}

/// <summary>The base of a profile on a platform.</summary>
sealed record BaseTarget(BoundBase Base) : Target;

/// <summary>An object of the output, with where it goes and why it is there.</summary>
sealed record Manifest(KubernetesObject Object, Target Target, Origin Origin)
{
    (KubernetesObject Of, MapNode Tree)? made;

    /// <summary>
    /// Its place in the order of a sync: what has a higher number is applied when all before it is healthy. As a rule kinds
    /// alone give the order, and all are 0.
    /// </summary>
    public int Wave { get; init; }

    /// <summary>The same on a hub: what lowering makes for the hub that deliveries run on, it makes for any.</summary>
    public Manifest On(BoundHub hub) => hub.IsDelivering ? this : this with { Target = (HubTarget)Target with { Regional = hub } };

    /// <summary>The object as a tree: several checks and the renderer read it, and it is made once.</summary>
    public MapNode Tree
    {
        get
        {
            // A copy with another object must not show the tree of the first.
            if (made is not { } known || !ReferenceEquals(known.Of, Object))
                made = known = (Object, (MapNode)Object.ToNode());
            return known.Tree;
        }
    }
}
