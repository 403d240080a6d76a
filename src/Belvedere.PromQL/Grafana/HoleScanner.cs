namespace Belvedere.PromQL;

/// <summary>
/// Finds the variables of an expression and guesses from what stands around them what they stand for. Follows strings,
/// comments, braces, brackets and calls, but needs no text that parses.
/// </summary>
sealed class HoleScanner(string text)
{
    /// <summary>An open parenthesis: the word before it, and the argument that is being read.</summary>
    record struct Call(string Name, bool IsLabelList, int Argument);

    readonly List<TemplateHole> holes = [];
    readonly Stack<Call> calls = new();
    bool inBraces;
    bool inBrackets;

    // What was read last, outside white space: a word, or a character on its own.
    string lastWord = "";
    char last;
    int lastEnd;

    public static List<TemplateHole> Scan(string text)
    {
        var scanner = new HoleScanner(text);
        scanner.Scan();
        return scanner.holes;
    }

    void Scan()
    {
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n' or '\r')
                i++;
            else if (c is '$' or '[' && TemplateVariable.At(text, i) is { } variable)
                i = Take(variable);
            else if (c is '"' or '\'' or '`')
                i = String(i);
            else if (c == '#')
                i = Comment(i);
            else if (IsWordPart(c))
                i = Word(i);
            else
                i = Symbol(i);
        }
    }

    int Take(TemplateVariable variable)
    {
        holes.Add(new(variable, KindOf(variable)));
        Note('v', "", variable.Span.End);
        return variable.Span.End;
    }

    HoleKind KindOf(TemplateVariable variable)
    {
        int start = variable.Span.Start, end = variable.Span.End;
        var before = start > 0 && lastEnd == start ? last : '\0';
        var next = NextSignificant(end);
        if (inBrackets)
            return Length(before, end);
        if (inBraces)
            return IsAdjacentWord(before, end) ? HoleKind.Name
                : next is '=' or '!' ? HoleKind.Label
                : last is '=' or '~' ? HoleKind.Anything
                : HoleKind.Matchers;
        if (calls.Count > 0 && calls.Peek().IsLabelList)
            return HoleKind.Label;

        var word = lastWord.ToLowerInvariant();
        if (word == "offset" || (last == '-' && IsAfterOffset(start)))
            return Length('\0', end);
        if (last == '@')
            return HoleKind.Number;
        if (before != '\0' && IsWordPart(before) && !variable.IsDuration && !variable.IsNumber)
            return next == '(' ? HoleKind.Function : HoleKind.Name;
        if (IsNamePart(end))
            return Word(end, out _) is var nameEnd && NextSignificant(nameEnd) == '(' ? HoleKind.Function : HoleKind.Name;
        if (next == '(' || IsGroupingNext(end))
            return HoleKind.Function;
        if (next == '{' || (next == '[' && TemplateVariable.At(text, SkipSpace(end)) is null))
            return HoleKind.Name;
        if (EndsOperand(word))
            return HoleKind.Anything;
        if (variable.IsDuration || variable.IsNumber)
            return HoleKind.Number;

        return Operand(next);
    }

    /// <summary>A length of time, or a part of one: <c>[${minutes}m]</c>, <c>[5$unit]</c>.</summary>
    HoleKind Length(char before, int end) =>
        before is >= '0' and <= '9' || (before == 'v' && holes.Count > 0 && holes[holes.Count - 1].Kind == HoleKind.Number) ? HoleKind.Unit
        : end < text.Length && (text[end] is >= 'a' and <= 'z' || TemplateVariable.At(text, end) is not null) ? HoleKind.Number
        : HoleKind.Duration;

    HoleKind Operand(char next)
    {
        // The parameter of the call around it knows best, if the variable is the whole argument.
        if (calls.Count > 0 && last is '(' or ',' && next is ',' or ')')
        {
            var call = calls.Peek();
            var type = Functions.Find(call.Name)?.ParameterType(call.Argument) ?? Aggregated(call);
            if (type != ExpressionType.None)
                return type == ExpressionType.Scalar ? HoleKind.Number : HoleKind.MetricOrNumber;
        }

        return last is '\0' or '(' or ',' && next is '\0' or ')' or ',' ? HoleKind.MetricOrNumber : HoleKind.NumberOrMetric;
    }

    static ExpressionType Aggregated(Call call) => call.Name.ToLowerInvariant() switch
    {
        "topk" or "bottomk" or "quantile" or "limitk" or "limit_ratio" => call.Argument == 0 ? ExpressionType.Scalar : ExpressionType.InstantVector,
        "sum" or "avg" or "count" or "min" or "max" or "group" or "stddev" or "stdvar" => ExpressionType.InstantVector,
        _ => ExpressionType.None,
    };

    // Between two operands there must be an operator.
    bool EndsOperand(string word) => last switch
    {
        ')' => true,
        '}' or ']' or '"' or 'v' => true,
        'w' => word is not ("and" or "or" or "unless" or "atan2" or "bool" or "by" or "without" or "on" or "ignoring" or "group_left" or "group_right"),
        _ => false,
    };

    bool IsAdjacentWord(char before, int end) => (before != '\0' && IsWordPart(before)) || IsNamePart(end);

    bool IsNamePart(int index) =>
        index < text.Length && (IsWordPart(text[index]) || text[index] == ':' || (text[index] is '$' or '[' && TemplateVariable.At(text, index) is not null));

    // "offset -$x" and "offset - $x".
    bool IsAfterOffset(int start)
    {
        var i = start - 1;
        while (i >= 0 && text[i] is ' ' or '\t' or '\n' or '\r' or '-')
            i--;

        const string keyword = "offset";
        return i + 1 >= keyword.Length && string.Compare(text, i + 1 - keyword.Length, keyword, 0, keyword.Length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    bool IsGroupingNext(int end)
    {
        var start = SkipSpace(end);
        var wordEnd = Word(start, out var word);
        return word is "by" or "without" && NextSignificant(wordEnd) == '(';
    }

    int String(int start)
    {
        var quote = text[start];
        var i = start + 1;
        while (i < text.Length)
        {
            var c = text[i];
            if (c == quote)
                break;
            if (c == '\\' && quote != '`')
            {
                i += 2;
                continue;
            }

            // A dollar behind a backslash is one that a regular expression looks for.
            if (c is '$' or '[' && (c == '[' || text[i - 1] != '\\') && TemplateVariable.At(text, i) is { } variable)
            {
                holes.Add(new(variable, HoleKind.InString));
                i = variable.Span.End;
                continue;
            }

            i++;
        }

        Note('"', "", Math.Min(text.Length, i + 1));
        return Math.Min(text.Length, i + 1);
    }

    int Comment(int start)
    {
        var end = start;
        while (end < text.Length && text[end] is not ('\n' or '\r'))
            end++;

        return end;
    }

    int Word(int start)
    {
        var end = Word(start, out var word);
        Note(text[end - 1] is >= '0' and <= '9' && inBrackets ? '0' : 'w', word, end);
        return end;
    }

    int Word(int start, out string word)
    {
        var end = start;
        while (end < text.Length && (IsWordPart(text[end]) || text[end] is ':' or '.'))
            end++;
        word = text.Substring(start, end - start);
        return end;
    }

    int Symbol(int index)
    {
        var c = text[index];
        switch (c)
        {
            case '{':
                inBraces = true;
                break;
            case '}':
                inBraces = false;
                break;
            case '[':
                inBrackets = true;
                break;
            case ']':
                inBrackets = false;
                break;
            case '(':
                calls.Push(new(last == 'w' ? lastWord : "", last == 'w' && IsListKeyword(lastWord), 0));
                break;
            case ')' when calls.Count > 0:
                calls.Pop();
                break;
            case ',' when calls.Count > 0 && !inBraces:
                calls.Push(calls.Pop() is var call ? call with { Argument = call.Argument + 1 } : default);
                break;
        }

        Note(c, "", index + 1);
        return index + 1;
    }

    static bool IsListKeyword(string word) =>
        word.ToLowerInvariant() is "by" or "without" or "on" or "ignoring" or "group_left" or "group_right";

    void Note(char character, string word, int end) => (last, lastWord, lastEnd) = (character, word, end);

    char NextSignificant(int index)
    {
        index = SkipSpace(index);
        return index < text.Length ? text[index] : '\0';
    }

    int SkipSpace(int index)
    {
        while (index < text.Length && text[index] is ' ' or '\t' or '\n' or '\r')
            index++;

        return index;
    }

    static bool IsWordPart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
