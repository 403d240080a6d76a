namespace Belvedere.Distill;

/// <summary>Names of fields as names of types.</summary>
static class Words
{
    public static string Pascal(string field)
    {
        var parts = field.Split('-', '_', '.', '$', '/');
        return string.Concat(parts.Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }

    /// <summary>The singular of an English plural, as far as field names need it.</summary>
    public static string Singular(string field) => field switch
    {
        _ when field.EndsWith("ies", StringComparison.Ordinal) => field[..^3] + "y",
        _ when field.EndsWith("sses", StringComparison.Ordinal) || field.EndsWith("xes", StringComparison.Ordinal) || field.EndsWith("ches", StringComparison.Ordinal) => field[..^2],
        _ when field.EndsWith("ss", StringComparison.Ordinal) || field.EndsWith("us", StringComparison.Ordinal) || field.EndsWith("dns", StringComparison.OrdinalIgnoreCase) => field,
        _ when field.EndsWith('s') => field[..^1],
        _ => field,
    };
}
