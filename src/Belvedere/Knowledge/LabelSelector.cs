namespace Belvedere.Knowledge;

/// <summary>
/// A selector over labels as kubectl writes it: <c>a=b</c>, <c>a!=b</c>, <c>a in (b,c)</c>, <c>a notin (b)</c>, <c>a</c>,
/// <c>!a</c>, joined by commas; <c>*</c> selects everything.
/// </summary>
sealed class LabelSelector
{
    readonly Requirement[] requirements;

    LabelSelector(string text)
    {
        Text = text;
        requirements = text == "*" ? [] : [.. Parts(text).Select(Requirement.Parse)];
    }

    /// <summary>The selector as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a selector of a knowledge table.</summary>
    public static LabelSelector Parse(string text) => new(text);

    /// <summary>Whether it selects an object with these labels.</summary>
    public bool Matches(IReadOnlyDictionary<string, string> labels)
    {
        foreach (var requirement in requirements)
            if (!requirement.Matches(labels.GetValueOrDefault(requirement.Label)))
                return false;
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Commas inside parentheses separate values, not requirements.
    static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[i] != ',' || depth > 0)
                continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }

        if (start < text.Length)
            yield return text[start..].Trim();
    }

    readonly record struct Requirement(string Label, bool Negated, string[]? Values)
    {
        // As in Kubernetes, an object without the label satisfies "notin" and "!=".
        public bool Matches(string? value) => (Values is null ? value is not null : value is not null && Values.Contains(value)) != Negated;

        public static Requirement Parse(string text)
        {
            if (text.EndsWith(')'))
            {
                var open = text.IndexOf('(');
                var words = text[..open].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                return new Requirement(words[0], words[1] == "notin", text[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries));
            }

            var equals = text.IndexOf('=');
            if (equals < 0)
                return new Requirement(text.TrimStart('!'), text.StartsWith('!'), null);
            var negated = text[equals - 1] == '!';
            return new Requirement(text[..(negated ? equals - 1 : equals)].Trim(), negated, [text[(equals + 1)..].TrimStart('=').Trim()]);
        }
    }
}
