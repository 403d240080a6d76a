using System.Text;

namespace Belvedere.PromQL;

/// <summary>Puts variables back into the tree of a text that had something in their place, and spans back to the original.</summary>
sealed class VariableRestorer(SubstitutedText text, IReadOnlyList<TemplateHole> holes, char marker, Func<TemplateHole, bool> isValue) : ExpressionRewriter
{
    /// <summary>The label name of a matcher that stands for a variable that stands for matchers.</summary>
    public const string MatcherPrefix = "grafana_matchers_";

    readonly bool[] restored = new bool[holes.Count];

    public bool IsRestored(int hole) => restored[hole];

    /// <summary>The findings with places of the original, without warnings that rest on what was put in.</summary>
    public IReadOnlyList<PromDiagnostic> Diagnostics(IReadOnlyList<PromDiagnostic> diagnostics)
    {
        var hasLabels = holes.Any(hole => hole.Kind is HoleKind.Label or HoleKind.Matchers);
        var shown = GoText.Quote(marker.ToString()).Trim('"');
        var result = new List<PromDiagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            var mentions = diagnostic.Message.Contains(shown) || diagnostic.Message.IndexOf(marker) >= 0 || text.HolesIn(diagnostic.Span).Count > 0;
            if (!diagnostic.IsError && (mentions || hasLabels))
                continue;
            result.Add(new(
                diagnostic.Descriptor,
                text.ToOriginal(diagnostic.Span),
                diagnostic.Message.Replace(shown, "$…"),
                diagnostic.Hint));
        }

        return result;
    }

    protected override Expression RewriteNumber(NumberLiteral node) =>
        node with { Span = text.ToOriginal(node.Span), Variable = Take(node.Span) ? Compact(node.Span) : null };

    protected override Expression RewriteString(StringLiteral node) => node with
    {
        Span = text.ToOriginal(node.Span),
        HasVariable = Take(node.Span, out var first),
        Value = WithVariables(node.Value, first),
    };

    protected override VectorSelector RewriteSelector(VectorSelector node)
    {
        var matchers = new List<LabelMatcher>(node.Matchers.Count);
        List<string>? variables = null;
        for (var i = 0; i < node.Matchers.Count; i++)
        {
            var matcher = node.Matchers[i];
            if (matcher.Name.StartsWith(MatcherPrefix, StringComparison.Ordinal) && Take(matcher.Span))
                (variables ??= []).Add(Original(matcher.Span));
            else
                matchers.Add(Restored(matcher));
        }

        return node with
        {
            Span = text.ToOriginal(node.Span),
            NameSpan = text.ToOriginal(node.NameSpan),
            Name = node.Name is not null && Take(node.NameSpan) ? Original(node.NameSpan) : node.Name,
            Matchers = matchers,
            MatcherVariables = variables ?? (IReadOnlyList<string>)[],
            At = Restored(node.At),
            Offset = Restored(node.Offset),
        };
    }

    protected override Expression RewriteRangeSelector(RangeSelector node) => node with
    {
        Span = text.ToOriginal(node.Span),
        Range = Restored(node.Range)!,
        At = Restored(node.At),
        Offset = Restored(node.Offset),
    };

    protected override Expression RewriteSubquery(Subquery node) => node with
    {
        Span = text.ToOriginal(node.Span),
        Range = Restored(node.Range)!,
        Step = Restored(node.Step),
        At = Restored(node.At),
        Offset = Restored(node.Offset),
    };

    protected override Expression RewriteUnary(UnaryExpression node) => node with { Span = text.ToOriginal(node.Span) };

    protected override Expression RewriteParentheses(Parentheses node) => node with { Span = text.ToOriginal(node.Span) };

    protected override Expression RewriteBinary(BinaryExpression node) => node with
    {
        Span = text.ToOriginal(node.Span),
        OperatorSpan = text.ToOriginal(node.OperatorSpan),
        Matching = node.Matching is null ? null : node.Matching with
        {
            Span = text.ToOriginal(node.Matching.Span),
            Labels = Restored(node.Matching.Labels),
            Include = Restored(node.Matching.Include),
        },
    };

    protected override Expression RewriteAggregation(Aggregation node) => node with
    {
        Span = text.ToOriginal(node.Span),
        OperatorSpan = text.ToOriginal(node.OperatorSpan),
        Variable = Take(node.OperatorSpan) ? Original(node.OperatorSpan) : null,
        Grouping = node.Grouping is null ? null : node.Grouping with
        {
            Span = text.ToOriginal(node.Grouping.Span),
            Labels = Restored(node.Grouping.Labels),
        },
    };

    protected override Expression RewriteCall(FunctionCall node) => node with
    {
        Span = text.ToOriginal(node.Span),
        NameSpan = text.ToOriginal(node.NameSpan),
        Variable = Take(node.NameSpan) ? Original(node.NameSpan) : null,
    };

    protected override Expression RewriteError(ErrorExpression node) => node with { Span = text.ToOriginal(node.Span) };

    LabelMatcher Restored(LabelMatcher matcher)
    {
        var hasValue = Take(matcher.ValueSpan, out var firstOfValue);
        var value = WithVariables(matcher.Value, firstOfValue);
        var isMetricName = matcher.NameSpan == matcher.ValueSpan;
        var hasName = !isMetricName && Take(matcher.NameSpan);
        return matcher with
        {
            Span = text.ToOriginal(matcher.Span),
            NameSpan = text.ToOriginal(matcher.NameSpan),
            ValueSpan = text.ToOriginal(matcher.ValueSpan),
            Name = hasName ? Unquoted(matcher.NameSpan) : matcher.Name,
            NameIsVariable = hasName,
            Value = value,
            ValueHasVariable = hasValue,
        };
    }

    LabelName[] Restored(IReadOnlyList<LabelName> labels)
    {
        var result = new LabelName[labels.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var isVariable = Take(labels[i].Span);
            result[i] = new(isVariable ? Unquoted(labels[i].Span) : labels[i].Name) { Span = text.ToOriginal(labels[i].Span), IsVariable = isVariable };
        }

        return result;
    }

    AtModifier? Restored(AtModifier? at) => at is null ? null : at with
    {
        Span = text.ToOriginal(at.Span),
        Variable = Take(at.Span) ? Original(at.Span).TrimStart('@').Trim() : null,
    };

    DurationExpression? Restored(DurationExpression? duration)
    {
        var spine = new Stack<DurationOperation>();
        while (duration is DurationOperation operation)
        {
            spine.Push(operation);
            duration = operation.Left;
        }

        var result = duration switch
        {
            DurationLiteral node => node with { Span = text.ToOriginal(node.Span), Variable = Take(node.Span) ? Compact(node.Span) : null },
            DurationNegation node => node with { Span = text.ToOriginal(node.Span), Operand = Restored(node.Operand)! },
            DurationParentheses node => node with { Span = text.ToOriginal(node.Span), Inner = Restored(node.Inner)! },
            DurationCall node => node with { Span = text.ToOriginal(node.Span), Arguments = [.. node.Arguments.Select(argument => Restored(argument)!)] },
            _ => duration,
        };
        while (spine.Count > 0)
        {
            var operation = spine.Pop();
            result = operation with { Span = text.ToOriginal(operation.Span), Left = result!, Right = Restored(operation.Right)! };
        }

        return result;
    }

    bool Take(SourceSpan span) => Take(span, out _);

    /// <summary>Whether variables stand in a place; they are then restored.</summary>
    bool Take(SourceSpan span, out int first)
    {
        first = -1;
        if (span.Length == 0)
            return false;

        var (start, count) = text.HolesIn(span);
        for (var i = start; i < start + count; i++)
            if (isValue(holes[i]))
                return false;
        for (var i = start; i < start + count; i++)
            restored[i] = true;
        first = count == 0 ? -1 : start;
        return count > 0;
    }

    string Original(SourceSpan span) => text.ToOriginal(span).In(text.Original);

    string Unquoted(SourceSpan span) => Original(span).Trim('"', '\'', '`');

    /// <summary>The original without white space: between a sign and its variable there may be some.</summary>
    string Compact(SourceSpan span)
    {
        var original = Original(span);
        var result = new StringBuilder(original.Length);
        foreach (var c in original)
            if (c is not (' ' or '\t' or '\n' or '\r'))
                result.Append(c);

        return result.ToString();
    }

    string WithVariables(string value, int first)
    {
        if (first < 0 || value.IndexOf(marker) < 0)
            return value;

        var result = new StringBuilder(value.Length + 16);
        foreach (var c in value)
        {
            if (c == marker && first < holes.Count)
                result.Append(text.Original, holes[first].Span.Start, holes[first++].Span.Length);
            else
                result.Append(c);
        }

        return result.ToString();
    }
}
