namespace Belvedere.PromQL;

/// <summary>
/// A place where a text refers to a dashboard's variable: <c>$name</c>, <c>${name}</c>, <c>${name:format}</c>,
/// <c>${name.field}</c>, <c>[[name]]</c> or <c>[[name:format]]</c>. Source: Grafana's documentation, "Variable syntax".
/// </summary>
public readonly record struct TemplateVariable
{
    // Longer formats and fields are none; without a bound, text that opens many braces would be read again and again.
    const int MaximumPart = 256;

    /// <summary>The variable's name, such as <c>cluster</c> or <c>__rate_interval</c>.</summary>
    public string Name { get; private init; }

    /// <summary>A part of the variable's value, as in <c>${name.text}</c>; null where there is none.</summary>
    public string? Field { get; private init; }

    /// <summary>How the value is written, such as <c>regex</c> or <c>csv</c>; null where nothing is said.</summary>
    public string? Format { get; private init; }

    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; private init; }

    /// <summary>Whether the variable is one of Grafana's own: its name begins with two underscores.</summary>
    public bool IsBuiltIn => Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Whether the variable stands for a length of time.</summary>
    internal bool IsDuration => Name is "__interval" or "__rate_interval" or "__range" or "__auto" || Name.StartsWith("__auto_interval", StringComparison.Ordinal);

    /// <summary>Whether the variable stands for a number.</summary>
    internal bool IsNumber => Name is "__interval_ms" or "__range_s" or "__range_ms" or "__from" or "__to";

    /// <summary>All variables of a text, in its order.</summary>
    public static IReadOnlyList<TemplateVariable> FindAll(string text)
    {
        var found = new List<TemplateVariable>();
        for (var i = 0; i + 1 < text.Length; i++)
            if (text[i] is '$' or '[' && At(text, i) is { } variable)
            {
                found.Add(variable);
                i = variable.Span.End - 1;
            }

        return found;
    }

    /// <summary>Whether a text refers to a variable.</summary>
    public static bool IsIn(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
            if (text[i] is '$' or '[' && At(text, i) is not null)
                return true;

        return false;
    }

    /// <summary>The variable that begins at a place; null where none does.</summary>
    internal static TemplateVariable? At(string text, int start)
    {
        if (start + 1 >= text.Length)
            return null;
        if (text[start] == '[')
            return text[start + 1] == '[' ? InBrackets(text, start) : null;
        if (text[start] != '$')
            return null;
        if (text[start + 1] == '{')
            return InBraces(text, start);

        var end = EndOfWord(text, start + 1);
        return end == start + 1 ? null : new TemplateVariable { Name = text.Substring(start + 1, end - start - 1), Span = new(start, end) };
    }

    static TemplateVariable? InBrackets(string text, int start)
    {
        var end = EndOfWord(text, start + 2);
        if (end == start + 2)
            return null;

        var name = text.Substring(start + 2, end - start - 2);
        string? format = null;
        if (end < text.Length && text[end] == ':')
        {
            var formatEnd = EndOfWord(text, end + 1);
            format = text.Substring(end + 1, formatEnd - end - 1);
            end = formatEnd;
        }

        return end + 1 < text.Length && text[end] == ']' && text[end + 1] == ']'
            ? new TemplateVariable { Name = name, Format = format, Span = new(start, end + 2) }
            : null;
    }

    static TemplateVariable? InBraces(string text, int start)
    {
        var end = EndOfWord(text, start + 2);
        if (end == start + 2)
            return null;

        var name = text.Substring(start + 2, end - start - 2);
        string? field = null, format = null;
        if (end < text.Length && text[end] == '.')
        {
            var fieldEnd = end + 1;
            while (fieldEnd < text.Length && fieldEnd - end < MaximumPart && text[fieldEnd] is not (':' or '}'))
                fieldEnd++;
            field = text.Substring(end + 1, fieldEnd - end - 1);
            end = fieldEnd;
        }

        if (end < text.Length && text[end] == ':')
        {
            var formatEnd = text.IndexOf('}', end, Math.Min(MaximumPart, text.Length - end));
            if (formatEnd < 0)
                return null;
            format = text.Substring(end + 1, formatEnd - end - 1);
            end = formatEnd;
        }

        return end < text.Length && text[end] == '}'
            ? new TemplateVariable { Name = name, Field = field, Format = format, Span = new(start, end + 1) }
            : null;
    }

    // A name begins with no digit: "$1" is a group of label_replace().
    static int EndOfWord(string text, int start)
    {
        var end = start;
        if (end < text.Length && text[end] is >= '0' and <= '9')
            return end;
        while (end < text.Length && text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
            end++;

        return end;
    }
}
