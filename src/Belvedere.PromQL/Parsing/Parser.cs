namespace Belvedere.PromQL;

/// <summary>
/// A recursive-descent parser with one token of look-ahead. Chains of left-associative operators are a loop; everything else
/// that nests counts against <see cref="PromParser.MaximumDepth"/>. Source: Prometheus' generated_parser.y.
/// </summary>
sealed partial class Parser(string text, Dialect dialect)
{
    readonly Lexer lexer = new(text);
    readonly List<PromDiagnostic> diagnostics = [];

    // Arguments of all calls that are open; each call takes its own from the end.
    readonly List<Expression> arguments = [];

    Token current;
    Token previous;
    int depth;

    // Prometheus reports syntax errors inside an aggregation's parentheses as errors "in aggregation".
    int openAggregations;

    // After a syntax error nothing more is reported until a token is found where parsing can go on.
    bool recovering;

    // Nor is anything reported until a few tokens have fitted in again: what follows a mistake closely follows from it.
    int tokensUntilReport;
    bool hasSyntaxError;

    public ParseResult ParseExpression()
    {
        Advance();
        var expression = Parse();
        if (diagnostics.Count == 0 && expression is not null)
            TypeChecker.Check(expression, diagnostics);
        if (diagnostics.Count == 0 && expression is not null)
            EvaluationChecker.Check(expression, dialect, diagnostics);

        return new(text, dialect, expression, diagnostics.Count == 0 ? [] : diagnostics);
    }

    Expression? Parse()
    {
        if (current.Kind == TokenKind.EndOfInput)
        {
            if (!recovering)
                Report(PromSyntaxDiagnostics.NoExpression, default, "no expression found in input");
            return null;
        }

        var expression = ParseBinary(BinaryOperators.LowestPrecedence);
        while (true)
        {
            if (current.Kind != TokenKind.EndOfInput)
                Unexpected();
            if (!SkipToOperator())
                return expression;
            expression = ContinueBinary(expression, BinaryOperators.LowestPrecedence);
        }
    }

    Expression ParseBinary(int minimumPrecedence)
    {
        if (depth >= PromParser.MaximumDepth)
            return TooDeep();

        depth++;
        var expression = ContinueBinary(ParseUnary(), minimumPrecedence);
        depth--;
        return expression;
    }

    Expression ContinueBinary(Expression left, int minimumPrecedence)
    {
        while (current.Kind.IsBinaryOperator() && !recovering)
        {
            var op = current.Kind.ToBinaryOperator();
            var precedence = op.Precedence();
            if (precedence < minimumPrecedence)
                break;

            var operatorToken = current;
            Advance();
            var returnBool = current.Kind == TokenKind.Bool;
            if (returnBool)
                Advance();
            var matching = ParseMatching();
            var right = ParseBinary(op.IsRightAssociative() ? precedence : precedence + 1);
            var binary = new BinaryExpression
            {
                Left = left,
                Operator = op,
                OperatorSpan = operatorToken.Span,
                ReturnBool = returnBool,
                Matching = matching,
                Right = right,
                Span = SourceSpan.Cover(left.Span, right.Span),
            };
            if (op is BinaryOperator.TrimUpper or BinaryOperator.TrimLower)
                Require(LanguageHistory.TrimOperators, operatorToken.Span);
            if (matching is { FillLeft: not null } or { FillRight: not null })
                Require(LanguageHistory.FillModifiers, binary.Span, "binop fill modifiers are experimental and not enabled");
            left = binary;
        }

        return left;
    }

    Expression ParseUnary()
    {
        if (current.Kind is not (TokenKind.Add or TokenKind.Subtract))
            return ParsePostfix(ParsePrimary());

        var sign = current;
        Advance();
        var operand = ParseBinary(BinaryOperators.SignPrecedence + 1);
        var span = new SourceSpan(sign.Start, operand.Span.End);
        var negative = sign.Kind == TokenKind.Subtract;
        return operand is NumberLiteral number
            ? number with { Value = negative ? -number.Value : number.Value, Span = span }
            : new UnaryExpression { IsNegative = negative, Operand = operand, Span = span };
    }

    /// <summary>Takes the next token that is no comment. After text that is no token the end is reached.</summary>
    void Advance()
    {
        previous = current;
        if (tokensUntilReport > 0 && !recovering)
            tokensUntilReport--;
        do
            current = lexer.Next();
        while (current.Kind == TokenKind.Comment);

        if (current.Kind != TokenKind.Error)
            return;

        // A mistake before may be the reason why parentheses do not match, or why the lexer takes the text for a duration.
        var failure = lexer.Failure!;
        var follows = tokensUntilReport > 0
            || (hasSyntaxError && (failure.Descriptor == PromSyntaxDiagnostics.Unclosed || failure.Descriptor == PromSyntaxDiagnostics.Unbalanced));
        if (!recovering && !follows)
            diagnostics.Add(failure);
        hasSyntaxError = true;
        recovering = true;
        current = new(TokenKind.EndOfInput, text.Length, text.Length);
    }

    bool Accept(TokenKind kind)
    {
        if (current.Kind != kind)
            return false;
        Advance();
        return true;
    }

    string TextOf(Token token) => text.Substring(token.Start, token.End - token.Start);

    SourceSpan From(int start) => new(start, Math.Max(start, previous.End));
}
