using Belvedere.Documents;

namespace Belvedere.Lowering.Delivery.Acm;

/// <summary>
/// Text in an <c>AddOnTemplate</c>. The framework replaces every <c>{{name}}</c> once, an unknown one by nothing: an alert's
/// <c>{{ $labels.x }}</c> would vanish. So the braces themselves become variables.
/// </summary>
static class TemplateText
{
    /// <summary>The name of the cluster, filled in for each.</summary>
    public const string ClusterName = "{{CLUSTER_NAME}}";

    /// <summary>The variables that stand for the braces.</summary>
    public static readonly IReadOnlyList<(string Name, string Value)> Variables = [("OPEN", "{{"), ("CLOSE", "}}")];

    /// <summary>A tree whose braces stay what they are.</summary>
    public static Node Escape(Node node) => node switch
    {
        MapNode map => new MapNode(map.Select(entry => new MapEntry(entry.Key, Escape(entry.Value)))),
        ListNode list => new ListNode(list.Select(Escape)),
        ScalarNode { Kind: ScalarKind.String, Text: var text } when text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal) => ScalarNode.String(Escape(text)),
        _ => node,
    };

    /// <summary>The same, but for one variable that is meant.</summary>
    public static Node EscapeAllBut(Node node, string meant) => node switch
    {
        MapNode map => new MapNode(map.Select(entry => new MapEntry(entry.Key, EscapeAllBut(entry.Value, meant)))),
        ListNode list => new ListNode(list.Select(item => EscapeAllBut(item, meant))),
        ScalarNode { Kind: ScalarKind.String, Text: var text } => ScalarNode.String(string.Join(meant, text.Split(meant).Select(Escape))),
        _ => node,
    };

    // Both replacements hold the marks of the other, so the text is gone through once.
    static string Escape(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
            if (string.CompareOrdinal(text, at, "{{", 0, 2) == 0)
                (_, at) = (escaped.Append("{{OPEN}}"), at + 1);
            else if (string.CompareOrdinal(text, at, "}}", 0, 2) == 0)
                (_, at) = (escaped.Append("{{CLOSE}}"), at + 1);
            else
                escaped.Append(text[at]);
        return escaped.ToString();
    }
}
