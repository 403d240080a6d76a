namespace Belvedere.Lowering.Workloads;

/// <summary>One flag of a program.</summary>
/// <param name="Flag">With its hyphens.</param>
/// <param name="Value">Null for a switch.</param>
/// <param name="IsOptional">
/// Whether it is left out where the release does not have it. Not for what the user asked for: that is an error then.
/// </param>
sealed record Argument(string Flag, string? Value = null, bool IsOptional = false)
{
    /// <summary>Reads <c>--name</c> or <c>--name=value</c>.</summary>
    public static Argument Parse(string text) =>
        text.IndexOf('=') is var equals and >= 0 ? new(text[..equals], text[(equals + 1)..]) : new(text);

    public static Argument Of(string flag, string value) => new(flag, value);

    public static Argument Of(string flag, int value) => new(flag, FormattableString.Invariant($"{value}"));

    public static Argument Of(string flag, Duration value) => new(flag, value.ToString());

    /// <summary>Sizes as Thanos reads them: 1024 bytes are <c>1KiB</c>.</summary>
    public static Argument Of(string flag, ByteSize value) => new(flag, $"{value}B");

    /// <summary>The argument where the model says something, and none where it does not.</summary>
    public static IEnumerable<Argument> IfSaid(string flag, string? value) => value is null ? [] : [Of(flag, value)];

    public static IEnumerable<Argument> IfSaid(string flag, int? value) => value is { } number ? [Of(flag, number)] : [];

    public static IEnumerable<Argument> IfSaid(string flag, Duration? value) => value is { } length ? [Of(flag, length)] : [];

    public static IEnumerable<Argument> IfSaid(string flag, ByteSize? value) => value is { } size ? [Of(flag, size)] : [];

    /// <summary>A switch as the model says it: on, off by its negation, or as the program has it.</summary>
    public static IEnumerable<Argument> IfSaid(string flag, bool? value) => value switch
    {
        null => [],
        true => [new(flag)],
        false => [new("--no-" + flag[2..])],
    };

    /// <summary>The argument, left out where the release does not have it unless the user asked for it.</summary>
    public Argument UnlessSaid(object? said) => said is null ? this with { IsOptional = true } : this;

    public override string ToString() => Value is null ? Flag : $"{Flag}={Value}";
}
