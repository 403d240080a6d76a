namespace Belvedere.PromQL;

/// <summary>What a recording rule records.</summary>
/// <param name="Record">The name of its series.</param>
/// <param name="Expression">What is evaluated.</param>
public sealed record RecordedExpression(string Record, Expression Expression)
{
    /// <summary>Labels that its series get on top.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>How often it is evaluated; ranges of its series become subqueries with that step, or the server's default when null.</summary>
    public DurationExpression? Interval { get; init; }
}

/// <summary>What became of an expression whose recording rule was to be inlined.</summary>
/// <param name="Expression">The expression without the rule's series; null where an error stands in the way.</param>
/// <param name="Findings">What stands in the way; spans are those of the expression.</param>
public sealed record InlineResult(Expression? Expression, IReadOnlyList<PromDiagnostic> Findings);

/// <summary>Puts the expression of a recording rule in the place of its series.</summary>
public static class RecordingRuleInlining
{
    /// <summary>
    /// Replaces every selector of a rule's series by the rule's expression. Matchers are moved to the expression's own selectors
    /// where that means the same. The name of the series is lost, and there is a result for times before the rule was evaluated
    /// first. Ranges become subqueries, which are evaluated at other times than the rule was.
    /// </summary>
    public static InlineResult Inline(this Expression expression, RecordedExpression rule)
    {
        var rewriter = new Inliner(rule);
        var result = rewriter.Rewrite(expression);
        return new(rewriter.Findings.Count == 0 ? result : null, rewriter.Findings);
    }
}

sealed class Inliner(RecordedExpression rule) : ExpressionRewriter
{
    public List<PromDiagnostic> Findings { get; } = [];

    protected override Expression RewriteInstantSelector(VectorSelector node)
    {
        if (node.MetricName != rule.Record)
            return node;
        if (IsMoved(node))
            return node;

        return Recorded(node) is { } recorded ? new Parentheses { Inner = recorded, Span = node.Span } : node;
    }

    protected override Expression RewriteRangeSelector(RangeSelector node)
    {
        if (node.Selector.MetricName != rule.Record || Recorded(node.Selector) is not { } recorded)
            return node;
        if (node.Edges != RangeEdges.Default)
        {
            Report(node.Span, "anchored and smoothed apply to series only");
            return node;
        }

        return new Subquery
        {
            Operand = new Parentheses { Inner = recorded, Span = node.Selector.Span },
            Range = node.Range,
            Step = rule.Interval,
            At = node.At,
            Offset = node.Offset,
            Span = node.Span,
        };
    }

    bool IsMoved(VectorSelector node)
    {
        if (node.Offset is null && node.At is null)
            return false;
        Report(node.Span, "an expression cannot be moved in time as its series can, by offset or @");
        return true;
    }

    /// <summary>The rule's expression, restricted by a selector's matchers, with the rule's labels.</summary>
    Expression? Recorded(VectorSelector selector)
    {
        var result = rule.Expression;
        if (selector.MatcherVariables.Count > 0)
        {
            Report(selector.Span, $"what {string.Join(", ", selector.MatcherVariables)} matches is not known");
            return null;
        }

        foreach (var matcher in selector.Matchers)
        {
            if (matcher.Name == LabelMatcher.MetricName)
                continue;
            if (rule.Labels.TryGetValue(matcher.Name, out var value))
            {
                if (matcher.Operator == MatchOperator.Equal && matcher.Value == value && !matcher.ValueHasVariable)
                    continue;
                Report(matcher.Span, $"the rule sets {PromPrinter.PrintLabel(matcher.Name)} to {GoText.Quote(value)} itself; only a matcher for that value can be left out");
                return null;
            }

            if (!Passes(result, matcher.Name))
            {
                Report(matcher.Span, $"the rule's expression computes {PromPrinter.PrintLabel(matcher.Name)} or mixes series with different values of it, so the matcher cannot be moved into it");
                return null;
            }

            result = result.AddMatcher(matcher);
        }

        foreach (var label in rule.Labels)
            result = new FunctionCall
            {
                Function = Functions.Find("label_replace")!,
                Arguments = [result, Text(label.Key), Text(label.Value.Replace("$", "$$")), Text(""), Text("")],
            };
        return result;

        static StringLiteral Text(string value) => new() { Value = value };
    }

    /// <summary>Whether selecting by a label before is the same as selecting by it after.</summary>
    static bool Passes(Expression expression, string label) => new PassThrough(label).Visit(expression);

    void Report(SourceSpan span, string message) => Findings.Add(new(PromRewriteDiagnostics.CannotInline, span, message));

    sealed class PassThrough(string label) : ExpressionVisitor<bool>
    {
        protected override bool VisitNumber(NumberLiteral node) => true;

        protected override bool VisitString(StringLiteral node) => true;

        protected override bool VisitVectorSelector(VectorSelector node) => true;

        protected override bool VisitRangeSelector(RangeSelector node, bool selector) => true;

        protected override bool VisitSubquery(Subquery node, bool operand) => operand;

        protected override bool VisitUnary(UnaryExpression node, bool operand) => operand;

        protected override bool VisitError(ErrorExpression node) => false;

        // Ranks are taken over all series that are grouped together.
        protected override bool VisitAggregation(Aggregation node, bool parameter, bool operand) =>
            operand
            && node.Variable is null
            && (node.Parameter is null || parameter)
            && (node.Parameter as StringLiteral)?.Value != label
            && node.Grouping is { } grouping
            && grouping.Labels.Any(listed => listed.Name == label) == (grouping.Kind == GroupingKind.By);

        protected override bool VisitCall(FunctionCall node, IReadOnlyList<bool> arguments) => node.Function.Name switch
        {
            _ when node.Variable is not null || arguments.Contains(false) => false,
            "absent" or "absent_over_time" or "scalar" or "vector" or "info" => false,
            "label_replace" or "label_join" => node.Arguments.Count > 1 && (node.Arguments[1].WithoutParentheses() as StringLiteral)?.Value is { } target && target != label,
            "histogram_quantile" or "histogram_fraction" => label != "le",
            "histogram_quantiles" => false,
            _ => node.Arguments.Count > 0 || node.Function.ReturnType == ExpressionType.Scalar,
        };

        protected override bool VisitBinary(BinaryExpression node, bool left, bool right)
        {
            if (!left || !right || node.Matching is { FillLeft: not null } or { FillRight: not null })
                return false;
            if (node.Matching is not { } matching)
                return true;

            var listed = matching.Labels.Any(name => name.Name == label);
            return listed == (matching.Kind == MatchingKind.On) && !matching.Include.Any(name => name.Name == label);
        }
    }
}
