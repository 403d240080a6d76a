namespace Belvedere.PromQL;

/// <summary>What is known of a regular expression.</summary>
/// <param name="Error">Go's message where it does not compile; else null.</param>
/// <param name="MatchesEmpty">Whether it matches the empty text, anchored at both ends as Prometheus does.</param>
/// <param name="Groups">The number of capturing groups.</param>
readonly record struct RegexFacts(string? Error, bool MatchesEmpty, int Groups);

/// <summary>
/// Reads RE2's syntax as Go's <c>regexp/syntax</c> does with the flags that Prometheus sets (Perl, and a dot that matches line
/// ends): no look-around, no back-references, at most 1000 repetitions. Nothing is matched here. Groups are kept on a list, so
/// that no pattern can exhaust the call stack.
/// </summary>
sealed partial class RegexSyntax
{
    const int MaximumRepeat = 1000;
    const int MaximumHeight = 1000;
    const double MaximumSize = 128 * 1024 * 1024 / 40.0;

    readonly string pattern;
    readonly List<Group> open = [];
    Group group = new() { AlternativesEmpty = false, ConcatEmpty = true };
    Atom? last;
    int position;
    int captures;
    bool noNameEnds;
    string? error;

    // Where the repetition began that the current one would be stacked on.
    int stackedOn = -1;

    RegexSyntax(string pattern) => this.pattern = pattern;

    /// <summary>Whether an expression compiles, and what of it is asked for elsewhere.</summary>
    public static RegexFacts Check(string pattern)
    {
        var syntax = new RegexSyntax(pattern);
        syntax.Parse();
        return syntax.error is { } error
            ? new("error parsing regexp: " + error, false, 0)
            : new(null, syntax.group.AlternativesEmpty, syntax.captures);
    }

    /// <summary>The texts that an expression matches, where it is nothing but these with bars between them; else null.</summary>
    public static string[]? Alternatives(string pattern)
    {
        const string metacharacters = "\\.+*?()[]{}^$";
        foreach (var c in pattern)
            if (metacharacters.IndexOf(c) >= 0)
                return null;

        return pattern.Split('|');
    }

    void Parse()
    {
        while (position < pattern.Length && error is null)
        {
            var repeated = stackedOn;
            stackedOn = -1;
            ParseNext(repeated);
        }

        if (error is null && open.Count > 0)
            Fail("missing closing )", 0, pattern.Length);
        if (error is null)
            CloseAlternative();
        if (error is null && group.Size > MaximumSize)
            Fail("expression too large", 0, pattern.Length);
    }

    void ParseNext(int repeated)
    {
        var start = position;
        switch (pattern[position])
        {
            case '(':
                if (position + 1 < pattern.Length && pattern[position + 1] == '?')
                    PerlGroup();
                else
                    OpenGroup(1, captures: true);
                break;
            case '|':
                position++;
                CloseAlternative();
                break;
            case ')':
                if (open.Count == 0)
                {
                    Fail("unexpected )", 0, pattern.Length);
                    break;
                }

                position++;
                CloseGroup();
                break;
            case '^' or '$':
                position++;
                Push(matchesEmpty: true, size: 1);
                break;
            case '[':
                if (ParseClass())
                    Push(matchesEmpty: false, size: 1);
                break;
            case '*':
                position++;
                Repeat(start, 0, -1, repeated);
                break;
            case '+':
                position++;
                Repeat(start, 1, -1, repeated);
                break;
            case '?':
                position++;
                Repeat(start, 0, 1, repeated);
                break;
            case '{':
                ParseCount(start, repeated);
                break;
            case '\\':
                ParseBackslash();
                break;
            default:
                TakeRune();
                Push(matchesEmpty: false, size: 1);
                break;
        }
    }

    // A brace that begins no count is a character.
    void ParseCount(int start, int repeated)
    {
        position++;
        if (TakeInteger() is not { } minimum)
        {
            position = start + 1;
            Push(matchesEmpty: false, size: 1);
            return;
        }

        var maximum = minimum;
        if (Accept(','))
            maximum = position < pattern.Length && pattern[position] == '}' ? -1 : TakeInteger() ?? -2;
        if (maximum == -2 || !Accept('}'))
        {
            position = start + 1;
            Push(matchesEmpty: false, size: 1);
            return;
        }

        if (minimum > MaximumRepeat || maximum > MaximumRepeat || (maximum >= 0 && minimum > maximum))
        {
            Fail("invalid repeat count", start, position);
            return;
        }

        Repeat(start, minimum, maximum, repeated);
        if (error is null && (minimum >= 2 || maximum >= 2) && last is { Repeats: > MaximumRepeat })
            Fail("invalid repeat count", start, position);
    }

    // Numbers have no leading zero; those too long to count are out of range anyway.
    int? TakeInteger()
    {
        var start = position;
        if (position + 1 < pattern.Length && pattern[position] == '0' && pattern[position + 1] is >= '0' and <= '9')
            return null;

        var value = 0;
        for (; position < pattern.Length && pattern[position] is >= '0' and <= '9'; position++)
            value = Math.Min(value * 10 + (pattern[position] - '0'), MaximumRepeat + 1);
        return position == start ? null : value;
    }

    void Repeat(int start, int minimum, int maximum, int repeated)
    {
        Accept('?');
        if (repeated >= 0)
        {
            Fail("invalid nested repetition operator", repeated, position);
            return;
        }

        if (last is not { } atom)
        {
            Fail("missing argument to repetition operator", start, position);
            return;
        }

        // Counts multiply; x{0} never runs what it repeats.
        var count = maximum < 0 ? minimum : maximum;
        var counted = pattern[start] == '{';
        last = new(
            atom.MatchesEmpty || minimum == 0,
            !counted ? atom.Repeats : count == 0 && maximum == 0 ? 1 : atom.Repeats * Math.Max(1, count),
            counted ? atom.Size * Math.Max(1, count) : atom.Size + 1);
        stackedOn = start;
    }

    void OpenGroup(int length, bool captures)
    {
        position += length;
        Settle();
        if (captures)
            this.captures++;
        open.Add(group);
        if (open.Count > MaximumHeight)
            Fail("expression nests too deeply", 0, pattern.Length);
        group = new() { AlternativesEmpty = false, ConcatEmpty = true };
    }

    void CloseGroup()
    {
        CloseAlternative();
        var closed = group;
        group = open[open.Count - 1];
        open.RemoveAt(open.Count - 1);
        last = new(closed.AlternativesEmpty, closed.Repeats, closed.Size + 1);
    }

    void CloseAlternative()
    {
        Settle();
        group = group with { AlternativesEmpty = group.AlternativesEmpty || group.ConcatEmpty, ConcatEmpty = true };
    }

    void Push(bool matchesEmpty, double size)
    {
        Settle();
        last = new(matchesEmpty, 1, size);
    }

    // The last atom may still be repeated, so it joins its group only when another follows.
    void Settle()
    {
        if (last is not { } atom)
            return;
        group = group with
        {
            ConcatEmpty = group.ConcatEmpty && atom.MatchesEmpty,
            Repeats = Math.Max(group.Repeats, atom.Repeats),
            Size = group.Size + atom.Size,
        };
        last = null;
    }

    int TakeRune()
    {
        var rune = GoText.RuneAt(pattern, position);
        position += rune > 0xFFFF ? 2 : 1;
        if (rune is >= 0xD800 and <= 0xDFFF)
            error ??= "invalid UTF-8: " + GoText.Quote(pattern);
        return rune;
    }

    bool Accept(char expected)
    {
        if (position >= pattern.Length || pattern[position] != expected)
            return false;
        position++;
        return true;
    }

    void Fail(string reason, int start, int end) => error ??= $"{reason}: `{pattern.Substring(start, end - start)}`";

    readonly record struct Atom(bool MatchesEmpty, double Repeats, double Size);

    readonly record struct Group
    {
        public bool AlternativesEmpty { get; init; }

        public bool ConcatEmpty { get; init; }

        public double Repeats { get; init; } = 1;

        public double Size { get; init; }

        public Group()
        {
        }
    }
}
