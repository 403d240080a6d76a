using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>How the repository reaches the hub and the managed clusters.</summary>
public abstract record Delivery : Element
{
    private protected Delivery(int line, string file) : base(line, file)
    {
    }

    /// <summary>
    /// The profiles whose clusters it delivers; all that no other delivery names when null. Every cluster has exactly one
    /// delivery.
    /// </summary>
    public IReadOnlyList<Profile>? Profiles { get; init; }
}
