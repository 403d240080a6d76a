namespace Belvedere.Kubernetes;

/// <summary>
/// A rule that a CRD states over several fields, implemented by hand. Its identity is the hash of the upstream expression: when
/// upstream changes the expression, the schemas name a rule that is not here, and a test is red.
/// </summary>
/// <param name="Identity">The identity in the schemas.</param>
/// <param name="Reason">What is wrong when it is broken, as a sentence.</param>
/// <param name="IsMet">Whether a value, with its defaults, meets it.</param>
sealed record SchemaRule(string Identity, string Reason, Func<RuleSubject, bool> IsMet)
{
    /// <summary>At most one of the fields is set.</summary>
    public static SchemaRule AtMostOne(string identity, params string[] fields) =>
        new(identity, $"Only one of {List(fields)} can be set.", self => Set(self, fields) <= 1);

    /// <summary>Exactly one of the fields is set.</summary>
    public static SchemaRule ExactlyOne(string identity, params string[] fields) =>
        new(identity, $"Exactly one of {List(fields)} is needed.", self => Set(self, fields) == 1);

    /// <summary>One of the fields is set, or several.</summary>
    public static SchemaRule AtLeastOne(string identity, params string[] fields) =>
        new(identity, $"One of {List(fields)} is needed.", self => Set(self, fields) >= 1);

    /// <summary>All fields are set, or none.</summary>
    public static SchemaRule Together(string identity, params string[] fields) =>
        new(identity, $"{List(fields, "and")} are set together or not at all.", self => Set(self, fields) is var set && (set == 0 || set == fields.Length));

    /// <summary>A field is set only with this value of another.</summary>
    public static SchemaRule OnlyWith(string identity, string field, string other, string value) =>
        new(identity, $"{field} is for {other} {value} only.", self => !self.Has(field) || self.Text(other) == value);

    /// <summary>A field must be set with this value of another.</summary>
    public static SchemaRule NeededWith(string identity, string field, string other, string value) =>
        new(identity, $"{field} is needed with {other} {value}.", self => self.Has(field) || self.Text(other) != value);

    /// <summary>A field cannot be set.</summary>
    public static SchemaRule Never(string identity, string field) =>
        new(identity, $"{field} cannot be set here.", self => !self.Has(field));

    static int Set(RuleSubject self, string[] fields)
    {
        var set = 0;
        foreach (var field in fields)
            if (self.Has(field))
                set++;
        return set;
    }

    static string List(string[] fields, string last = "or") => $"{string.Join(", ", fields[..^1])} {last} {fields[^1]}";
}
