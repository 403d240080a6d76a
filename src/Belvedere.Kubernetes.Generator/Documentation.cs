namespace Belvedere.Kubernetes.Generator;

/// <summary>What F12 shows of a field: its path, type and limits.</summary>
static class Documentation
{
    static readonly (string Keyword, string Words)[] Limits =
    [
        ("minimum", "at least"), ("maximum", "at most"), ("exclusiveMinimum", "more than"), ("exclusiveMaximum", "less than"),
        ("minLength", "shortest length"), ("maxLength", "longest length"), ("minItems", "fewest items"), ("maxItems", "most items"),
        ("minProperties", "fewest entries"), ("maxProperties", "most entries"), ("pattern", "pattern"),
    ];

    public static string Of(Definition owner, string field, JsonObject schema, FieldType type)
    {
        var parts = new List<string> { type.Noun + (schema.Text("format") is { } format and not "quantity" ? $" ({format})" : "") };
        parts.AddRange(from limit in Limits where schema.Has(limit.Keyword) select $"{limit.Words} <c>{Escape(schema.Text(limit.Keyword)!)}</c>");
        if (schema.List("x-kubernetes-list-map-keys") is { Count: > 0 } keys)
            parts.Add($"unique by {string.Join(", ", keys)}");
        if (schema.Text("x-kubernetes-list-type") is "set")
            parts.Add("unique items");
        if (type is EnumerationType enumeration)
            parts.Add("one of " + string.Join(", ", enumeration.Target.Schema.List("enum").Select(value => $"<c>{Escape(value!.ToString())}</c>")));
        if (schema.Has("default") && schema["default"] is string or bool or JsonNumber)
            parts.Add($"default <c>{Escape(schema["default"]!.ToString())}</c>");
        if (owner.Schema.List("required").Contains(field))
            parts.Add("required");
        if (schema.Flag("x-immutable"))
            parts.Add("cannot be changed later");
        return $"<c>{Escape(owner.Name)}.{Escape(field)}</c>: {string.Join(", ", parts)}.";
    }

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
