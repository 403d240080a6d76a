using System.Runtime.CompilerServices;
using Belvedere.Diagnostics;

namespace Belvedere;

/// <summary>The whole of what is compiled: a hub, its managed clusters, what they collect, and how it is delivered.</summary>
public sealed record MonitoringTopology : Element
{
    /// <summary>Names the topology. The name goes into labels, projects and applications.</summary>
    public MonitoringTopology(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Name = name;

    /// <summary>The topology's name, a DNS label.</summary>
    public string Name { get; }

    /// <summary>Warnings that are right in general and wrong here.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init; } = [];

    /// <inheritdoc/>
    public override string Designation => $"topology '{Name}'";
}
