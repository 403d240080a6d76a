namespace Belvedere.PromQL;

/// <summary>Whether a construct is a function, an aggregation or a piece of syntax.</summary>
public enum ConstructKind
{
    /// <summary>A piece of syntax.</summary>
    Syntax,

    /// <summary>A function.</summary>
    Function,

    /// <summary>An aggregation operator.</summary>
    Aggregation,
}

/// <summary>A part of the language that not every version has, and since when it is there.</summary>
public sealed class LanguageConstruct
{
    internal LanguageConstruct(ConstructKind kind, string name, PrometheusVersion since)
    {
        Kind = kind;
        Name = name;
        Since = since;
    }

    /// <summary>What it is.</summary>
    public ConstructKind Kind { get; }

    /// <summary>The function's or operator's name, or a short name of the syntax.</summary>
    public string Name { get; }

    /// <summary>The first version that has it.</summary>
    public PrometheusVersion Since { get; }

    /// <summary>The flag that it needs; <see cref="PromQLFeatures.None"/> where it was stable from the start.</summary>
    public PromQLFeatures Flag { get; internal init; }

    /// <summary>The first version that has it without the flag; null where the flag is needed still.</summary>
    public PrometheusVersion? StableSince { get; internal init; }

    /// <summary>The first version that no longer has it; null where all have.</summary>
    public PrometheusVersion? RemovedIn { get; internal init; }

    /// <summary>What to use where it is gone.</summary>
    public string? Successor { get; internal init; }

    internal int Index { get; init; }

    /// <summary>Whether a version has it, given the flags that are set.</summary>
    public bool IsIn(PrometheusVersion version, PromQLFeatures features) =>
        version >= Since
        && !(version >= RemovedIn)
        && (Flag == PromQLFeatures.None || (features & Flag) != 0 || version >= StableSince);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
