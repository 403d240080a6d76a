using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>How the repository reaches the hub and the managed clusters.</summary>
public abstract record Delivery : Element
{
    private protected Delivery(int line, string file) : base(line, file)
    {
    }
}
