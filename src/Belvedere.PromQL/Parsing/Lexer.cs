namespace Belvedere.PromQL;

/// <summary>
/// Splits text into tokens. Braces and brackets each have words of their own, so the lexer knows which of them is open.
/// After an error it yields nothing more. Source: Prometheus' lex.go.
/// </summary>
sealed partial class Lexer(string text)
{
    int position;
    int start;
    int parenthesisDepth;
    bool braceOpen;
    bool bracketOpen;
    bool gotColon;

    // Inside brackets, up to the first number: other words are allowed there than after it.
    bool inDurationStart;

    /// <summary>What was wrong, after a token of kind <see cref="TokenKind.Error"/>.</summary>
    public PromDiagnostic? Failure { get; private set; }

    /// <summary>The next token; comments too.</summary>
    public Token Next()
    {
        if (Failure is not null)
            return new(TokenKind.EndOfInput, text.Length, text.Length);

        while (position < text.Length && IsSpace(text[position]))
            position++;

        start = position;
        if (position < text.Length && text[position] == '#' && !inDurationStart)
            return Comment();
        if (braceOpen)
            return InBraces();
        if (inDurationStart)
            return InDuration();

        return Statement();
    }

    Token Statement()
    {
        if (position >= text.Length)
            return parenthesisDepth != 0 ? Fail(PromSyntaxDiagnostics.Unclosed, "unclosed left parenthesis")
                : bracketOpen ? Fail(PromSyntaxDiagnostics.Unclosed, "unclosed left bracket")
                : Emit(TokenKind.EndOfInput);

        var c = text[position++];
        switch (c)
        {
            case ',':
                return Emit(TokenKind.Comma);
            case '*':
                return Emit(TokenKind.Multiply);
            case '/':
                return Emit(TokenKind.Divide);
            case '%':
                return Emit(TokenKind.Modulo);
            case '+':
                return Emit(TokenKind.Add);
            case '-':
                return Emit(TokenKind.Subtract);
            case '^':
                return Emit(TokenKind.Power);
            case '=':
                return Accept('=') ? Emit(TokenKind.Equal)
                    : Peek() == '~' ? Unexpected("unexpected character after '=': " + GoText.QuoteRune('~'))
                    : Emit(TokenKind.Assign);
            case '!':
                return Accept('=') ? Emit(TokenKind.NotEqual) : Unexpected("unexpected character after '!': " + QuoteNext());
            case '<':
                return Accept('=') ? Emit(TokenKind.LessOrEqual) : Accept('/') ? Emit(TokenKind.TrimUpper) : Emit(TokenKind.Less);
            case '>':
                return Accept('=') ? Emit(TokenKind.GreaterOrEqual) : Accept('/') ? Emit(TokenKind.TrimLower) : Emit(TokenKind.Greater);
            case '"' or '\'':
                return QuotedString(c);
            case '`':
                return RawString();
            case '(':
                parenthesisDepth++;
                return Emit(TokenKind.LeftParenthesis);
            case ')':
                return RightParenthesis();
            case '{':
                braceOpen = true;
                return Emit(TokenKind.LeftBrace);
            case '[':
                if (bracketOpen)
                    return Unexpected("unexpected left bracket '['");
                bracketOpen = true;
                inDurationStart = true;
                gotColon = false;
                return Emit(TokenKind.LeftBracket);
            case ']':
                if (!bracketOpen)
                    return Unexpected("unexpected right bracket ']'");
                bracketOpen = false;
                return Emit(TokenKind.RightBracket);
            case '@':
                return Emit(TokenKind.At);
        }

        if (IsDigit(c) || (c == '.' && IsDigit(Peek())))
            return NumberOrDuration();
        if (IsLetter(c) || c == ':')
            return bracketOpen ? AfterDuration(c) : KeywordOrIdentifier();

        return Unexpected("unexpected character: " + QuoteLast());
    }

    Token AfterDuration(char c)
    {
        if (c == ':')
        {
            if (gotColon)
                return Unexpected("unexpected colon ':'");
            gotColon = true;
            return Emit(TokenKind.Colon);
        }

        return DurationKeyword() is { } keyword ? Emit(keyword) : Unexpected($"unexpected character: {GoText.QuoteRune(c)}, expected ':'");
    }

    Token InDuration()
    {
        if (position >= text.Length)
            return Fail(PromSyntaxDiagnostics.Unclosed, "unexpected end of input in duration expression");

        var c = text[position++];
        switch (c)
        {
            case ']':
                bracketOpen = false;
                inDurationStart = false;
                return Emit(TokenKind.RightBracket);
            case ':':
                return Unexpected("unexpected colon before duration in duration expression");
            case '(':
                parenthesisDepth++;
                return Emit(TokenKind.LeftParenthesis);
            case ')':
                return RightParenthesis();
            case '+':
                return Emit(TokenKind.Add);
            case '-':
                return Emit(TokenKind.Subtract);
            case '*':
                return Emit(TokenKind.Multiply);
            case '/':
                return Emit(TokenKind.Divide);
            case '%':
                return Emit(TokenKind.Modulo);
            case '^':
                return Emit(TokenKind.Power);
            case ',':
                return Emit(TokenKind.Comma);
        }

        if (IsDigit(c) || (c == '.' && IsDigit(Peek())))
        {
            inDurationStart = false;
            return NumberOrDuration();
        }

        return DurationKeyword() is { } keyword ? Emit(keyword) : Unexpected("unexpected character in duration expression: " + QuoteLast());
    }

    /// <summary>The words that may stand in a duration; the first letter is read already.</summary>
    TokenKind? DurationKeyword()
    {
        if (!IsLetter(text[start]))
            return null;
        var end = position;
        while (end < text.Length && IsLetter(text[end]))
            end++;

        var keyword = Keywords.Find(text, start, end);
        if (keyword is not (TokenKind.Step or TokenKind.Range or TokenKind.MinOf or TokenKind.MaxOf or TokenKind.Min or TokenKind.Max))
            return null;

        position = end;
        return keyword;
    }

    Token InBraces()
    {
        if (position >= text.Length)
            return Fail(PromSyntaxDiagnostics.Unclosed, "unexpected end of input inside braces");

        var c = text[position++];
        switch (c)
        {
            case ',':
                return Emit(TokenKind.Comma);
            case '"' or '\'':
                return QuotedString(c);
            case '`':
                return RawString();
            case '=':
                return Accept('~') ? Emit(TokenKind.RegexMatch) : Emit(TokenKind.Assign);
            case '!':
                return Accept('~') ? Emit(TokenKind.RegexNoMatch)
                    : Accept('=') ? Emit(TokenKind.NotEqual)
                    : Unexpected("unexpected character after '!' inside braces: " + QuoteNext());
            case '{':
                return Unexpected("unexpected left brace '{'");
            case '}':
                braceOpen = false;
                return Emit(TokenKind.RightBrace);
        }

        if (!IsLetter(c))
            return Unexpected("unexpected character inside braces: " + QuoteLast());
        while (position < text.Length && IsLetterOrDigit(text[position]))
            position++;

        return Emit(TokenKind.Identifier);
    }

    Token KeywordOrIdentifier()
    {
        var colon = text[start] == ':';
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == ':')
                colon = true;
            else if (!IsLetterOrDigit(c))
                break;
        }

        if (colon)
            return Emit(TokenKind.MetricIdentifier);

        var kind = Keywords.Find(text, start, position);
        return kind is TokenKind.Fill or TokenKind.FillLeft or TokenKind.FillRight && !ParenthesisFollows() ? Emit(TokenKind.Identifier) : Emit(kind);
    }

    // Metrics may be named "fill", so the word is a keyword only where it can be nothing else.
    bool ParenthesisFollows()
    {
        var next = position;
        while (next < text.Length && IsSpace(text[next]))
            next++;

        return next < text.Length && text[next] == '(';
    }

    Token RightParenthesis()
    {
        parenthesisDepth--;
        return parenthesisDepth < 0
            ? FailAt(position, PromSyntaxDiagnostics.Unbalanced, "unexpected right parenthesis ')'")
            : Emit(TokenKind.RightParenthesis);
    }

    Token Comment()
    {
        while (position < text.Length && text[position] is not ('\n' or '\r'))
            position++;

        return Emit(TokenKind.Comment);
    }

    Token Emit(TokenKind kind) => new(kind, start, position);

    Token Unexpected(string message) => Fail(PromSyntaxDiagnostics.UnexpectedCharacter, message);

    Token Fail(PromDiagnosticDescriptor descriptor, string message) => FailAt(start, descriptor, message);

    Token FailAt(int at, PromDiagnosticDescriptor descriptor, string message)
    {
        Failure = new(descriptor, new(at, Math.Max(at, Math.Min(position, text.Length))), message);
        return new(TokenKind.Error, at, position);
    }

    bool Accept(char expected)
    {
        if (position >= text.Length || text[position] != expected)
            return false;
        position++;
        return true;
    }

    /// <summary>The next character; NUL at the end of the text, where no caller asks for NUL.</summary>
    char Peek() => position < text.Length ? text[position] : '\0';

    string QuoteNext() => GoText.QuoteRune(GoText.RuneAt(text, position));

    string QuoteLast() => GoText.QuoteRune(GoText.RuneAt(text, position - 1));

    static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    static bool IsLetter(char c) => (uint)((c | 0x20) - 'a') <= 25 || c == '_';

    static bool IsLetterOrDigit(char c) => IsLetter(c) || IsDigit(c);
}
