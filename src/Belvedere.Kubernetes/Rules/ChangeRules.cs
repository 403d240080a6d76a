namespace Belvedere.Kubernetes;

/// <summary>A rule that a CRD states over an object as it is and as it is to be.</summary>
/// <param name="Identity">The identity in the schemas: a hash of the upstream expression.</param>
/// <param name="Reason">What is wrong when it is broken, as a sentence.</param>
/// <param name="IsMet">Whether the old value and the new one meet it.</param>
sealed record ChangeRule(string Identity, string Reason, Func<RuleSubject, RuleSubject, bool> IsMet);

/// <summary>All rules over changes. That a field can never be changed is said in the schemas themselves.</summary>
static class ChangeRules
{
    static readonly ChangeRule[] All =
    [
        StaysSet("change:9e9b1e68be96", "editable"),
        StaysSet("change:d8c453518494", "folderUID"),
        StaysSet("change:19b10acb0f05", "folderRef"),
        StaysSet("change:50f62895e9e5", "name"),
        StaysSet("change:b4c047562157", "uid"),
        StaysSet("change:3193bd7567e7", "accessToken"),
        new("change:73ce004da96e", "allowCrossNamespaceImport cannot be taken back.", (before, after) =>
            before.Text("allowCrossNamespaceImport") is not "true" || after.Text("allowCrossNamespaceImport") is "true"),
    ];

    /// <summary>The rule of an identity; null for rules over one object.</summary>
    public static ChangeRule? Find(string identity) => Array.Find(All, rule => rule.Identity == identity);

    /// <summary>The identities that are implemented.</summary>
    public static IEnumerable<string> Identities => All.Select(rule => rule.Identity);

    static ChangeRule StaysSet(string identity, string field) =>
        new(identity, $"{field} cannot be added or removed later.", (before, after) => before.Has(field) == after.Has(field));
}
