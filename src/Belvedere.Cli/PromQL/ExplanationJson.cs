using Belvedere.PromQL;

namespace Belvedere.Cli.PromQL;

/// <summary>
/// An explanation for programs. The tree is a list of nodes, parents first, each with its parent's index: no depth of nesting
/// can then be too much for whoever reads it.
/// </summary>
static class ExplanationJson
{
    public static JsonLine Of(ReadExpression read)
    {
        var line = new JsonLine().Add("expr", read.Text).Add("valid", !read.HasErrors).Add("errors", read.Errors.Select(DiagnosticReport.Json));
        if (read.HasErrors || read.Expression is null)
            return line;

        var analysis = ExpressionAnalysis.Of(read.Expression);
        return line
            .Add("type", TypeNames.Of(analysis.Result.Type))
            .Add("metrics", analysis.Metrics)
            .Add("labels", Labels(analysis.Labels))
            .Add("presence", analysis.Result.Presence.Kind.ToString())
            .Add("reason", analysis.Result.Presence.Reason)
            .Add("smallestRangeSeconds", analysis.SmallestRangeSeconds)
            .Add("longestLookBackSeconds", analysis.LongestLookBackSeconds)
            .Add("nodes", Nodes(analysis));
    }

    static IEnumerable<JsonLine> Nodes(ExpressionAnalysis analysis)
    {
        var pending = new Stack<(Expression Node, int Parent)>();
        pending.Push((analysis.Expression, -1));
        for (var index = 0; pending.Count > 0; index++)
        {
            var (node, parent) = pending.Pop();
            var shape = analysis.ShapeOf(node);
            yield return new JsonLine()
                .Add("parent", parent)
                .Add("node", NodeName.Of(node))
                .Add("type", TypeNames.Of(shape.Type))
                .Add("start", node.Span.Start)
                .Add("end", node.Span.End)
                .Add("labels", Labels(shape.Labels));
            for (var i = node.ChildCount - 1; i >= 0; i--)
                pending.Push((node.Child(i), index));
        }
    }

    static JsonLine Labels(OutputLabels labels) => new JsonLine()
        .Add("guaranteed", labels.Guaranteed)
        .Add("possible", labels.Possible)
        .Add("excluded", labels.Excluded)
        .Add("othersPossible", labels.IsOpen);
}
