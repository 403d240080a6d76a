using System.Buffers;

namespace Belvedere.Documents.Yaml;

/// <content>Maps and lists in brackets.</content>
sealed partial class BlockYaml
{
    // What ends a scalar in brackets, or is more than a letter there.
    static readonly SearchValues<char> FlowIndicators = SearchValues.Create(",[]{}:#?\t\n\"'");

    // Collections in brackets, on one line.
    void Flow()
    {
        var isMap = text[at] == '{';
        tree.Open(isMap, line, Column + 1);
        at++;
        SkipSpaces();
        var isFirst = true;
        while (!Stops)
        {
            if (at < text.Length && text[at] == (isMap ? '}' : ']'))
            {
                at++;
                tree.Close(line, Column + 1);
                return;
            }

            if (!isFirst && !Skips(',', needsSpace: false))
                break;
            isFirst = false;
            if (isMap)
            {
                var key = FlowScalar();
                if (Stops || !Skips(':', needsSpace: true))
                    break;
                tree.AddKey(Scalars.Key(tree, key!));
            }

            if (at < text.Length && text[at] is '[' or '{')
                Flow();
            else if (FlowScalar() is { } scalar && !Stops)
                tree.Add(scalar);
            SkipSpaces();
        }

        isUnsure |= !tree.IsHalted;
    }

    // Without a space after it, readers disagree about what a colon belongs to.
    bool Skips(char indicator, bool needsSpace)
    {
        if (at + 1 >= text.Length || text[at] != indicator || (needsSpace && text[at + 1] != ' '))
            return false;

        at++;
        SkipSpaces();
        return true;
    }

    ScalarNode? FlowScalar()
    {
        if (at < text.Length && text[at] is '"' or '\'')
            return TryQuoted(out var quoted) ? quoted : null;

        var length = text.AsSpan(at).IndexOfAny(FlowIndicators);
        if (length <= 0 || !CanBeginPlain(at) || text[at + length] is not (',' or ']' or '}' or ':'))
        {
            isUnsure = true;
            return null;
        }

        var start = at;
        var value = text.AsSpan(at, length).TrimEnd(' ').ToString();
        at += value.Length;
        if (value is "-")
            isUnsure = true;
        var scalar = Scalars.Plain(tree, value, SpanFrom(start));
        at = start + length;
        return scalar;
    }
}
