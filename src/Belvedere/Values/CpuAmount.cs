using System.Globalization;

namespace Belvedere;

/// <summary>An amount of processor time, written as <c>250.Millicores</c> or <c>2.Cores</c>.</summary>
/// <param name="Millicores">Thousandths of a core.</param>
public readonly record struct CpuAmount(long Millicores) : IComparable<CpuAmount>
{
    /// <inheritdoc/>
    public int CompareTo(CpuAmount other) => Millicores.CompareTo(other.Millicores);

    /// <summary>Whether the left is smaller.</summary>
    public static bool operator <(CpuAmount left, CpuAmount right) => left.Millicores < right.Millicores;

    /// <summary>Whether the left is larger.</summary>
    public static bool operator >(CpuAmount left, CpuAmount right) => left.Millicores > right.Millicores;

    /// <summary>Whether the left is no larger.</summary>
    public static bool operator <=(CpuAmount left, CpuAmount right) => left.Millicores <= right.Millicores;

    /// <summary>Whether the left is no smaller.</summary>
    public static bool operator >=(CpuAmount left, CpuAmount right) => left.Millicores >= right.Millicores;

    /// <summary>The amount as the canonical Kubernetes quantity: <c>250m</c>, <c>2</c>.</summary>
    public override string ToString() => Millicores % 1000 == 0
        ? (Millicores / 1000).ToString(CultureInfo.InvariantCulture)
        : Millicores.ToString(CultureInfo.InvariantCulture) + "m";
}
