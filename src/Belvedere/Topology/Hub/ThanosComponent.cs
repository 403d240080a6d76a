using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>What every Thanos component of the hub can be told.</summary>
public abstract record ThanosComponent : Element
{
    private protected ThanosComponent(int line, string file) : base(line, file)
    {
    }

    /// <summary>The image; by default the release of Thanos that the topology's defaults name.</summary>
    public string? Image { get; init; }

    /// <summary>What each pod asks for; by default a start for some hundred clusters.</summary>
    public Resources? Resources { get; init; }

    /// <summary>Arguments beside the compiler's own, for example <c>--log.level=debug</c>. One that the compiler sets itself is an error.</summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];

    /// <summary>Labels that a node must have.</summary>
    public LabelSet NodeSelector { get; init; } = LabelSet.Empty;

    /// <summary>The priority class of the pods; none by default.</summary>
    public string? PriorityClass { get; init; }
}
