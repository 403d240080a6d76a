namespace Belvedere.PromQL;

// Numbers and durations. What is accepted here may still be no number; the parser finds out.
sealed partial class Lexer
{
    Token NumberOrDuration()
    {
        position = start;
        if (ScanNumber())
            return Emit(TokenKind.Number);
        if (ScanRestOfDuration())
            return Emit(TokenKind.Duration);

        return Fail(PromSyntaxDiagnostics.BadNumber, "bad number or duration syntax: " + GoText.Quote(text.Substring(start, position - start)));
    }

    // A dot, an exponent or an underscore must not be followed by certain others; hexadecimal numbers have no dot. Where the
    // scan stops, the scan of a duration goes on, so the order of the steps matters.
    bool ScanNumber()
    {
        var hexadecimal = false;
        if (Accept('0') && (Accept('x') || Accept('X')))
        {
            Accept('_');
            hexadecimal = true;
        }

        Accept('.');
        AcceptDigit(hexadecimal);
        bool dot = false, exponent = false;
        while (position < text.Length)
        {
            var c = text[position];
            if (c == '.')
            {
                position++;
                if (dot || hexadecimal || AcceptAny("_."))
                    return false;
                dot = true;
            }
            else if (c is 'e' or 'E')
            {
                position++;
                if (exponent)
                    return false;
                exponent = true;
                AcceptAny("+-");
                if (AcceptAny("._eE") || position >= text.Length)
                    return false;
            }
            else if (c == '_')
            {
                position++;
                if (AcceptAny("._eE") || position >= text.Length)
                    return false;
            }
            else if (AcceptDigit(hexadecimal))
            {
                while (AcceptDigit(hexadecimal))
                {
                }
            }
            else
            {
                break;
            }
        }

        return position > start && !IsLetterOrDigit(Peek());
    }

    bool ScanRestOfDuration()
    {
        if (!AcceptAny("smhdwy"))
            return false;
        Accept('s');
        while (AcceptDigit(hexadecimal: false))
        {
            while (AcceptDigit(hexadecimal: false))
            {
            }

            if (!AcceptAny("smhdw"))
                return false;
            Accept('s');
        }

        if (!IsLetterOrDigit(Peek()))
            return true;

        // The character that spoils the duration belongs to the message.
        position++;
        return false;
    }

    bool AcceptDigit(bool hexadecimal)
    {
        if (position >= text.Length)
            return false;
        var c = text[position];
        if (!IsDigit(c) && !(hexadecimal && (c | 0x20) is >= 'a' and <= 'f'))
            return false;
        position++;
        return true;
    }

    bool AcceptAny(string characters)
    {
        if (position >= text.Length || characters.IndexOf(text[position]) < 0)
            return false;
        position++;
        return true;
    }
}
