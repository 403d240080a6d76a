namespace Belvedere.PromQL;

// Durations: inside brackets, where the whole arithmetic is allowed, and after offset, where only its first term counts.
sealed partial class Parser
{
    /// <summary>A range or step; null after a syntax error.</summary>
    DurationExpression? ParsePositiveDuration(string context, string expected)
    {
        var before = diagnostics.Count;
        var duration = ParseDuration(BinaryOperators.LowestPrecedence, context, expected);
        if (duration is DurationLiteral { Seconds: <= 0 } && diagnostics.Count == before)
            Report(PromSyntaxDiagnostics.DurationNotPositive, duration.Span, "duration must be greater than 0");

        return duration;
    }

    DurationExpression? ParseDuration(int minimumPrecedence, string context, string expected)
    {
        if (depth >= PromParser.MaximumDepth)
        {
            TooDeep();
            return null;
        }

        depth++;
        var left = ParseDurationTerm(context, expected);
        if (left is not null)
            left = ContinueDuration(left, minimumPrecedence, context, expected);
        depth--;
        return left;
    }

    DurationExpression? ContinueDuration(DurationExpression left, int minimumPrecedence, string context, string expected)
    {
        while (current.Kind is >= TokenKind.Add and <= TokenKind.Power)
        {
            var op = current.Kind.ToBinaryOperator();
            var precedence = op.Precedence();
            if (precedence < minimumPrecedence)
                break;

            var token = current;
            Advance();
            if (ParseDuration(op.IsRightAssociative() ? precedence : precedence + 1, context, expected) is not { } right)
                return null;

            RequireArithmetic(left.Span);
            if (op is BinaryOperator.Divide or BinaryOperator.Modulo && right is DurationLiteral { Seconds: 0 })
                Report(
                    PromSyntaxDiagnostics.DurationDivisionByZero,
                    token.Span,
                    op == BinaryOperator.Divide ? "division by zero" : "modulo by zero");
            left = new DurationOperation { Left = left, Operator = op, Right = right, Span = SourceSpan.Cover(left.Span, right.Span) };
        }

        return left;
    }

    DurationExpression? ParseDurationTerm(string context, string expected)
    {
        if (current.Kind is not (TokenKind.Add or TokenKind.Subtract))
            return ParseDurationPrimary(context, expected);

        var sign = current;
        Advance();
        return ParseDuration(BinaryOperators.SignPrecedence + 1, context, expected) is { } operand ? Signed(sign, operand) : null;
    }

    DurationExpression? ParseDurationPrimary(string context, string expected)
    {
        var token = current;
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.Duration:
                return DurationLiteral();
            case TokenKind.Step or TokenKind.Range:
                Advance();
                if (!Accept(TokenKind.LeftParenthesis) || !Accept(TokenKind.RightParenthesis))
                    break;
                Require(
                    token.Kind == TokenKind.Step ? LanguageHistory.DurationStep : LanguageHistory.DurationRange,
                    From(token.Start),
                    "experimental duration expression is not enabled");
                return new DurationCall
                {
                    Function = token.Kind == TokenKind.Step ? DurationFunction.Step : DurationFunction.Range,
                    Span = From(token.Start),
                };
            case TokenKind.MinOf or TokenKind.MaxOf or TokenKind.Min or TokenKind.Max:
                return DurationMinMax(context, expected);
            case TokenKind.LeftParenthesis:
                Advance();
                if (ParseDuration(BinaryOperators.LowestPrecedence, context, expected) is not { } inner)
                    return null;
                if (!Accept(TokenKind.RightParenthesis))
                    break;
                RequireArithmetic(From(token.Start));
                return inner is DurationParentheses ? inner : new DurationParentheses { Inner = inner, Span = From(token.Start) };
        }

        Unexpected(context, expected);
        return null;
    }

    DurationExpression? DurationMinMax(string context, string expected)
    {
        var token = current;
        Advance();
        if (!Accept(TokenKind.LeftParenthesis))
            return Fail();
        if (ParseDuration(BinaryOperators.LowestPrecedence, context, expected) is not { } first)
            return null;
        if (!Accept(TokenKind.Comma))
            return Fail();
        if (ParseDuration(BinaryOperators.LowestPrecedence, context, expected) is not { } second)
            return null;
        if (!Accept(TokenKind.RightParenthesis))
            return Fail();

        Require(
            token.Kind is TokenKind.Min or TokenKind.Max ? LanguageHistory.DurationMinMax : LanguageHistory.DurationMinOfMaxOf,
            From(token.Start),
            "experimental duration expression is not enabled");
        return new DurationCall
        {
            Function = token.Kind is TokenKind.Min or TokenKind.MinOf ? DurationFunction.Min : DurationFunction.Max,
            Arguments = [first, second],
            Span = From(token.Start),
        };

        DurationExpression? Fail()
        {
            Unexpected(context, expected);
            return null;
        }
    }

    DurationLiteral DurationLiteral()
    {
        var token = current;
        Advance();
        if (token.Kind == TokenKind.Duration)
            return new() { Seconds = SecondsOf(token), Span = token.Span };

        Require(LanguageHistory.NumbersAsDurations, token.Span);
        var seconds = NumberOf(token);
        if (LiteralText.IsOutOfRange(seconds) && !recovering)
            Report(PromSyntaxDiagnostics.BadDuration, token.Span, "duration out of range");
        return new() { Seconds = seconds, IsNumber = true, Span = token.Span };
    }

    /// <summary>What follows <c>offset</c>: one term, unless it is in parentheses or has two signs.</summary>
    DurationExpression? ParseOffsetDuration()
    {
        const string context = "offset", expected = "number, duration, step(), or range()";
        if (current.Kind is TokenKind.Add or TokenKind.Subtract)
        {
            var sign = current;
            Advance();
            if (current.Kind is TokenKind.Add or TokenKind.Subtract)
                return ParseDurationTerm(context, expected) is { } twice ? Parenthesised(ContinueOffset(Signed(sign, twice), context, expected)) : null;

            return ParseDurationPrimary(context, expected) is { } operand ? RequireNotZero(Signed(sign, operand)) : null;
        }

        var parenthesised = current.Kind == TokenKind.LeftParenthesis;
        if (ParseDurationPrimary(context, expected) is not { } duration)
            return null;
        return parenthesised ? ContinueOffset(duration, context, expected) : RequireNotZero(duration);
    }

    // A quirk of the grammar: an operator after the closing parenthesis still belongs to the duration.
    DurationExpression? ContinueOffset(DurationExpression duration, string context, string expected) =>
        ContinueDuration(duration, BinaryOperators.LowestPrecedence, context, expected);

    // Two signs become one when they are printed, and what follows one sign is no longer part of the duration.
    static DurationExpression? Parenthesised(DurationExpression? offset) =>
        offset is DurationOperation ? new DurationParentheses { Inner = offset, Span = offset.Span } : offset;

    DurationExpression RequireNotZero(DurationExpression offset)
    {
        if (offset is DurationLiteral { Seconds: 0 })
            Require(LanguageHistory.ZeroOffsets, offset.Span);

        return offset;
    }

    static DurationExpression Signed(Token sign, DurationExpression operand)
    {
        var span = new SourceSpan(sign.Start, operand.Span.End);
        var negative = sign.Kind == TokenKind.Subtract;
        return operand switch
        {
            DurationLiteral literal => literal with { Seconds = negative ? -literal.Seconds : literal.Seconds, Span = span },
            _ when negative => new DurationNegation { Operand = operand, Span = span },
            _ => operand with { Span = span },
        };
    }

    void RequireArithmetic(SourceSpan span) =>
        Require(LanguageHistory.DurationArithmetic, span, "experimental duration expression is not enabled");
}
