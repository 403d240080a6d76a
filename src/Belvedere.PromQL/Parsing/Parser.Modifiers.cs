namespace Belvedere.PromQL;

// What may follow an expression: a range, an offset, @, anchored and smoothed.
sealed partial class Parser
{
    Expression ParsePostfix(Expression expression)
    {
        while (!recovering)
        {
            switch (current.Kind)
            {
                case TokenKind.LeftBracket:
                    if (++depth > PromParser.MaximumDepth)
                        return TooDeep();
                    expression = ParseBrackets(expression);
                    if (expression is not Subquery)
                        depth--;
                    break;
                case TokenKind.Offset:
                    expression = ParseOffset(expression);
                    break;
                case TokenKind.At:
                    expression = ParseAt(expression);
                    break;
                case TokenKind.Anchored:
                    expression = SetEdges(expression, RangeEdges.Anchored);
                    break;
                case TokenKind.Smoothed:
                    expression = SetEdges(expression, RangeEdges.Smoothed);
                    break;
                default:
                    return expression;
            }
        }

        return expression;
    }

    Expression ParseBrackets(Expression expression)
    {
        var bracket = current;
        Advance();
        if (ParsePositiveDuration("subquery or range selector", "number, duration, step(), or range()") is not { } range)
            return Broken(expression);

        if (Accept(TokenKind.RightBracket))
            return MakeRange(expression, bracket, range);
        if (current.Kind != TokenKind.Colon)
        {
            Unexpected("subquery or range", "\":\" or \"]\"");
            return Broken(expression);
        }

        Advance();
        DurationExpression? step = null;
        if (current.Kind != TokenKind.RightBracket)
        {
            step = ParsePositiveDuration("subquery selector", "number, duration, step(), range(), or \"]\"");
            if (step is null)
                return Broken(expression);
            if (current.Kind != TokenKind.RightBracket)
            {
                Unexpected("subquery selector", "\"]\"");
                return Broken(expression);
            }
        }

        Advance();
        return new Subquery { Operand = expression, Range = range, Step = step, Span = From(expression.Span.Start) };
    }

    Expression MakeRange(Expression expression, Token bracket, DurationExpression range)
    {
        var brackets = new SourceSpan(bracket.Start, previous.End);
        if (expression is not VectorSelector selector)
        {
            // An error inside the operand explains why it is no selector.
            if (expression is not ErrorExpression)
                Report(PromSyntaxDiagnostics.MisplacedModifier, brackets, "ranges only allowed for vector selectors");
            return Broken(expression);
        }

        if (!IsZero(selector.Offset))
            Report(PromSyntaxDiagnostics.MisplacedModifier, brackets, "no offset modifiers allowed before range");
        else if (selector.At is { Kind: AtKind.Timestamp } || (selector.At is not null && !dialect.Accepts(LanguageHistory.AtBeforeRange)))
            Report(PromSyntaxDiagnostics.MisplacedModifier, brackets, "no @ modifiers allowed before range");

        var bare = selector is { Offset: null, At: null, Edges: RangeEdges.Default }
            ? selector
            : selector with { Offset = null, At = null, Edges = RangeEdges.Default };
        return new RangeSelector
        {
            Selector = bare,
            Range = range,
            At = selector.At,
            Edges = selector.Edges,
            Span = From(expression.Span.Start),
        };
    }

    Expression ParseAt(Expression expression)
    {
        var start = current.Start;
        Advance();
        var kind = AtKind.Timestamp;
        double seconds = 0;
        if (current.Kind is TokenKind.Start or TokenKind.End)
        {
            kind = current.Kind == TokenKind.Start ? AtKind.Start : AtKind.End;
            Advance();
            if (!Accept(TokenKind.LeftParenthesis) || !Accept(TokenKind.RightParenthesis))
            {
                Unexpected("@", "timestamp");
                return Broken(expression);
            }
        }
        else
        {
            var negative = current.Kind == TokenKind.Subtract;
            if (negative || current.Kind == TokenKind.Add)
                Advance();
            if (current.Kind == TokenKind.Number)
                seconds = NumberOf(current);
            else if (current.Kind == TokenKind.Duration && Require(LanguageHistory.DurationsAsNumbers, current.Span))
                seconds = SecondsOf(current);
            else
            {
                Unexpected("@", "timestamp");
                return Broken(expression);
            }

            seconds = negative ? -seconds : seconds;
            Advance();
        }

        return SetAt(expression, kind, seconds, From(start));
    }

    Expression SetAt(Expression expression, AtKind kind, double seconds, SourceSpan span)
    {
        var inBounds = seconds is > long.MinValue and < long.MaxValue;
        if (!inBounds)
            Report(PromSyntaxDiagnostics.TimestampOutOfBounds, expression.Span, "timestamp out of bounds for @ modifier: " + GoNumber.Fixed(seconds));

        var at = new AtModifier { Kind = kind, Milliseconds = inBounds ? GoNumber.Milliseconds(seconds) : 0, Span = span };
        switch (expression)
        {
            case TimedExpression { At: not null }:
                if (inBounds)
                    Report(PromSyntaxDiagnostics.RepeatedModifier, expression.Span, "@ <timestamp> may not be set multiple times");
                return expression;
            case TimedExpression timed:
                return timed with { At = at, Span = From(expression.Span.Start) };
            case ErrorExpression:
                return expression;
            default:
                if (inBounds)
                    Report(
                        PromSyntaxDiagnostics.MisplacedModifier,
                        expression.Span,
                        "@ modifier must be preceded by an instant vector selector or range vector selector or a subquery");
                return expression;
        }
    }

    Expression ParseOffset(Expression expression)
    {
        Advance();
        if (ParseOffsetDuration() is not { } offset)
            return Broken(expression);

        switch (expression)
        {
            case TimedExpression timed when !IsZero(timed.Offset):
                Report(PromSyntaxDiagnostics.RepeatedModifier, expression.Span, "offset may not be set multiple times");
                return expression;
            case TimedExpression timed:
                return timed with { Offset = offset, Span = From(expression.Span.Start) };
            case ErrorExpression:
                return expression;
            default:
                Report(
                    PromSyntaxDiagnostics.MisplacedModifier,
                    expression.Span,
                    "offset modifier must be preceded by an instant vector selector or range vector selector or a subquery");
                return expression;
        }
    }

    Expression SetEdges(Expression expression, RangeEdges edges)
    {
        var word = edges == RangeEdges.Anchored ? "anchored" : "smoothed";
        var token = current;
        Advance();
        if (expression is ErrorExpression
            || !Require(LanguageHistory.RangeEdgeModifiers, token.Span, $"{word} modifier is experimental and not enabled"))
            return expression;

        var before = expression switch
        {
            VectorSelector selector => selector.Edges,
            RangeSelector selector => selector.Edges,
            _ => RangeEdges.Default,
        };
        if (before != RangeEdges.Default && before != edges)
            Report(PromSyntaxDiagnostics.RepeatedModifier, expression.Span, "anchored and smoothed modifiers cannot be used together");

        switch (expression)
        {
            case VectorSelector selector:
                return selector with { Edges = edges, Span = From(selector.Span.Start) };
            case RangeSelector selector:
                return selector with { Edges = edges, Span = From(selector.Span.Start) };
            case Subquery:
                Report(PromSyntaxDiagnostics.MisplacedModifier, expression.Span, $"{word} modifier is not supported for subqueries");
                return expression;
            default:
                Report(PromSyntaxDiagnostics.MisplacedModifier, expression.Span, $"{word} modifier not implemented");
                return expression;
        }
    }

    ErrorExpression Broken(Expression expression) => new() { Recovered = [expression], Span = From(expression.Span.Start) };

    static bool IsZero(DurationExpression? offset) => offset is null or DurationLiteral { Seconds: 0, Variable: null };
}
