using System.Diagnostics.CodeAnalysis;

namespace Belvedere.PromQL;

/// <summary>What a server accepts: the language of a version, with the experimental parts that are switched on.</summary>
public sealed class Dialect
{
    /// <summary>The version of Prometheus whose parser Thanos 0.42 embeds.</summary>
    static readonly PrometheusVersion InThanos042 = new(3, 9);

    readonly ulong accepted;

    Dialect(string product, string productVersion, PrometheusVersion version, PromQLFeatures features)
    {
        Product = product;
        ProductVersion = productVersion;
        Version = version;
        Features = features;
        foreach (var construct in LanguageHistory.Constructs)
            if (construct.IsIn(version, features))
                accepted |= 1UL << construct.Index;
    }

    /// <summary>The newest Prometheus that is known, without experimental parts.</summary>
    public static Dialect Latest { get; } = Prometheus(LanguageHistory.Newest);

    /// <summary><c>Prometheus</c> or <c>Thanos</c>.</summary>
    public string Product { get; }

    /// <summary>The product's own version.</summary>
    public string ProductVersion { get; }

    /// <summary>The version of Prometheus whose language it is.</summary>
    public PrometheusVersion Version { get; }

    /// <summary>The experimental parts that are switched on.</summary>
    public PromQLFeatures Features { get; }

    /// <summary>
    /// The language of a version of Prometheus. A version that is older or newer than any that is known
    /// (<see cref="LanguageHistory.Oldest"/> to <see cref="LanguageHistory.Newest"/>) is taken as the nearest one.
    /// </summary>
    public static Dialect Prometheus(PrometheusVersion version, PromQLFeatures features = PromQLFeatures.None) =>
        new("Prometheus", version.ToString(), Known(version), features);

    /// <summary>The language of Thanos 0.42: that of Prometheus 3.9.</summary>
    public static Dialect Thanos(PromQLFeatures features = PromQLFeatures.None) => new("Thanos", "0.42", InThanos042, features);

    /// <summary>The same server with other experimental parts switched on.</summary>
    public Dialect With(PromQLFeatures features) => new(Product, ProductVersion, Version, features);

    /// <summary>
    /// Reads <c>3.14</c>, <c>prometheus-2.42</c>, <c>thanos</c> or <c>thanos-0.42</c>, each with any number of flags behind a
    /// plus, such as <c>3.14+promql-experimental-functions</c>; <c>+all</c> is all flags.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Dialect? dialect)
    {
        dialect = null;
        var parts = text.Split('+');
        var features = PromQLFeatures.None;
        for (var i = 1; i < parts.Length; i++)
        {
            if (FlagOf(parts[i]) is not { } flag)
                return false;
            features |= flag;
        }

        const string prefix = "prometheus-";
        if (parts[0] is "thanos" or "thanos-0.42")
            dialect = Thanos(features);
        else if (PrometheusVersion.TryParse(parts[0].StartsWith(prefix, StringComparison.Ordinal) ? parts[0].Substring(prefix.Length) : parts[0], out var version)
            && version == Known(version))
            dialect = Prometheus(version, features);

        return dialect is not null;
    }

    /// <summary>Whether the server accepts a construct.</summary>
    public bool Accepts(LanguageConstruct construct) => (accepted & (1UL << construct.Index)) != 0;

    /// <summary>Whether the server has a function, by name.</summary>
    public bool HasFunction(string name) =>
        Functions.Find(name) is not null && (LanguageHistory.OfFunction(name) is not { } history || Accepts(history));

    /// <summary>The name that <see cref="TryParse"/> reads.</summary>
    public override string ToString()
    {
        var name = Product == "Thanos" ? $"thanos-{ProductVersion}" : $"prometheus-{ProductVersion}";
        foreach (var (flag, text) in Flags)
            if ((Features & flag) != 0)
                name += "+" + text;

        return name;
    }

    /// <summary>The server in words, such as <c>Prometheus 2.42</c>.</summary>
    internal string Title => $"{Product} {ProductVersion}";

    internal static string FlagName(PromQLFeatures flag)
    {
        foreach (var (known, text) in Flags)
            if (known == flag)
                return text;

        return flag.ToString();
    }

    static readonly (PromQLFeatures Flag, string Text)[] Flags =
    [
        (PromQLFeatures.ExperimentalFunctions, "promql-experimental-functions"),
        (PromQLFeatures.DurationExpressions, "promql-duration-expr"),
        (PromQLFeatures.ExtendedRangeSelectors, "promql-extended-range-selectors"),
        (PromQLFeatures.FillModifiers, "promql-binop-fill-modifiers"),
    ];

    static PromQLFeatures? FlagOf(string text)
    {
        if (text == "all")
            return PromQLFeatures.All;
        foreach (var (flag, known) in Flags)
            if (known == text)
                return flag;

        return null;
    }

    static PrometheusVersion Known(PrometheusVersion version) =>
        version < LanguageHistory.Oldest ? LanguageHistory.Oldest
        : version > LanguageHistory.Newest ? LanguageHistory.Newest
        : version;
}
