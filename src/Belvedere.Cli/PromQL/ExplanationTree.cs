using Belvedere.PromQL;

namespace Belvedere.Cli.PromQL;

/// <summary>A line of a tree.</summary>
/// <param name="Branch">What draws the tree.</param>
/// <param name="Name">What the node is.</param>
/// <param name="Type">What it evaluates to.</param>
/// <param name="Labels">The labels of its result; empty where it has none by nature.</param>
sealed record ExplanationLine(string Branch, string Name, string Type, string Labels);

/// <summary>Draws expressions as trees. Uses no call stack, and stops where a line would be too wide to be read.</summary>
static class ExplanationTree
{
    const int MaximumLevel = 60;

    public static IEnumerable<ExplanationLine> Of(ExpressionAnalysis analysis)
    {
        var pending = new Stack<(Expression Node, string Branch, string Indent, int Level)>();
        pending.Push((analysis.Expression, "", "", 0));
        while (pending.Count > 0)
        {
            var (node, branch, indent, level) = pending.Pop();
            var shape = analysis.ShapeOf(node);
            var hasLabels = shape.Type is ExpressionType.InstantVector or ExpressionType.RangeVector;
            yield return new(branch, NodeName.Of(node), TypeNames.Of(shape.Type), hasLabels ? shape.Labels.ToString() : "");
            if (node is RangeSelector)
                continue;
            if (level == MaximumLevel)
            {
                if (node.ChildCount > 0)
                    yield return new(indent + "└─ ", "…", "", "");
                continue;
            }

            for (var i = node.ChildCount - 1; i >= 0; i--)
            {
                var last = i == node.ChildCount - 1;
                pending.Push((node.Child(i), indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "), level + 1));
            }
        }
    }
}

/// <summary>What a node is, in a word or two.</summary>
static class NodeName
{
    const int MaximumLength = 120;

    public static string Of(Expression node) => node switch
    {
        NumberLiteral or StringLiteral or VectorSelector or RangeSelector => Short(PromPrinter.Print(node)),
        Aggregation aggregation => (aggregation.Variable ?? aggregation.Operator.Text()) + Short(Grouping(aggregation.Grouping)),
        FunctionCall call => (call.Variable ?? call.Function.Name) + "()",
        BinaryExpression binary => Short(binary.Operator.Text() + (binary.ReturnBool ? " bool" : "") + Matching(binary.Matching)),
        UnaryExpression unary => unary.IsNegative ? "-" : "+",
        Parentheses => "( )",
        Subquery subquery => $"[{subquery.Range}:{subquery.Step}]",
        _ => "error",
    };

    static string Grouping(Grouping? grouping) =>
        grouping is null ? "" : $" {(grouping.Kind == GroupingKind.By ? "by" : "without")} ({string.Join(", ", grouping.Labels)})";

    static string Matching(VectorMatching? matching)
    {
        if (matching is null or { IsDefault: true })
            return "";

        var text = $" {(matching.Kind == MatchingKind.On ? "on" : "ignoring")} ({string.Join(", ", matching.Labels)})";
        return matching.Group == GroupSide.None
            ? text
            : $"{text} {(matching.Group == GroupSide.Left ? "group_left" : "group_right")} ({string.Join(", ", matching.Include)})";
    }

    static string Short(string text) => text.Length <= MaximumLength ? text : text[..MaximumLength] + "…";
}
