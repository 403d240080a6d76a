namespace Belvedere.PromQL;

// Escapes, classes and the groups that Perl brought.
sealed partial class RegexSyntax
{
    void ParseBackslash()
    {
        var next = position + 1 < pattern.Length ? pattern[position + 1] : '\0';
        switch (next)
        {
            case 'A' or 'z' or 'B':
                position += 2;
                Push(matchesEmpty: true, size: 1);
                return;
            case 'b':
                // There is no word in the empty text for it to bound.
                position += 2;
                Push(matchesEmpty: false, size: 1);
                return;
            case 'C':
                Fail("invalid escape sequence", position, position + 2);
                return;
            case 'Q':
                ParseLiteral();
                return;
            case 'd' or 'D' or 's' or 'S' or 'w' or 'W':
                position += 2;
                Push(matchesEmpty: false, size: 1);
                return;
            case 'p' or 'P':
                if (ParseUnicodeClass())
                    Push(matchesEmpty: false, size: 1);
                return;
            default:
                if (ParseEscape() >= 0)
                    Push(matchesEmpty: false, size: 1);
                return;
        }
    }

    void ParseLiteral()
    {
        position += 2;
        var end = pattern.IndexOf("\\E", position, StringComparison.Ordinal);
        var stop = end < 0 ? pattern.Length : end;
        while (position < stop && error is null)
        {
            TakeRune();
            Push(matchesEmpty: false, size: 1);
        }

        position = end < 0 ? pattern.Length : end + 2;
    }

    /// <summary>The character that an escape stands for; negative after an error.</summary>
    int ParseEscape()
    {
        var start = position++;
        if (position >= pattern.Length)
        {
            error ??= "trailing backslash at end of expression: ``";
            return -1;
        }

        var c = TakeRune();
        switch (c)
        {
            case >= '1' and <= '7' when position < pattern.Length && pattern[position] is >= '0' and <= '7':
            case '0':
                var octal = c - '0';
                for (var i = 1; i < 3 && position < pattern.Length && pattern[position] is >= '0' and <= '7'; i++)
                    octal = octal * 8 + (pattern[position++] - '0');
                return octal;
            case 'x':
                return ParseHexadecimal(start);
            case 'a' or 'f' or 'n' or 'r' or 't' or 'v':
                return "\a\f\n\r\t\v"["afnrtv".IndexOf((char)c)];
        }

        if (c < 0x80 && !IsWord((char)c))
            return c;

        Fail("invalid escape sequence", start, position);
        return -1;
    }

    int ParseHexadecimal(int start)
    {
        var value = 0;
        var digits = 0;
        if (Accept('{'))
        {
            for (; position < pattern.Length && GoText.DigitValue(pattern[position]) < 16 && value <= 0x10FFFF; digits++)
                value = value * 16 + GoText.DigitValue(pattern[position++]);
            if (digits > 0 && value <= 0x10FFFF && Accept('}'))
                return value;
        }
        else
        {
            for (; digits < 2 && position < pattern.Length && GoText.DigitValue(pattern[position]) < 16; digits++)
                value = value * 16 + GoText.DigitValue(pattern[position++]);
            if (digits == 2)
                return value;
        }

        if (position < pattern.Length)
            TakeRune();
        Fail("invalid escape sequence", start, position);
        return -1;
    }

    bool ParseUnicodeClass()
    {
        var start = position;
        position += 2;
        if (position >= pattern.Length)
        {
            Fail("invalid character class range", start, position);
            return false;
        }

        string name;
        if (pattern[position] == '{')
        {
            var end = pattern.IndexOf('}', position);
            if (end < 0)
            {
                Fail("invalid character class range", start, pattern.Length);
                return false;
            }

            name = pattern.Substring(position + 1, end - position - 1);
            position = end + 1;
        }
        else
        {
            var letter = position;
            TakeRune();
            name = pattern.Substring(letter, position - letter);
        }

        if (UnicodeClasses.Contains(name.StartsWith("^", StringComparison.Ordinal) ? name.Substring(1) : name))
            return error is null;

        Fail("invalid character class range", start, position);
        return false;
    }

    bool ParseClass()
    {
        var start = position++;
        Accept('^');
        var first = true;
        while (error is null)
        {
            if (position >= pattern.Length)
            {
                Fail("missing closing ]", start, pattern.Length);
                return false;
            }

            if (pattern[position] == ']' && !first)
            {
                position++;
                return true;
            }

            first = false;
            ParseClassItem(start);
        }

        return false;
    }

    void ParseClassItem(int classStart)
    {
        var start = position;
        if (pattern[position] == '[' && position + 2 < pattern.Length && pattern[position + 1] == ':' && EndOfName(position + 2) is var end and >= 0)
        {
            position = end + 2;
            var name = pattern.Substring(start + 2, end - start - 2);
            if (!UnicodeClasses.IsPosix(name.StartsWith("^", StringComparison.Ordinal) ? name.Substring(1) : name))
                Fail("invalid character class range", start, position);
            return;
        }

        if (pattern[position] == '\\' && position + 1 < pattern.Length)
        {
            if (pattern[position + 1] is 'p' or 'P')
            {
                ParseUnicodeClass();
                return;
            }

            if (pattern[position + 1] is 'd' or 'D' or 's' or 'S' or 'w' or 'W')
            {
                position += 2;
                return;
            }
        }

        var low = ParseClassCharacter(classStart);
        if (position + 1 >= pattern.Length || pattern[position] != '-' || pattern[position + 1] == ']' || error is not null)
            return;

        position++;
        var high = ParseClassCharacter(classStart);
        if (high < low)
            Fail("invalid character class range", start, position);
    }

    // One search that finds nothing answers for the rest of the pattern.
    int EndOfName(int from)
    {
        if (noNameEnds)
            return -1;
        var end = pattern.IndexOf(":]", from, StringComparison.Ordinal);
        noNameEnds = end < 0;
        return end;
    }

    int ParseClassCharacter(int classStart)
    {
        if (position < pattern.Length)
            return pattern[position] == '\\' ? ParseEscape() : TakeRune();

        Fail("missing closing ]", classStart, pattern.Length);
        return -1;
    }

    // (?flags), (?flags:…) and (?P<name>…); everything else that begins so is Perl's alone.
    void PerlGroup()
    {
        var start = position;
        var named = StartsWith("(?P<") ? 4 : StartsWith("(?<") ? 3 : 0;
        if (named > 0)
        {
            var end = pattern.IndexOf('>', position);
            if (end < 0)
            {
                Fail("invalid named capture", start, pattern.Length);
                return;
            }

            for (var i = start + named; i < end; i++)
                if (!IsWord(pattern[i]) && pattern[i] != '_')
                    named = 0;
            if (named == 0 || end == start + named)
                Fail("invalid named capture", start, end + 1);
            else
                OpenGroup(end + 1 - start, captures: true);
            return;
        }

        position += 2;
        bool negative = false, sawFlag = false;
        while (position < pattern.Length)
        {
            var c = TakeRune();
            if (c is 'i' or 'm' or 's' or 'U')
            {
                sawFlag = true;
                continue;
            }

            if (c == '-' && !negative)
            {
                (negative, sawFlag) = (true, false);
                continue;
            }

            if (c is not (':' or ')') || (negative && !sawFlag))
                break;
            // Flags alone are no atom: a repetition behind them repeats what stands before them.
            if (c == ':')
                OpenGroup(0, captures: false);
            return;
        }

        Fail("invalid or unsupported Perl syntax", start, position);
    }

    bool StartsWith(string text) => string.CompareOrdinal(pattern, position, text, 0, text.Length) == 0;

    static bool IsWord(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
