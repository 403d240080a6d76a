using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>Clusters that take a change at the same time. Each ring follows a revision of the repository of its own.</summary>
public sealed record Ring : Element
{
    /// <summary>Names the ring.</summary>
    /// <param name="name">A DNS label.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public Ring(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Name = name;

    /// <summary>The ring of clusters that name none: <c>all</c>, following the delivery's revision.</summary>
    public static Ring Default { get; } = new("all");

    /// <summary>The ring's name.</summary>
    public string Name { get; }

    /// <summary>The branch, tag or commit that the ring follows; by default the delivery's.</summary>
    public string? Revision { get; init; }

    /// <inheritdoc/>
    public override string Designation => $"ring '{Name}'";
}
