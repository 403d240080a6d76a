using System.Globalization;

namespace Belvedere.Documents.Yaml;

/// <summary>What scalars of a file become in the tree, with the errors that clusters would be silent about.</summary>
static class Scalars
{
    /// <summary>A value that stood without quotes.</summary>
    public static ScalarNode Plain(TreeBuilder tree, string text, TextSpan span)
    {
        if (PlainScalar.IsNotFinite(text))
            tree.Error($"{text} is a number that neither JSON nor Kubernetes has: put it in quotes if it is text.", span);

        var (kind, value) = PlainScalar.Resolve(text);
        return new ScalarNode(kind, value, text, span);
    }

    /// <summary>
    /// A key. JSON, and so Kubernetes, has only strings for keys: others pass if they become the very text that is written.
    /// </summary>
    public static ScalarNode Key(TreeBuilder tree, ScalarNode key)
    {
        if (key.Kind == ScalarKind.String)
            return key;

        var sent = InClusters(key);
        if (sent == key.Written)
            return new ScalarNode(ScalarKind.String, sent, key.Span);

        tree.Error(
            sent is null
                ? "A key is missing here, or is null: write a text, in quotes if it is to be null or ~."
                : $"The key {Excerpt.Of(key.Written)} reaches clusters as {sent}: put it in quotes, or write {sent}.",
            key.Span);
        return TreeBuilder.Unreadable;
    }

    // Clusters print numbers anew; kubectl takes 32 bits for those with a fraction.
    static string? InClusters(ScalarNode key) => key.Kind switch
    {
        ScalarKind.Null => null,
        ScalarKind.Float when key.TryGetNumber(out var value) => ((float)value).ToString("R", CultureInfo.InvariantCulture),
        _ => key.Text,
    };
}
