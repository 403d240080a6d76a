using Belvedere.Diagnostics;

namespace Belvedere.Binding;

/// <summary>The hubs of the topology, as other elements name them.</summary>
sealed class HubReferences(IReadOnlyList<BoundHub> hubs, BindingContext context)
{
    readonly HashSet<(Element At, string Name)> unknown = [];

    public IReadOnlyList<BoundHub> All => hubs;

    /// <summary>The one that deliveries run on, or any where that one is missing; null without hubs.</summary>
    public BoundHub? First => hubs is [var first, ..] ? first : null;

    /// <summary>
    /// A hub by its name, so that a copy by <c>with</c> is the same one. Null where nothing is said, and where there is no such
    /// hub, which is told.
    /// </summary>
    /// <param name="at">The element that names it.</param>
    /// <param name="said">What it names.</param>
    /// <param name="property">The property that names it; null for an argument.</param>
    public BoundHub? Find(Element at, Hub? said, string? property = null)
    {
        if (said is null)
            return null;

        foreach (var hub in hubs)
            if (hub.Name == said.Name)
                return hub;
        if (unknown.Add((at, said.Name)))
            context.Found.Add(HubBindingDiagnostics.NoSuchHub(at, said.Name, hubs.Select(hub => hub.Name), property));
        return null;
    }
}
