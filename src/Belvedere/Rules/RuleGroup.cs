using System.Runtime.CompilerServices;

namespace Belvedere;

/// <summary>Rules that are evaluated one after another at one interval (<c>spec.groups[]</c> of a PrometheusRule).</summary>
public sealed record RuleGroup : RuleSource
{
    /// <summary>Names the group.</summary>
    /// <param name="name">Unique in the topology; it names the PrometheusRule too, so it is a DNS label.</param>
    /// <param name="line">Captured by the compiler.</param>
    /// <param name="file">Captured by the compiler.</param>
    public RuleGroup(string name, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") : base(line, file) => Name = name;

    /// <summary>The group's name.</summary>
    public string Name { get; }

    /// <summary>Time between two evaluations (<c>interval</c>); the evaluating Prometheus' own when null.</summary>
    public Duration? Interval { get; init; }

    /// <summary>The most alerts or series that a rule may give (<c>limit</c>); no limit when null.</summary>
    public int? Limit { get; init; }

    /// <summary>The rules in the order of evaluation.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <inheritdoc/>
    public override string Designation => $"rule group '{Name}'";
}
