using System.Globalization;

namespace Belvedere;

/// <summary>A length of time, written as <c>30.Seconds</c>, <c>5.Minutes</c>, <c>2.Days</c>. Whole milliseconds.</summary>
/// <param name="Milliseconds">The length in milliseconds.</param>
public readonly record struct Duration(long Milliseconds) : IComparable<Duration>
{
    // The units of Prometheus and Thanos that have one length everywhere, longest first. Years and weeks are left out: Go's own
    // duration does not read them.
    static readonly (string Suffix, long Milliseconds)[] Units = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>Whether the left is shorter.</summary>
    public static bool operator <(Duration left, Duration right) => left.Milliseconds < right.Milliseconds;

    /// <summary>Whether the left is longer.</summary>
    public static bool operator >(Duration left, Duration right) => left.Milliseconds > right.Milliseconds;

    /// <summary>Whether the left is no longer.</summary>
    public static bool operator <=(Duration left, Duration right) => left.Milliseconds <= right.Milliseconds;

    /// <summary>Whether the left is no shorter.</summary>
    public static bool operator >=(Duration left, Duration right) => left.Milliseconds >= right.Milliseconds;

    /// <summary>The length as Prometheus and Thanos write it, in the largest unit that divides it: <c>2d</c>, <c>90m</c>, <c>0s</c>.</summary>
    public override string ToString()
    {
        if (Milliseconds == 0)
            return "0s";

        foreach (var (suffix, length) in Units)
            if (Milliseconds % length == 0)
                return (Milliseconds / length).ToString(CultureInfo.InvariantCulture) + suffix;
        throw new InvalidOperationException("Every length is a number of milliseconds.");
    }
}
