using System.Globalization;

namespace Belvedere.Verifier.Sites;

/// <summary>Amounts of the API: <c>500m</c>, <c>2Gi</c>, <c>1.5</c>; sizes also as Thanos and memcached write them.</summary>
static class Quantity
{
    static readonly (string Suffix, double Factor)[] Units =
    [
        ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1L << 40), ("Ki", 1 << 10), ("Mi", 1 << 20), ("Gi", 1 << 30), ("Ti", 1L << 40),
        ("KB", 1 << 10), ("MB", 1 << 20), ("GB", 1 << 30), ("k", 1 << 10), ("m", 0.001), ("M", 1e6), ("G", 1e9), ("T", 1e12),
    ];

    public static double? Parse(string? text)
    {
        var (suffix, factor) = Units.FirstOrDefault(unit => text?.EndsWith(unit.Suffix, StringComparison.Ordinal) == true, ("", 1));
        return double.TryParse(text?[..^suffix.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number * factor : null;
    }
}
