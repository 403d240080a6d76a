namespace Belvedere.PromQL;

/// <summary>Splits text into tokens, for highlighting and the like.</summary>
public static class PromLexer
{
    /// <summary>
    /// All tokens, comments too; the last one is <see cref="TokenKind.EndOfInput"/>, or <see cref="TokenKind.Error"/> where the
    /// text goes on but holds no token.
    /// </summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        var lexer = new Lexer(text);
        var tokens = new List<Token>();
        do
            tokens.Add(lexer.Next());
        while (tokens[tokens.Count - 1].Kind is not (TokenKind.EndOfInput or TokenKind.Error));

        return tokens;
    }
}
