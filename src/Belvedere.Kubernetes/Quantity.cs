using System.Globalization;
using System.Numerics;

namespace Belvedere.Kubernetes;

/// <summary>
/// An amount of a resource: <c>500m</c>, <c>4Gi</c>, <c>1e3</c>. It keeps the text that the user wrote, because another spelling of
/// the same amount is a change in Git, and compares by value: <c>1</c> equals <c>1000m</c>. A text that is no quantity keeps its
/// text too; it equals only itself and <see cref="IsValid"/> is false.
/// </summary>
/// <remarks>Source: the quantity format of the Kubernetes API. Suffixes: n u m k M G T P E, Ki Mi Gi Ti Pi Ei, or an exponent.</remarks>
public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
{
    // An exponent beyond this is no amount of anything, and would cost memory to compare.
    const int MaximalExponent = 100;
    const int MaximalLength = 100;

    readonly string? text;

    /// <summary>Makes a quantity of its text.</summary>
    public Quantity(string text) => this.text = text;

    /// <summary>The text as written.</summary>
    public string Text => text ?? "0";

    /// <summary>Whether the text is a quantity.</summary>
    public bool IsValid => TryValue(Text, out _, out _);

    /// <summary>The amount; null when the text is no quantity.</summary>
    public double? Value => TryValue(Text, out var digits, out var scale) ? (double)digits * Math.Pow(10, scale) : null;

    /// <summary>A quantity of its text.</summary>
    public static implicit operator Quantity(string text) => new(text);

    /// <summary>A whole amount.</summary>
    public static implicit operator Quantity(long amount) => new(amount.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public bool Equals(Quantity other) => Text == other.Text || (IsValid && other.IsValid && CompareTo(other) == 0);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value is { } value ? value.GetHashCode() : StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>Orders by amount; texts that are no quantity come first.</summary>
    public int CompareTo(Quantity other)
    {
        var isValid = TryValue(Text, out var digits, out var scale);
        if (!TryValue(other.Text, out var otherDigits, out var otherScale))
            return isValid ? 1 : string.CompareOrdinal(Text, other.Text);
        if (!isValid)
            return -1;

        var common = Math.Min(scale, otherScale);
        return (digits * BigInteger.Pow(10, scale - common)).CompareTo(otherDigits * BigInteger.Pow(10, otherScale - common));
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Whether both are the same amount.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>Whether they are different amounts.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left is more.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left is not more.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left is not less.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    // The amount is digits × 10^scale, exactly.
    static bool TryValue(string text, out BigInteger digits, out int scale)
    {
        (digits, scale) = (default, 0);
        if (text.Length is 0 or > MaximalLength)
            return false;

        var at = text[0] is '+' or '-' ? 1 : 0;
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        var whole = text.AsSpan(start, at - start);
        var fraction = ReadOnlySpan<char>.Empty;
        if (at < text.Length && text[at] is '.')
        {
            start = ++at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
            fraction = text.AsSpan(start, at - start);
        }

        if (whole.IsEmpty && fraction.IsEmpty)
            return false;
        if (!TrySuffix(text.AsSpan(at), out var exponent, out var shift))
            return false;

        digits = BigInteger.Parse(string.Concat(whole, fraction), NumberStyles.None, CultureInfo.InvariantCulture) << shift;
        if (text[0] is '-')
            digits = -digits;
        scale = exponent - fraction.Length;
        return true;
    }

    static bool TrySuffix(ReadOnlySpan<char> suffix, out int exponent, out int shift)
    {
        (exponent, shift) = (0, 0);
        switch (suffix)
        {
            case "":
                return true;
            case [var letter, 'i']:
                shift = 10 * ("KMGTPE".IndexOf(letter) + 1);
                return shift > 0;
            case [var letter]:
                exponent = letter switch { 'n' => -9, 'u' => -6, 'm' => -3, 'k' => 3, 'M' => 6, 'G' => 9, 'T' => 12, 'P' => 15, 'E' => 18, _ => 0 };
                return exponent != 0;
            case ['e' or 'E', .. var power]:
                return int.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) && Math.Abs(exponent) <= MaximalExponent;
            default:
                return false;
        }
    }
}
