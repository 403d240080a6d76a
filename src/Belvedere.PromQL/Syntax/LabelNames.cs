namespace Belvedere.PromQL;

/// <summary>Which texts are label names. Source: Prometheus' <c>common/model</c>.</summary>
public static class LabelNames
{
    /// <summary>Whether a name may be written without quotes: a letter or underscore, then letters, digits and underscores.</summary>
    public static bool IsPlain(string name)
    {
        if (name.Length == 0 || name[0] is >= '0' and <= '9')
            return false;
        foreach (var c in name)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
                return false;

        return true;
    }

    /// <summary>Whether a name is one where any UTF-8 is allowed (since Prometheus 3.0): it is not empty and holds no half of a pair.</summary>
    public static bool IsUtf8(string name) => name.Length > 0 && IsValidText(name);

    /// <summary>Whether a text has no lone surrogates, which stand for bytes that are not UTF-8.</summary>
    internal static bool IsValidText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
