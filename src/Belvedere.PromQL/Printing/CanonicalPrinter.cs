using System.Text;

namespace Belvedere.PromQL;

/// <summary>Writes a tree on one line. Source: Prometheus' printer.go.</summary>
/// <param name="result">Takes the text.</param>
/// <param name="exponents">Whether large and small numbers have an exponent.</param>
/// <param name="places">Takes where each expression stands in the text, if that is wanted.</param>
sealed class CanonicalPrinter(StringBuilder result, bool exponents, Dictionary<Expression, SourceSpan>? places)
{
    public string Text => result.ToString();

    /// <summary>Whether the text means another tree, for want of parentheses.</summary>
    public bool LacksParentheses { get; private set; }

    public void Write(Expression expression)
    {
        var start = result.Length;
        if (expression is not BinaryExpression)
        {
            WriteOther(expression);
            Place(expression, start);
            return;
        }

        var spine = new Stack<BinaryExpression>();
        while (expression is BinaryExpression binary)
        {
            spine.Push(binary);
            expression = binary.Left;
        }

        // A sign would bind weaker than the operator.
        if (expression is NumberLiteral { Value: double.PositiveInfinity, Variable: null } && spine.Peek().Operator == BinaryOperator.Power)
            result.Append("Inf");
        else
            WriteOther(expression);
        Place(expression, start);
        while (spine.Count > 0)
        {
            var binary = spine.Pop();
            LacksParentheses |= Parenthesizer.IsNeededLeft(binary) || Parenthesizer.IsNeededRight(binary);
            result.Append(' ');
            AppendOperator(result, binary);
            result.Append(' ');
            Write(binary.Right);
            Place(binary, start);
        }
    }

    public static void AppendOperator(StringBuilder result, BinaryExpression binary)
    {
        result.Append(binary.Operator.Text());
        if (binary.ReturnBool)
            result.Append(" bool");
        if (binary.Matching is not { IsDefault: false } matching)
            return;

        if (matching.Labels.Count > 0 || matching.Kind == MatchingKind.On || matching.Group != GroupSide.None)
        {
            result.Append(matching.Kind == MatchingKind.On ? " on (" : " ignoring (");
            AppendLabels(result, matching.Labels);
            result.Append(')');
        }

        if (matching.Group != GroupSide.None)
        {
            result.Append(matching.Group == GroupSide.Left ? " group_left (" : " group_right (");
            AppendLabels(result, matching.Include);
            result.Append(')');
        }

        if (matching.FillLeft is { } both && matching.FillRight is { } same && both.Equals(same))
        {
            AppendFill(result, " fill (", both);
            return;
        }

        if (matching.FillLeft is { } left)
            AppendFill(result, " fill_left (", left);
        if (matching.FillRight is { } right)
            AppendFill(result, " fill_right (", right);
    }

    public static void AppendAggregation(StringBuilder result, Aggregation node)
    {
        result.Append(node.Variable ?? node.Operator.Text());
        if (node.Grouping is not { } grouping || (grouping.Kind == GroupingKind.By && grouping.Labels.Count == 0))
            return;
        result.Append(grouping.Kind == GroupingKind.By ? " by (" : " without (");
        AppendLabels(result, grouping.Labels);
        result.Append(") ");
    }

    public static void AppendMatcher(StringBuilder result, LabelMatcher matcher)
    {
        AppendLabel(result, matcher.Name, matcher.NameIsVariable);
        result.Append(matcher.Operator switch
        {
            MatchOperator.Equal => "=",
            MatchOperator.NotEqual => "!=",
            MatchOperator.RegexMatch => "=~",
            _ => "!~",
        });
        GoText.AppendQuoted(result, matcher.Value);
    }

    public static void AppendSubquerySuffix(StringBuilder result, Subquery node)
    {
        result.Append('[');
        AppendLength(result, node.Range);
        result.Append(':');
        if (node.Step is not null)
            AppendLength(result, node.Step);
        result.Append(']');
        AppendAt(result, node.At);
        AppendOffset(result, node.Offset);
    }

    public static void AppendDuration(StringBuilder result, DurationExpression duration)
    {
        var spine = new Stack<DurationOperation>();
        while (duration is DurationOperation operation)
        {
            spine.Push(operation);
            duration = operation.Left;
        }

        AppendDurationTerm(result, duration);
        while (spine.Count > 0)
        {
            var operation = spine.Pop();
            result.Append(' ').Append(operation.Operator.Text()).Append(' ');
            AppendDuration(result, operation.Right);
        }
    }

    void WriteOther(Expression expression)
    {
        switch (expression)
        {
            case NumberLiteral node:
                WriteNumber(node);
                break;
            case StringLiteral node:
                GoText.AppendQuoted(result, node.Value);
                break;
            case VectorSelector node:
                WriteSelector(node);
                AppendAt(result, node.At);
                AppendEdges(result, node.Edges);
                AppendOffset(result, node.Offset);
                break;
            case RangeSelector node:
                WriteSelector(node.Selector);
                result.Append('[');
                AppendLength(result, node.Range);
                result.Append(']');
                AppendEdges(result, node.Edges);
                AppendAt(result, node.At);
                AppendOffset(result, node.Offset);
                break;
            case Subquery node:
                LacksParentheses |= Parenthesizer.IsNeeded(node);
                Write(node.Operand);
                AppendSubquerySuffix(result, node);
                break;
            case UnaryExpression node:
                LacksParentheses |= Parenthesizer.IsNeeded(node);
                result.Append(node.IsNegative ? '-' : '+');
                Write(node.Operand);
                break;
            case Aggregation node:
                AppendAggregation(result, node);
                result.Append('(');
                if (node.Parameter is not null)
                {
                    Write(node.Parameter);
                    result.Append(", ");
                }

                Write(node.Operand);
                result.Append(')');
                break;
            case FunctionCall node:
                result.Append(node.Variable ?? node.Function.Name).Append('(');
                WriteAll(node.Arguments);
                result.Append(')');
                break;
            case Parentheses node:
                result.Append('(');
                Write(node.Inner);
                result.Append(')');
                break;
            case ErrorExpression node:
                WriteAll(node.Recovered);
                break;
        }
    }

    void WriteNumber(NumberLiteral node)
    {
        if (node.Variable is not null)
            result.Append(node.Variable);
        else if (node.IsDuration)
            GoNumber.AppendDuration(result, node.Value);
        else if (exponents)
            GoNumber.AppendGeneral(result, node.Value);
        else
            GoNumber.AppendShortest(result, node.Value);
    }

    void WriteSelector(VectorSelector node)
    {
        result.Append(node.Name);
        var matchers = node.Matchers;
        if (matchers.Count == 0 && node.MatcherVariables.Count == 0)
        {
            // Without a name the braces are all there is.
            if (node.Name is null)
                result.Append("{}");
            return;
        }

        result.Append('{');
        if (matchers.Count == 1)
            AppendMatcher(result, matchers[0]);
        else
            WriteSorted(matchers);
        for (var i = 0; i < node.MatcherVariables.Count; i++)
            result.Append(matchers.Count + i == 0 ? "" : ",").Append(node.MatcherVariables[i]);
        result.Append('}');
    }

    void WriteSorted(IReadOnlyList<LabelMatcher> matchers)
    {
        var texts = new string[matchers.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = matchers[i].ToString();
        Array.Sort(texts, StringComparer.Ordinal);
        for (var i = 0; i < texts.Length; i++)
            result.Append(i == 0 ? "" : ",").Append(texts[i]);
    }

    void WriteAll(IReadOnlyList<Expression> expressions)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            if (i > 0)
                result.Append(", ");
            Write(expressions[i]);
        }
    }

    void Place(Expression expression, int start)
    {
        if (places is not null)
            places[expression] = new(start, result.Length);
    }

    static void AppendAt(StringBuilder result, AtModifier? at)
    {
        if (at is null)
            return;

        result.Append(" @ ");
        if (at.Variable is not null)
            result.Append(at.Variable);
        else if (at.Kind == AtKind.Timestamp)
            GoNumber.AppendTimestamp(result, at.Milliseconds);
        else
            result.Append(at.Kind == AtKind.Start ? "start()" : "end()");
    }

    static void AppendOffset(StringBuilder result, DurationExpression? offset)
    {
        if (offset is null or DurationLiteral { Seconds: 0, Variable: null })
            return;

        result.Append(" offset ");
        AppendLength(result, offset);
    }

    static void AppendEdges(StringBuilder result, RangeEdges edges)
    {
        if (edges != RangeEdges.Default)
            result.Append(edges == RangeEdges.Anchored ? " anchored" : " smoothed");
    }

    // A literal that is the whole length has units, even if it was written as a number.
    static void AppendLength(StringBuilder result, DurationExpression duration)
    {
        if (duration is DurationLiteral { Variable: null } literal)
            GoNumber.AppendDuration(result, literal.Seconds);
        else
            AppendDuration(result, duration);
    }

    static void AppendDurationTerm(StringBuilder result, DurationExpression duration)
    {
        switch (duration)
        {
            case DurationLiteral { Variable: { } variable }:
                result.Append(variable);
                break;
            case DurationLiteral { IsNumber: true } node:
                GoNumber.AppendShortest(result, node.Seconds);
                break;
            case DurationLiteral node:
                GoNumber.AppendDuration(result, node.Seconds);
                break;
            case DurationNegation node:
                AppendDuration(result.Append('-'), node.Operand);
                break;
            case DurationParentheses node:
                AppendDuration(result.Append('('), node.Inner);
                result.Append(')');
                break;
            case DurationCall node:
                result.Append(node.Function switch
                {
                    DurationFunction.Step => "step(",
                    DurationFunction.Range => "range(",
                    DurationFunction.Min => "min_of(",
                    _ => "max_of(",
                });
                for (var i = 0; i < node.Arguments.Count; i++)
                    AppendDuration(result.Append(i == 0 ? "" : ", "), node.Arguments[i]);
                result.Append(')');
                break;
        }
    }

    static void AppendFill(StringBuilder result, string keyword, double value)
    {
        GoNumber.AppendGeneral(result.Append(keyword), value);
        result.Append(')');
    }

    static void AppendLabels(StringBuilder result, IReadOnlyList<LabelName> labels)
    {
        for (var i = 0; i < labels.Count; i++)
            AppendLabel(result.Append(i == 0 ? "" : ", "), labels[i].Name, labels[i].IsVariable);
    }

    static void AppendLabel(StringBuilder result, string name, bool isVariable)
    {
        if (isVariable || LabelNames.IsPlain(name))
            result.Append(name);
        else
            GoText.AppendQuoted(result, name);
    }
}
