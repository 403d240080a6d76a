namespace Belvedere.PromQL;

// Strings. Lone surrogates stand for bytes that are not UTF-8.
sealed partial class Lexer
{
    Token QuotedString(char quote)
    {
        while (position < text.Length)
        {
            var c = text[position++];
            if (c == quote)
                return Emit(TokenKind.String);
            if (c == '\n')
                break;
            if (c == '\\')
            {
                if (Escape(quote) is { } failure)
                    return failure;
            }
            else if (c >= 0x80 && IsInvalid(c))
            {
                return Fail(PromSyntaxDiagnostics.InvalidUtf8, "invalid UTF-8 rune");
            }
        }

        return Fail(PromSyntaxDiagnostics.UnterminatedString, "unterminated quoted string");
    }

    Token RawString()
    {
        while (position < text.Length)
        {
            var c = text[position++];
            if (c == '`')
                return Emit(TokenKind.String);
            if (c >= 0x80 && IsInvalid(c))
                return Fail(PromSyntaxDiagnostics.InvalidUtf8, "invalid UTF-8 rune");
        }

        return Fail(PromSyntaxDiagnostics.UnterminatedString, "unterminated raw string");
    }

    Token? Escape(char quote)
    {
        if (position >= text.Length)
            return Fail(PromSyntaxDiagnostics.InvalidEscape, "escape sequence not terminated");

        var c = text[position++];
        if (c == quote)
            return null;

        int digits, numberBase;
        uint maximum;
        switch (c)
        {
            case 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or '\\':
                return null;
            case >= '0' and <= '7':
                (digits, numberBase, maximum) = (3, 8, 255);
                position--;
                break;
            case 'x':
                (digits, numberBase, maximum) = (2, 16, 255);
                break;
            case 'u':
                (digits, numberBase, maximum) = (4, 16, 0x10FFFF);
                break;
            case 'U':
                (digits, numberBase, maximum) = (8, 16, 0x10FFFF);
                break;
            default:
                return Fail(PromSyntaxDiagnostics.InvalidEscape, "unknown escape sequence " + GoText.DescribeRune(GoText.RuneAt(text, position - 1)));
        }

        uint value = 0;
        for (; digits > 0; digits--)
        {
            if (position >= text.Length)
                return Fail(PromSyntaxDiagnostics.InvalidEscape, "escape sequence not terminated");
            var digit = GoText.DigitValue(text[position]);
            if (digit >= numberBase)
                return Fail(PromSyntaxDiagnostics.InvalidEscape, $"illegal character {GoText.DescribeRune(GoText.RuneAt(text, position))} in escape sequence");
            value = value * (uint)numberBase + (uint)digit;
            position++;
        }

        return value > maximum || value is >= 0xD800 and < 0xE000
            ? Fail(PromSyntaxDiagnostics.InvalidEscape, "escape sequence is an invalid Unicode code point")
            : null;
    }

    /// <summary>Whether the character just read is no half of a pair, or U+FFFD, which Prometheus takes for a decoding error.</summary>
    bool IsInvalid(char c)
    {
        if (c == '\uFFFD')
            return true;
        if (!char.IsSurrogate(c))
            return false;
        if (!char.IsHighSurrogate(c) || position >= text.Length || !char.IsLowSurrogate(text[position]))
            return true;

        position++;
        return false;
    }
}
