namespace Belvedere.Hosting.CSharp;

/// <summary>Cuts a C# file into words, signs and string literals. Comments, characters and directives are passed over; what is no C# ends the list early.</summary>
sealed class Tokenizer
{
    readonly string text;
    readonly List<Token> tokens = [];
    int at;

    Tokenizer(string text) => this.text = text;

    public static IReadOnlyList<Token> Tokens(string text)
    {
        var tokenizer = new Tokenizer(text);
        while (tokenizer.at < text.Length)
            tokenizer.Next();
        return tokenizer.tokens;
    }

    void Next()
    {
        var character = text[at];
        if (char.IsWhiteSpace(character))
            at++;
        else if (Starts("//") || (character == '#' && FirstOfLine()))
            at = EndOfLine();
        else if (Starts("/*"))
            at = After("*/", at + 2);
        else if (character == '\'')
            at = StringScanner.AfterCharacter(text, at);
        else if (StringScanner.Scan(text, at) is { } literal)
            Add(TokenKind.Literal, literal.End, literal.Value);
        else if (char.IsLetter(character) || character is '_' or '@')
            Add(TokenKind.Word, EndOfWord());
        else if (char.IsDigit(character))
            at = EndOfWord();
        else
            Add(TokenKind.Sign, at + 1);
    }

    void Add(TokenKind kind, int end, LiteralValue? literal = null)
    {
        tokens.Add(new Token(kind, at, end, kind is TokenKind.Sign ? text[at] : '\0') { Literal = literal });
        at = end;
    }

    bool Starts(string sign) => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    bool FirstOfLine() => text.AsSpan(0, at).TrimEnd(" \t") is var before && (before.IsEmpty || before[^1] is '\n' or '\r');

    int EndOfLine() => text.AsSpan(at).IndexOfAny('\r', '\n') is var length and >= 0 ? at + length : text.Length;

    int After(string sign, int from) => text.IndexOf(sign, from, StringComparison.Ordinal) is var found and >= 0 ? found + sign.Length : text.Length;

    int EndOfWord()
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return end;
    }
}
