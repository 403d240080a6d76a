using System.Buffers;

namespace Belvedere;

/// <summary>The names that Prometheus takes for labels and metrics.</summary>
static class LabelNames
{
    static readonly SearchValues<char> LabelCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789");

    static readonly SearchValues<char> MetricCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:0123456789");

    /// <summary>Why a text is no label that a user may set, as a clause for a message; null when it is one.</summary>
    public static string? LabelProblem(string name) => name switch
    {
        "" => "it is empty",
        _ when name.StartsWith("__", StringComparison.Ordinal) => "names that begin with two underscores are Prometheus' own",
        _ when !IsName(name, LabelCharacters) => "a label's name begins with a letter or underscore and holds letters, digits and underscores",
        _ => null,
    };

    /// <summary>Why a text is no metric name, as a clause for a message; null when it is one.</summary>
    public static string? MetricProblem(string name) => IsName(name, MetricCharacters)
        ? null
        : "a metric's name begins with a letter, underscore or colon and holds letters, digits, underscores and colons";

    static bool IsName(string name, SearchValues<char> characters) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.AsSpan().IndexOfAnyExcept(characters) < 0;
}
