using System.Text;

namespace Belvedere.PromQL;

/// <summary>An expression with something in place of its variables, and where everything came from.</summary>
sealed class SubstitutedText
{
    readonly List<(SourceSpan New, SourceSpan Old)> parts = [];

    public SubstitutedText(string original, IReadOnlyList<TemplateHole> holes, Func<TemplateHole, int, string> replacement)
    {
        Original = original;
        var result = new StringBuilder(original.Length + 16);
        var position = 0;
        for (var i = 0; i < holes.Count; i++)
        {
            result.Append(original, position, holes[i].Span.Start - position);
            var start = result.Length;
            result.Append(replacement(holes[i], i));
            parts.Add((new(start, result.Length), holes[i].Span));
            position = holes[i].Span.End;
        }

        result.Append(original, position, original.Length - position);
        Text = result.ToString();
    }

    /// <summary>The text with the variables.</summary>
    public string Original { get; }

    /// <summary>The text without them.</summary>
    public string Text { get; }

    /// <summary>What was put in for a variable.</summary>
    public string TextOf(int hole) => parts[hole].New.In(Text);

    /// <summary>The place in the original; a place inside what was put in is the whole variable's.</summary>
    public SourceSpan ToOriginal(SourceSpan span)
    {
        var start = ToOriginal(span.Start, atEnd: false);
        return new(start, span.Length == 0 ? start : Math.Max(start, ToOriginal(span.End, atEnd: true)));
    }

    /// <summary>The holes that a stretch of the new text covers or touches: the first, and how many.</summary>
    public (int First, int Count) HolesIn(SourceSpan span)
    {
        int low = 0, high = parts.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (parts[middle].New.End <= span.Start && parts[middle].New.End < span.End)
                low = middle + 1;
            else
                high = middle;
        }

        var first = low;
        while (low < parts.Count && parts[low].New.Start < span.End)
            low++;

        return (first, low - first);
    }

    int ToOriginal(int position, bool atEnd)
    {
        int low = 0, high = parts.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (parts[middle].New.Start < position || (!atEnd && parts[middle].New.Start == position && parts[middle].New.Length > 0))
                low = middle + 1;
            else
                high = middle;
        }

        if (low == 0)
            return position;

        var (added, removed) = parts[low - 1];
        if (position >= added.End && !(atEnd && position == added.End))
            return removed.End + (position - added.End);
        return atEnd ? removed.End : removed.Start;
    }
}
