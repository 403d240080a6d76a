namespace Belvedere.PromQL;

/// <summary>A function's name and types. Source: the table in Prometheus' <c>promql/parser/functions.go</c>.</summary>
public sealed class FunctionSignature
{
    internal FunctionSignature(string name, ExpressionType returnType, int optional, ExpressionType[] parameters)
    {
        Name = name;
        ReturnType = returnType;
        Optional = optional;
        Parameters = parameters;
        History = LanguageHistory.OfFunction(name);
    }

    /// <summary>The name; functions, unlike keywords, are case-sensitive.</summary>
    public string Name { get; }

    /// <summary>What a call evaluates to.</summary>
    public ExpressionType ReturnType { get; }

    /// <summary>The parameters' types. Where more arguments are allowed, they have the last one's type.</summary>
    public IReadOnlyList<ExpressionType> Parameters { get; }

    /// <summary>The smallest number of arguments.</summary>
    public int MinimumArguments => Optional == 0 ? Parameters.Count : Parameters.Count - 1;

    /// <summary>The largest number of arguments; null means that there is no bound.</summary>
    public int? MaximumArguments => Optional < 0 ? null : MinimumArguments + Optional;

    /// <summary>The type of an argument, counted from 0; <see cref="ExpressionType.None"/> beyond the last parameter of a fixed list.</summary>
    public ExpressionType ParameterType(int index) =>
        index < Parameters.Count ? Parameters[index]
        : Optional == 0 ? ExpressionType.None
        : Parameters[Parameters.Count - 1];

    /// <summary>Since when the function is there; null where every version has it.</summary>
    public LanguageConstruct? History { get; }

    /// <summary>How many arguments may be left out or added: 0 none, negative any number.</summary>
    int Optional { get; }

    /// <summary>The signature in words, such as <c>round(instant vector, [scalar]) instant vector</c>.</summary>
    public override string ToString()
    {
        var parts = new string[Parameters.Count];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = i >= MinimumArguments ? $"[{Parameters[i].Documented()}]" : Parameters[i].Documented();
        var more = MaximumArguments is { } maximum && maximum <= Parameters.Count ? "" : ", …";
        return $"{Name}({string.Join(", ", parts)}{more}) {ReturnType.Documented()}";
    }
}
