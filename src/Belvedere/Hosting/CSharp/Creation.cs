namespace Belvedere.Hosting.CSharp;

/// <summary>
/// A place where an element is made: <c>new</c> with its arguments and braces, a factory's call, or a constructor that calls its
/// base's. The indices are those of tokens.
/// </summary>
/// <param name="First">The <c>new</c>, or the name that is called.</param>
/// <param name="Open">The opening parenthesis of the arguments; -1 when there are none.</param>
/// <param name="Body">The opening brace after them; -1 when there is none.</param>
/// <param name="Last">The last token.</param>
readonly record struct Creation(int First, int Open, int Body, int Last)
{
    /// <summary>The creations whose captured line is the one between two offsets, in order.</summary>
    public static IEnumerable<Creation> On(SourceText source, int lineStart, int lineEnd)
    {
        var tokens = source.Tokens;
        for (var index = 0; index < tokens.Count && tokens[index].Start < lineEnd; index++)
        {
            if (tokens[index].Start < lineStart)
                continue;
            if (tokens[index].Kind is TokenKind.Word && source.Of(tokens[index]) is "new")
                yield return From(source, index, index + 1);
            else if (tokens[index].Is('(') && Callee(source, index) is var callee and >= 0)
                yield return From(source, callee, index);
        }
    }

    /// <summary>The token of a property's name where the braces set it; -1 when they do not.</summary>
    public int Assignment(SourceText source, string property)
    {
        if (Body < 0)
            return -1;

        var tokens = source.Tokens;
        var depth = 0;
        for (var index = Body; index <= Last; index++)
        {
            if (Opens(tokens[index]))
                depth++;
            else if (Closes(tokens[index]))
                depth--;
            else if (depth == 1 && tokens[index].Kind is TokenKind.Word && source.Of(tokens[index]).SequenceEqual(property) && IsSet(tokens, index))
                return index;
        }

        return -1;
    }

    /// <summary>Whether a string literal with a value stands among the arguments themselves.</summary>
    public bool HasArgument(SourceText source, string value)
    {
        if (Open < 0)
            return false;

        var tokens = source.Tokens;
        var depth = 0;
        for (var index = Open; index <= Last; index++)
        {
            if (Opens(tokens[index]))
                depth++;
            else if (Closes(tokens[index]) && --depth == 0)
                return false;
            else if (depth == 1 && tokens[index].Literal?.Align(value) is not null)
                return true;
        }

        return false;
    }

    // The word before a parenthesis that is called, and not a keyword such as `if` or the type after `new`.
    static int Callee(SourceText source, int open)
    {
        var tokens = source.Tokens;
        var name = open - 1;
        if (name < 0 || tokens[name].Kind is not TokenKind.Word || source.Of(tokens[name]) is "new" or "if" or "while" or "for" or "foreach" or "switch" or "using" or "lock" or "return")
            return -1;

        var first = name;
        while (first >= 2 && tokens[first - 1].Is('.') && tokens[first - 2].Kind is TokenKind.Word)
            first -= 2;
        return first > 0 && tokens[first - 1].Kind is TokenKind.Word && source.Of(tokens[first - 1]) is "new" ? -1 : first;
    }

    static Creation From(SourceText source, int first, int next)
    {
        var tokens = source.Tokens;
        // The type's name, if any, with its generic arguments and dots.
        while (next < tokens.Count && (tokens[next].Kind is TokenKind.Word || tokens[next].Is('.') || tokens[next].Is('<') || tokens[next].Is('>') || tokens[next].Is(',') && InGenerics(tokens, next, first)))
            next++;

        int open = -1, body = -1, last = Math.Min(next, tokens.Count - 1);
        if (next < tokens.Count && tokens[next].Is('('))
        {
            open = next;
            last = Closing(tokens, open);
            next = last + 1;
        }

        if (next < tokens.Count && tokens[next].Is('{'))
        {
            body = next;
            last = Closing(tokens, body);
        }

        return new Creation(first, open, body, last);
    }

    static bool InGenerics(IReadOnlyList<Token> tokens, int comma, int first)
    {
        var open = 0;
        for (var index = first; index < comma; index++)
            open += tokens[index].Is('<') ? 1 : tokens[index].Is('>') ? -1 : 0;
        return open > 0;
    }

    static int Closing(IReadOnlyList<Token> tokens, int open)
    {
        var depth = 0;
        for (var index = open; index < tokens.Count; index++)
        {
            if (Opens(tokens[index]))
                depth++;
            else if (Closes(tokens[index]) && --depth == 0)
                return index;
        }

        return tokens.Count - 1;
    }

    static bool IsSet(IReadOnlyList<Token> tokens, int name) =>
        name + 1 < tokens.Count && tokens[name + 1].Is('=') && !(name + 2 < tokens.Count && tokens[name + 2].Start == tokens[name + 1].End && tokens[name + 2].Is('='));

    static bool Opens(Token token) => token.Sign is '(' or '[' or '{' && token.Kind is TokenKind.Sign;

    static bool Closes(Token token) => token.Sign is ')' or ']' or '}' && token.Kind is TokenKind.Sign;
}
