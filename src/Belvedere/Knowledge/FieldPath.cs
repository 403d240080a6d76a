namespace Belvedere.Knowledge;

/// <summary>Paths of fields as the tables write them: <c>spec.endpoints[].interval</c>, or <c>**.noProxy</c> at any depth.</summary>
static class FieldPath
{
    const string AnyDepth = "**.";

    /// <summary>Whether a path of a table is this field.</summary>
    public static bool Matches(string listed, string field)
    {
        if (!listed.StartsWith(AnyDepth, StringComparison.Ordinal))
            return listed == field;
        var tail = listed.AsSpan(AnyDepth.Length);
        return field.AsSpan().EndsWith(tail, StringComparison.Ordinal) && (field.Length == tail.Length || field[^(tail.Length + 1)] == '.');
    }
}
