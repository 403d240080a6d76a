namespace Belvedere;

/// <summary>The names that Kubernetes and DNS take.</summary>
static class DnsName
{
    /// <summary>The longest DNS label, and the longest value of a Kubernetes label.</summary>
    public const int LongestLabel = 63;

    /// <summary>Why a text is no DNS label (RFC 1123), as a clause for a message; null when it is one.</summary>
    public static string? LabelProblem(string text) => text switch
    {
        "" => "it is empty",
        { Length: > LongestLabel } => $"it has {text.Length} characters, and a DNS label has at most {LongestLabel}",
        _ when text.AsSpan().IndexOfAnyExcept(Characters) is var at and >= 0 => $"it holds {Show(text[at])}, and a DNS label holds only a-z, 0-9 and -",
        _ when text[0] == '-' || text[^1] == '-' => "a DNS label begins and ends with a letter or a digit",
        _ => null,
    };

    /// <summary>Why a text is no host name of two or more labels, as a clause for a message; null when it is one.</summary>
    public static string? HostProblem(string text)
    {
        if (text.Length > 253)
            return $"it has {text.Length} characters, and a host name has at most 253";
        if (text.Contains("://", StringComparison.Ordinal) || text.Contains('/') || text.Contains(':'))
            return "a host name has no scheme, port or path";
        if (!text.Contains('.'))
            return "it has no dot, and managed clusters reach the hub by a full host name";

        foreach (var label in text.Split('.'))
            if (LabelProblem(label) is { } problem)
                return $"its part '{label}' is no DNS label: {problem}";
        return null;
    }

    static readonly System.Buffers.SearchValues<char> Characters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    static string Show(char character) => char.IsControl(character) || char.IsSurrogate(character) || character > 0x7e
        ? FormattableString.Invariant($"U+{(int)character:X4}")
        : $"'{character}'";
}
