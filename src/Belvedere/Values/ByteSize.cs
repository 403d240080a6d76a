using System.Globalization;

namespace Belvedere;

/// <summary>An amount of memory or disk, written as <c>100.GiB</c>.</summary>
/// <param name="Bytes">The amount in bytes.</param>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    static readonly string[] Suffixes = ["", "Ki", "Mi", "Gi", "Ti"];

    /// <inheritdoc/>
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>Whether the left is smaller.</summary>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>Whether the left is larger.</summary>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>Whether the left is no larger.</summary>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>Whether the left is no smaller.</summary>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    /// <summary>The amount as a Kubernetes quantity, in the largest binary unit that divides it: <c>100Gi</c>.</summary>
    public override string ToString()
    {
        var (amount, unit) = (Bytes, 0);
        while (amount != 0 && amount % 1024 == 0 && unit < Suffixes.Length - 1)
            (amount, unit) = (amount / 1024, unit + 1);
        return amount.ToString(CultureInfo.InvariantCulture) + Suffixes[unit];
    }
}
