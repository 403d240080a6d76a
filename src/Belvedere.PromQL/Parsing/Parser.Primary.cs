namespace Belvedere.PromQL;

// Literals, parentheses, calls and aggregations.
sealed partial class Parser
{
    Expression ParsePrimary()
    {
        var token = current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return new NumberLiteral { Value = NumberOf(token), Span = token.Span };
            case TokenKind.Duration:
                Advance();
                Require(LanguageHistory.DurationsAsNumbers, token.Span);
                return new NumberLiteral { Value = SecondsOf(token), IsDuration = true, Span = token.Span };
            case TokenKind.String:
                Advance();
                return new StringLiteral { Value = LiteralText.Unquote(text, token.Start, token.End), Span = token.Span };
            case TokenKind.LeftParenthesis:
                return ParseParentheses();
            case TokenKind.LeftBrace:
                return ParseSelector(null);
            case TokenKind.Identifier:
                Advance();
                return current.Kind == TokenKind.LeftParenthesis ? ParseCall(token) : ParseSelector(token);
        }

        if (token.Kind.IsAggregation())
        {
            Advance();
            return current.Kind is TokenKind.LeftParenthesis or TokenKind.By or TokenKind.Without ? ParseAggregation(token) : ParseSelector(token);
        }

        if (!token.Kind.CanNameMetric())
            return UnexpectedExpression();

        Advance();
        return token.Kind.IsPreprocessor() && current.Kind == TokenKind.LeftParenthesis ? ParseCall(token) : ParseSelector(token);
    }

    Parentheses ParseParentheses()
    {
        var start = current.Start;
        Advance();
        var inner = ParseBinary(BinaryOperators.LowestPrecedence);
        if (current.Kind != TokenKind.RightParenthesis)
            Unexpected();
        CloseList();
        return new Parentheses { Inner = inner, Span = From(start) };
    }

    Expression ParseCall(Token name)
    {
        var first = arguments.Count;
        ParseArguments();
        var span = From(name.Start);
        var parsed = TakeArguments(first);
        if (Functions.Find(TextOf(name)) is not { } function)
        {
            if (!recovering)
                Report(PromSyntaxDiagnostics.UnknownFunction, name.Span, "unknown function with name " + GoText.Quote(TextOf(name)));
            return new ErrorExpression { Recovered = parsed, Span = span };
        }

        if (function.History is { } history)
            Require(history, name.Span, $"function {GoText.Quote(function.Name)} is not enabled");
        return new FunctionCall { Function = function, Arguments = parsed, NameSpan = name.Span, Span = span };
    }

    Expression ParseAggregation(Token name)
    {
        var op = name.Kind.ToAggregation();
        var grouping = ParseGrouping();
        if (current.Kind != TokenKind.LeftParenthesis)
        {
            Unexpected("aggregation");
            if (!Insert(current.Kind.StartsExpression()))
                return new ErrorExpression { Span = From(name.Start) };
        }

        var first = arguments.Count;
        var errors = diagnostics.Count;
        openAggregations++;
        ParseArguments();
        openAggregations--;
        var failed = recovering || (diagnostics.Count > errors && hasSyntaxError);
        grouping ??= ParseGrouping();

        var span = From(name.Start);
        var parsed = TakeArguments(first);
        if (failed || !HasRightArguments(op, parsed, span, mayReport: diagnostics.Count == errors))
            return new ErrorExpression { Recovered = parsed, Span = span };

        return new Aggregation
        {
            Operator = op,
            OperatorSpan = name.Span,
            Grouping = grouping,
            Parameter = parsed.Length == 2 ? parsed[0] : null,
            Operand = parsed[parsed.Length - 1],
            Span = span,
        };
    }

    // Arguments that an error hides are not missed a second time.
    bool HasRightArguments(AggregationOperator op, Expression[] parsed, SourceSpan span, bool mayReport)
    {
        if (parsed.Length == 0)
        {
            if (mayReport)
                Report(PromSyntaxDiagnostics.AggregationArguments, span, "no arguments for aggregate expression provided");
            return false;
        }

        if (op is AggregationOperator.LimitK or AggregationOperator.LimitRatio
            && !Require(
                LanguageHistory.LimitAggregations,
                span,
                $"{op.Text()}() is experimental and must be enabled with --enable-feature=promql-experimental-functions"))
            return false;

        var expected = op.ParameterType() == ExpressionType.None ? 1 : 2;
        if (parsed.Length == expected)
            return true;

        if (mayReport)
            Report(
                PromSyntaxDiagnostics.AggregationArguments,
                span,
                $"wrong number of arguments for aggregate expression provided, expected {expected}, got {parsed.Length}");
        return false;
    }

    /// <summary>Reads arguments and their parentheses, and leaves the arguments at the end of the list of open ones.</summary>
    void ParseArguments()
    {
        Accept(TokenKind.LeftParenthesis);
        if (Accept(TokenKind.RightParenthesis))
            return;

        arguments.Add(ParseBinary(BinaryOperators.LowestPrecedence));
        while (true)
        {
            if (current.Kind is not (TokenKind.Comma or TokenKind.RightParenthesis))
                Unexpected();
            RecoverInList();
            if (current.Kind != TokenKind.Comma)
                break;

            var comma = current;
            Advance();
            if (current.Kind.StartsExpression())
                arguments.Add(ParseBinary(BinaryOperators.LowestPrecedence));
            else if (!recovering)
                Report(PromSyntaxDiagnostics.TrailingComma, comma.Span, "trailing commas not allowed in function call args");
        }

        Accept(TokenKind.RightParenthesis);
    }

    Expression[] TakeArguments(int first)
    {
        var count = arguments.Count - first;
        if (count == 0)
            return [];

        var taken = new Expression[count];
        arguments.CopyTo(first, taken, 0, count);
        arguments.RemoveRange(first, count);
        return taken;
    }

    /// <summary>After an error, skips to the closing parenthesis of the current pair; then takes it.</summary>
    void CloseList()
    {
        RecoverInList();
        while (current.Kind == TokenKind.Comma)
        {
            recovering = true;
            Advance();
            RecoverInList();
        }

        Accept(TokenKind.RightParenthesis);
    }

    double NumberOf(Token token)
    {
        var word = TextOf(token);
        if (word.IndexOf('_') >= 0)
            Require(LanguageHistory.UnderscoresInNumbers, token.Span);
        if (LiteralText.Number(word, out var error) is { } value)
            return value;
        if (!recovering)
            Report(PromSyntaxDiagnostics.BadNumber, token.Span, "error parsing number: " + error);
        return 0;
    }

    double SecondsOf(Token token)
    {
        if (LiteralText.Duration(text, token.Start, token.End, out var error) is { } seconds)
            return seconds;
        if (!recovering)
            Report(PromSyntaxDiagnostics.BadDuration, token.Span, error!);

        // No second error for a length that nobody wrote.
        return double.NaN;
    }
}
