namespace Belvedere.PromQL;

/// <summary>What the replacement of <c>label_replace()</c> makes. Source: <c>Expand</c> in Go's regexp.</summary>
static class Replacement
{
    public enum Kind
    {
        /// <summary>Nothing at all.</summary>
        Empty,

        /// <summary>At least one character, whatever matches.</summary>
        Literal,

        /// <summary>The first group and nothing else.</summary>
        FirstGroup,

        /// <summary>Groups whose content is not known.</summary>
        Groups,
    }

    public static Kind Parse(string text)
    {
        if (text.Length == 0)
            return Kind.Empty;
        if (text is "$1" or "${1}")
            return Kind.FirstGroup;

        for (var i = 0; i < text.Length; i++)
        {
            // A dollar that begins no name stands for itself.
            if (text[i] != '$' || i + 1 == text.Length)
                return Kind.Literal;

            var braced = text[i + 1] == '{';
            var end = braced ? i + 2 : i + 1;
            var start = end;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
                end++;
            if (end == start || (braced && (end == text.Length || text[end] != '}')))
                return Kind.Literal;
            i = braced ? end : end - 1;
        }

        return Kind.Groups;
    }
}
