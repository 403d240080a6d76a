using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>What every component of the hub can be told.</summary>
public abstract record HubComponent : Element
{
    private protected HubComponent(int line, string file) : base(line, file)
    {
    }

    /// <summary>The image with its tag or digest; by default the release that the topology's defaults name.</summary>
    public string? Image { get; init; }

    /// <summary>What each pod asks for; by default a start for some hundred clusters.</summary>
    public Resources? Resources { get; init; }

    /// <summary>Where the pods run; as <see cref="Hub.Scheduling"/> says when null. It takes the place of that as a whole.</summary>
    public Scheduling? Scheduling { get; init; }
}
