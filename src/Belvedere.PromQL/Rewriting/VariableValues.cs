namespace Belvedere.PromQL;

/// <summary>What became of an expression whose variables were given values.</summary>
/// <param name="Expression">The expression; null where a value does not fit.</param>
/// <param name="Findings">The values that do not fit; spans are those of the variables.</param>
public sealed record SubstitutionResult(Expression? Expression, IReadOnlyList<PromDiagnostic> Findings);

/// <summary>Gives variables values.</summary>
public static class VariableValues
{
    /// <summary>
    /// Puts values in the place of variables. Variables without a value stay. In a string a value is plain text; a list of labels
    /// may have several labels with commas between them, whole matchers likewise.
    /// </summary>
    public static SubstitutionResult Substitute(this Expression expression, IReadOnlyDictionary<string, string> values)
    {
        var substitution = new VariableSubstitutor(values);
        var result = substitution.Rewrite(expression);
        return new(substitution.Findings.Count == 0 ? result : null, substitution.Findings);
    }
}

sealed class VariableSubstitutor(IReadOnlyDictionary<string, string> values) : ExpressionRewriter
{
    public List<PromDiagnostic> Findings { get; } = [];

    protected override Expression RewriteNumber(NumberLiteral node)
    {
        if (node.Variable is null || Filled(node.Variable) is not { } text)
            return node;
        if (PromParser.Parse(text).Expression?.WithoutParentheses() is NumberLiteral number)
            return number with { Span = node.Span };

        return Fails(node, node.Span, text, "number");
    }

    protected override Expression RewriteString(StringLiteral node) =>
        node.HasVariable ? node with { Value = Text(node.Value, out var left), HasVariable = left } : node;

    protected override VectorSelector RewriteSelector(VectorSelector node)
    {
        var result = node;
        if (node.Name is not null && TemplateVariable.IsIn(node.Name) && Filled(node.Name) is { } name)
            result = result with { Name = IsName(name) ? name : Fails(name, node.NameSpan, name, "metric's name") };
        if (node.Matchers.Any(matcher => matcher.NameIsVariable || matcher.ValueHasVariable))
            result = result with { Matchers = [.. node.Matchers.Select(Substituted)] };
        if (node.MatcherVariables.Count > 0)
            result = WithMatchers(result);
        return Timed(result);
    }

    protected override Expression RewriteRangeSelector(RangeSelector node) => Timed(node with { Range = Substituted(node.Range)! });

    protected override Expression RewriteSubquery(Subquery node) => Timed(node with { Range = Substituted(node.Range)!, Step = Substituted(node.Step) });

    protected override Expression RewriteAggregation(Aggregation node)
    {
        var result = node.Grouping is { } grouping ? node with { Grouping = grouping with { Labels = Substituted(grouping.Labels) } } : node;
        if (node.Variable is null || Filled(node.Variable) is not { } name)
            return result;

        var text = name + (node.Parameter is null ? "(x)" : node.Parameter.Type == ExpressionType.String ? "(\"x\", x)" : "(1, x)");
        return PromParser.Parse(text, Everything).Expression switch
        {
            Aggregation known => result with { Operator = known.Operator, Variable = null },
            FunctionCall known when node.Grouping is null && node.Parameter is null => known with { Arguments = [node.Operand], Span = node.Span, NameSpan = node.OperatorSpan },
            _ => Fails(result, node.OperatorSpan, name, "function"),
        };
    }

    protected override Expression RewriteCall(FunctionCall node)
    {
        if (node.Variable is null || Filled(node.Variable) is not { } name)
            return node;

        return Functions.Find(name) is { } function
            ? node with { Function = function, Variable = null }
            : Fails(node, node.NameSpan, name, "function");
    }

    protected override Expression RewriteBinary(BinaryExpression node) => node.Matching is not { } matching
        ? node
        : node with { Matching = matching with { Labels = Substituted(matching.Labels), Include = Substituted(matching.Include) } };

    static readonly Dialect Everything = Dialect.Latest.With(PromQLFeatures.All);

    LabelMatcher Substituted(LabelMatcher matcher)
    {
        var result = matcher;
        if (matcher.ValueHasVariable)
            result = result with { Value = Text(matcher.Value, out var left), ValueHasVariable = left };
        if (matcher.NameIsVariable && Filled(matcher.Name) is { } name)
            result = result with { Name = LabelNames.IsUtf8(name) ? name : Fails(name, matcher.NameSpan, name, "label"), NameIsVariable = false };
        return result;
    }

    VectorSelector WithMatchers(VectorSelector node)
    {
        var matchers = new List<LabelMatcher>(node.Matchers);
        var kept = new List<string>();
        foreach (var variable in node.MatcherVariables)
            if (Filled(variable) is not { } text)
                kept.Add(variable);
            else if (PromParser.Parse($"x{{{text}}}") is { HasErrors: false, Expression: VectorSelector parsed })
                matchers.AddRange(parsed.Matchers);
            else
                Fails(node, node.Span, text, "list of matchers");

        return node with { Matchers = matchers, MatcherVariables = kept };
    }

    IReadOnlyList<LabelName> Substituted(IReadOnlyList<LabelName> labels)
    {
        if (!labels.Any(label => label.IsVariable))
            return labels;

        var result = new List<LabelName>();
        foreach (var label in labels)
            if (!label.IsVariable || Filled(label.Name) is not { } text)
                result.Add(label);
            else
                foreach (var part in text.Split(','))
                    if (LabelNames.IsUtf8(part.Trim()))
                        result.Add(new(part.Trim()) { Span = label.Span });
                    else if (text.Trim().Length > 0)
                        Fails(label, label.Span, text, "list of labels");

        return result;
    }

    T Timed<T>(T node) where T : TimedExpression
    {
        var result = node.Offset is null ? node : node with { Offset = Substituted(node.Offset) };
        if (node.At?.Variable is null || Filled(node.At.Variable) is not { } text)
            return result;
        if (PromParser.Parse("x @ " + text) is { HasErrors: false, Expression: VectorSelector { At: { } at } })
            return result with { At = at with { Span = node.At.Span } };

        return Fails(result, node.At.Span, text, "time");
    }

    DurationExpression? Substituted(DurationExpression? duration)
    {
        var spine = new Stack<DurationOperation>();
        while (duration is DurationOperation operation)
        {
            spine.Push(operation);
            duration = operation.Left;
        }

        var result = duration switch
        {
            DurationLiteral { Variable: { } variable } node when Filled(variable) is { } text =>
                PromParser.Parse($"x offset {text}") is { HasErrors: false, Expression: VectorSelector { Offset: { } parsed } }
                    ? parsed with { Span = node.Span }
                    : Fails(node, node.Span, text, "length of time"),
            DurationNegation node => node with { Operand = Substituted(node.Operand)! },
            DurationParentheses node => node with { Inner = Substituted(node.Inner)! },
            DurationCall node => node with { Arguments = [.. node.Arguments.Select(argument => Substituted(argument)!)] },
            _ => duration,
        };
        while (spine.Count > 0)
        {
            var operation = spine.Pop();
            result = operation with { Left = result!, Right = Substituted(operation.Right)! };
        }

        return result;
    }

    /// <summary>A text with its variables' values; null where one has none.</summary>
    string? Filled(string text)
    {
        var filled = Text(text, out var left);
        return left ? null : filled;
    }

    string Text(string text, out bool left)
    {
        left = false;
        var variables = TemplateVariable.FindAll(text);
        var result = new System.Text.StringBuilder();
        var position = 0;
        foreach (var variable in variables)
        {
            result.Append(text, position, variable.Span.Start - position);
            if (values.TryGetValue(variable.Name, out var value))
                result.Append(value);
            else
                (left, _) = (true, result.Append(variable.Span.In(text)));
            position = variable.Span.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    static bool IsName(string name) => LabelNames.IsPlain(name.Replace(':', '_'));

    T Fails<T>(T node, SourceSpan span, string value, string wanted)
    {
        Findings.Add(new(PromRewriteDiagnostics.ValueDoesNotFit, span, $"{GoText.Quote(value)} is no {wanted}, which must stand here"));
        return node;
    }
}
