namespace Belvedere.PromQL;

// Selectors.
sealed partial class Parser
{
    readonly List<LabelMatcher> matchers = [];

    VectorSelector ParseSelector(Token? name)
    {
        IReadOnlyList<LabelMatcher> conditions = [];
        var start = name?.Start ?? current.Start;
        if (current.Kind == TokenKind.LeftBrace)
            conditions = ParseMatchers();

        return new VectorSelector
        {
            Name = name is { } token ? TextOf(token) : null,
            NameSpan = name?.Span ?? default,
            Matchers = conditions,
            Span = From(start),
        };
    }

    LabelMatcher[] ParseMatchers()
    {
        const string context = "label matching";
        Advance();
        matchers.Clear();
        while (current.Kind != TokenKind.RightBrace && !recovering)
        {
            ParseMatcher(context);
            if (current.Kind is not (TokenKind.Comma or TokenKind.RightBrace))
                Unexpected(context, "\",\" or \"}\"");
            if (!Accept(TokenKind.Comma))
                break;
        }

        while (current.Kind is not (TokenKind.RightBrace or TokenKind.EndOfInput))
            Advance();
        if (Accept(TokenKind.RightBrace) && lexer.Failure is null)
            recovering = false;

        return matchers.Count == 0 ? [] : matchers.ToArray();
    }

    void ParseMatcher(string context)
    {
        var name = current;
        string label;
        if (name.Kind == TokenKind.Identifier)
        {
            Advance();
            label = TextOf(name);
        }
        else if (name.Kind == TokenKind.String)
        {
            Advance();
            Require(LanguageHistory.QuotedNames, name.Span);
            label = LiteralText.Unquote(text, name.Start, name.End);
            if (current.Kind is not (TokenKind.Assign or TokenKind.NotEqual or TokenKind.RegexMatch or TokenKind.RegexNoMatch))
            {
                matchers.Add(new()
                {
                    Name = LabelMatcher.MetricName,
                    Operator = MatchOperator.Equal,
                    Value = label,
                    Span = name.Span,
                    NameSpan = name.Span,
                    ValueSpan = name.Span,
                });
                return;
            }
        }
        else
        {
            Unexpected(context, "identifier or \"}\"");
            return;
        }

        MatchOperator? op = current.Kind switch
        {
            TokenKind.Assign => MatchOperator.Equal,
            TokenKind.NotEqual => MatchOperator.NotEqual,
            TokenKind.RegexMatch => MatchOperator.RegexMatch,
            TokenKind.RegexNoMatch => MatchOperator.RegexNoMatch,
            _ => null,
        };
        if (op is null)
        {
            Unexpected(context, "label matching operator");
            return;
        }

        Advance();
        var value = current;
        if (value.Kind != TokenKind.String)
        {
            Unexpected(context, "string");
            return;
        }

        Advance();
        var matcher = new LabelMatcher
        {
            Name = label,
            Operator = op.Value,
            Value = LiteralText.Unquote(text, value.Start, value.End),
            Span = new(name.Start, value.End),
            NameSpan = name.Span,
            ValueSpan = value.Span,
        };
        matchers.Add(matcher);
        if (matcher.IsRegex && RegexSyntax.Check(matcher.Value).Error is { } error && !recovering)
            Report(PromSyntaxDiagnostics.InvalidMatcherRegex, matcher.Span, error);
    }
}
