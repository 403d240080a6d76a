using Belvedere.Documents;

namespace Belvedere.Checks.Manifests;

/// <summary>A label selector as manifests write it: <c>matchLabels</c> and <c>matchExpressions</c>.</summary>
static class ManifestSelector
{
    /// <summary>Whether it selects what has these labels.</summary>
    public static bool Matches(MapNode selector, IReadOnlyDictionary<string, string> labels)
    {
        foreach (var (key, value) in selector["matchLabels"] as MapNode ?? MapNode.Empty)
            if (labels.GetValueOrDefault(key.Text) != (value as ScalarNode)?.Text)
                return false;
        foreach (var expression in selector["matchExpressions"] as ListNode ?? ListNode.Empty)
            if (!Fits(expression, labels))
                return false;
        return true;
    }

    // As in Kubernetes, what lacks the label satisfies NotIn.
    static bool Fits(Node expression, IReadOnlyDictionary<string, string> labels)
    {
        var value = labels.GetValueOrDefault((expression.At("key") as ScalarNode)?.Text ?? "");
        var values = (expression.At("values") as ListNode ?? ListNode.Empty).OfType<ScalarNode>().Select(known => known.Text);
        return (expression.At("operator") as ScalarNode)?.Text switch
        {
            "In" => value is not null && values.Contains(value),
            "NotIn" => value is null || !values.Contains(value),
            "Exists" => value is not null,
            _ => value is null,
        };
    }
}
