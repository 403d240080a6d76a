using Belvedere.Verifier.Reading;

namespace Belvedere.Verifier.Sites;

/// <summary>Label selectors as the API server reads them.</summary>
static class Selector
{
    /// <summary>Whether labels have all of these.</summary>
    public static bool Has(IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string> wanted) =>
        wanted.All(pair => labels.TryGetValue(pair.Key, out var value) && value == pair.Value);

    /// <summary>Whether labels fit <c>matchLabels</c> and <c>matchExpressions</c>; an empty selector fits all.</summary>
    public static bool Fits(Node selector, IReadOnlyDictionary<string, string> labels) =>
        Has(labels, selector["matchLabels"].Strings) && selector["matchExpressions"].Items.All(expression => FitsExpression(expression, labels));

    static bool FitsExpression(Node expression, IReadOnlyDictionary<string, string> labels)
    {
        var has = labels.TryGetValue(expression["key"].Text ?? "", out var value);
        return expression["operator"].Text switch
        {
            "In" => has && expression["values"].Texts.Contains(value),
            "NotIn" => !has || !expression["values"].Texts.Contains(value),
            "Exists" => has,
            "DoesNotExist" => !has,
            _ => false,
        };
    }
}
