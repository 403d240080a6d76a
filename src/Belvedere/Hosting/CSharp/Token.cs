namespace Belvedere.Hosting.CSharp;

/// <summary>What a token is; no more is told apart than finding a place needs.</summary>
enum TokenKind
{
    Word = 1,
    Literal,
    Sign,
}

/// <summary>One token of a C# file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its offset in the file.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Sign">The character of a sign.</param>
readonly record struct Token(TokenKind Kind, int Start, int End, char Sign = '\0')
{
    /// <summary>The literal, when it is one.</summary>
    public LiteralValue? Literal { get; init; }

    public bool Is(char sign) => Kind is TokenKind.Sign && Sign == sign;
}
