namespace Belvedere.Verifier.Tests.Generation;

/// <summary>Chance that can be repeated: the same seed gives the same topology for ever, so that a number names a failure.</summary>
sealed class Dice(int seed)
{
    readonly Random random = new(seed);

    public bool Chance(double share = 0.5) => random.NextDouble() < share;

    public int Between(int least, int most) => random.Next(least, most + 1);

    public T One<T>(params ReadOnlySpan<T> options) => options[random.Next(options.Length)];

    /// <summary>A value as often as the share says, null otherwise.</summary>
    public T? Maybe<T>(Func<T> make, double share = 0.3) where T : class => Chance(share) ? make() : null;

    public int? MaybeNumber(int least, int most, double share = 0.3) => Chance(share) ? Between(least, most) : null;

    public Duration? MaybeTime(double share, params ReadOnlySpan<Duration> options) => Chance(share) ? One(options) : null;

    public ByteSize? MaybeSize(double share, params ReadOnlySpan<ByteSize> options) => Chance(share) ? One(options) : null;

    public bool? MaybeBool(double share = 0.3) => Chance(share) ? Chance() : null;

    public T? MaybeEnum<T>(double share = 0.3) where T : struct, Enum => Chance(share) ? One<T>(Enum.GetValues<T>()) : null;

    /// <summary>Some of the options, in their order.</summary>
    public T[] Some<T>(double share, params T[] options) => [.. options.Where(_ => Chance(share))];
}
