using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>Where rules are evaluated.</summary>
public enum Placement
{
    /// <summary>By the Prometheus of each managed cluster, over what that cluster scrapes.</summary>
    Local = 1,

    /// <summary>By the hub's Ruler, over everything that the hub received.</summary>
    Hub,

    /// <summary>By what observes the hub itself, over the hub's own metrics; never by the Ruler, which would be silent with the hub.</summary>
    HubHealth,
}

/// <summary>Rules, written in C# or read from files.</summary>
public abstract record RuleSource : Element
{
    private protected RuleSource(int line, string file) : base(line, file)
    {
    }

    /// <summary>Where the rules are evaluated. Default <see cref="Placement.Local"/>.</summary>
    public Placement Placement { get; init; } = Placement.Local;
}
