namespace Belvedere.PromQL;

// Reporting and recovery: one mistake gives one error.
sealed partial class Parser
{
    // A text with more mistakes than that is no PromQL.
    const int MaximumErrors = 100;

    const int TokensToFit = 3;

    void Report(PromDiagnosticDescriptor descriptor, SourceSpan span, string message, string? hint = null)
    {
        if (diagnostics.Count < MaximumErrors)
            diagnostics.Add(new(descriptor, span, message, hint));
    }

    /// <summary>Reports the current token as one that the grammar has no place for.</summary>
    void Unexpected(string? context = null, string? expected = null)
    {
        if (recovering)
            return;

        recovering = true;
        if (tokensUntilReport > 0)
            return;

        tokensUntilReport = TokensToFit;
        hasSyntaxError = true;
        context ??= openAggregations > 0 ? "aggregation" : null;
        var message = "unexpected " + Describe(current);
        if (context is not null)
            message += " in " + context;
        if (expected is not null)
            message += ", expected " + expected;
        Report(PromSyntaxDiagnostics.UnexpectedToken, current.Span, message);
    }

    ErrorExpression UnexpectedExpression()
    {
        Unexpected();
        return new() { Span = current.Span };
    }

    ErrorExpression TooDeep()
    {
        var span = current.Span;
        if (!recovering)
            Report(PromSyntaxDiagnostics.TooDeep, span, $"expression nests deeper than {PromParser.MaximumDepth} levels");

        // The rest would be as deep again; one error says it all.
        recovering = true;
        while (current.Kind != TokenKind.EndOfInput)
            Advance();
        return new() { Span = span };
    }

    /// <summary>Whether the dialect has a construct; reports it otherwise.</summary>
    /// <param name="construct">The construct.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="flagMessage">Prometheus' words for a construct that is there but not switched on.</param>
    bool Require(LanguageConstruct construct, SourceSpan span, string? flagMessage = null)
    {
        if (dialect.Accepts(construct))
            return true;
        if (recovering)
            return false;

        var switched = construct.IsIn(dialect.Version, construct.Flag);
        if (switched)
            Report(
                PromSyntaxDiagnostics.FlagRequired,
                span,
                flagMessage ?? $"{construct.Name} must be enabled with --enable-feature={Dialect.FlagName(construct.Flag)}",
                $"{dialect.Title} accepts it with --enable-feature={Dialect.FlagName(construct.Flag)}.");
        else
            Report(PromSyntaxDiagnostics.NotInDialect, span, Missing(construct));

        return false;
    }

    string Missing(LanguageConstruct construct)
    {
        var name = construct.Kind == ConstructKind.Syntax ? construct.Name : construct.Name + "()";
        if (dialect.Version >= construct.RemovedIn)
            return $"{dialect.Title} does not accept {name}: removed in Prometheus {construct.RemovedIn}; use {construct.Successor}";

        var flag = construct.Flag == PromQLFeatures.None ? ""
            : construct.StableSince is { } stable ? $" with --enable-feature={Dialect.FlagName(construct.Flag)}, or {stable} without"
            : $" with --enable-feature={Dialect.FlagName(construct.Flag)}";
        return $"{dialect.Title} does not accept {name}: it needs Prometheus {construct.Since} or later{flag}";
    }

    /// <summary>After an error, takes a missing token for given, if what stands there could follow it.</summary>
    bool Insert(bool couldFollow)
    {
        if (couldFollow && current.Kind != TokenKind.EndOfInput)
            recovering = false;

        return !recovering;
    }

    /// <summary>Skips to the comma or closing parenthesis of the list that is being read; nothing to do without an error.</summary>
    void RecoverInList()
    {
        if (!recovering)
            return;

        var open = 0;
        while (current.Kind != TokenKind.EndOfInput)
        {
            switch (current.Kind)
            {
                case TokenKind.LeftParenthesis or TokenKind.LeftBrace or TokenKind.LeftBracket:
                    open++;
                    break;
                case TokenKind.Comma when open == 0:
                    recovering = false;
                    return;
                case TokenKind.RightParenthesis or TokenKind.RightBrace or TokenKind.RightBracket:
                    // An error inside braces or brackets leaves their closing one to be skipped.
                    if (open == 0 && current.Kind == TokenKind.RightParenthesis)
                    {
                        recovering = false;
                        return;
                    }

                    open = Math.Max(0, open - 1);
                    break;
            }

            Advance();
        }
    }

    /// <summary>After an error outside all lists, skips to the next operator; false if there is none or was no error.</summary>
    bool SkipToOperator()
    {
        if (!recovering)
            return false;

        var open = 0;
        while (current.Kind != TokenKind.EndOfInput)
        {
            if (open == 0 && current.Kind.IsBinaryOperator())
            {
                recovering = false;
                return true;
            }

            open += current.Kind switch
            {
                TokenKind.LeftParenthesis or TokenKind.LeftBrace or TokenKind.LeftBracket => 1,
                TokenKind.RightParenthesis or TokenKind.RightBrace or TokenKind.RightBracket => open > 0 ? -1 : 0,
                _ => 0,
            };
            Advance();
        }

        return false;
    }

    /// <summary>A token in the words of Prometheus' messages.</summary>
    string Describe(Token token)
    {
        var kind = token.Kind;
        if (kind == TokenKind.EndOfInput)
            return "end of input";

        var word = TextOf(token);
        if (kind.IsKeyword())
            return $"<{word}>";
        if (kind.IsAggregation())
            return $"<aggr:{word}>";
        if (kind.IsBinaryOperator() || kind is TokenKind.At or TokenKind.RegexMatch or TokenKind.RegexNoMatch)
            return $"<op:{word}>";

        var name = kind switch
        {
            TokenKind.Identifier => "identifier ",
            TokenKind.MetricIdentifier => "metric identifier ",
            TokenKind.Number => "number ",
            TokenKind.Duration => "duration ",
            TokenKind.String => "string ",
            _ => "",
        };
        return name + (word.Length > 10 && kind is not (TokenKind.Identifier or TokenKind.MetricIdentifier)
            ? GoText.QuoteStart(word) + "..."
            : GoText.Quote(word));
    }
}
