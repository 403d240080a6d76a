namespace Belvedere.PromQL;

/// <summary>Keywords, in any case. Source: <c>key</c> in Prometheus' lex.go.</summary>
static class Keywords
{
    /// <summary>The keyword that a word is, or <see cref="TokenKind.Identifier"/>.</summary>
    public static TokenKind Find(string text, int start, int end)
    {
        // Length and first letter leave at most three candidates; names of metrics seldom get past this switch.
        var first = text[start] | 0x20;
        switch (end - start)
        {
            case 2:
                return first switch
                {
                    'b' when Is("by") => TokenKind.By,
                    'o' when Is("on") => TokenKind.On,
                    'o' when Is("or") => TokenKind.Or,
                    _ => TokenKind.Identifier,
                };
            case 3:
                return first switch
                {
                    'a' when Is("avg") => TokenKind.Avg,
                    'a' when Is("and") => TokenKind.And,
                    'e' when Is("end") => TokenKind.End,
                    'i' when Is("inf") => TokenKind.Number,
                    'm' when Is("max") => TokenKind.Max,
                    'm' when Is("min") => TokenKind.Min,
                    'n' when Is("nan") => TokenKind.Number,
                    's' when Is("sum") => TokenKind.Sum,
                    _ => TokenKind.Identifier,
                };
            case 4:
                return first switch
                {
                    'b' when Is("bool") => TokenKind.Bool,
                    'f' when Is("fill") => TokenKind.Fill,
                    's' when Is("step") => TokenKind.Step,
                    't' when Is("topk") => TokenKind.TopK,
                    _ => TokenKind.Identifier,
                };
            case 5:
                return first switch
                {
                    'a' when Is("atan2") => TokenKind.Atan2,
                    'c' when Is("count") => TokenKind.Count,
                    'g' when Is("group") => TokenKind.Group,
                    'r' when Is("range") => TokenKind.Range,
                    's' when Is("start") => TokenKind.Start,
                    _ => TokenKind.Identifier,
                };
            case 6:
                return first switch
                {
                    'l' when Is("limitk") => TokenKind.LimitK,
                    'm' when Is("max_of") => TokenKind.MaxOf,
                    'm' when Is("min_of") => TokenKind.MinOf,
                    'o' when Is("offset") => TokenKind.Offset,
                    's' when Is("stddev") => TokenKind.StdDev,
                    's' when Is("stdvar") => TokenKind.StdVar,
                    'u' when Is("unless") => TokenKind.Unless,
                    _ => TokenKind.Identifier,
                };
            case 7:
                return first switch
                {
                    'b' when Is("bottomk") => TokenKind.BottomK,
                    'w' when Is("without") => TokenKind.Without,
                    _ => TokenKind.Identifier,
                };
            case 8:
                return first switch
                {
                    'a' when Is("anchored") => TokenKind.Anchored,
                    'i' when Is("ignoring") => TokenKind.Ignoring,
                    'q' when Is("quantile") => TokenKind.Quantile,
                    's' when Is("smoothed") => TokenKind.Smoothed,
                    _ => TokenKind.Identifier,
                };
            case 9:
                return Is("fill_left") ? TokenKind.FillLeft : TokenKind.Identifier;
            case 10:
                return first switch
                {
                    'f' when Is("fill_right") => TokenKind.FillRight,
                    'g' when Is("group_left") => TokenKind.GroupLeft,
                    _ => TokenKind.Identifier,
                };
            case 11:
                return first switch
                {
                    'g' when Is("group_right") => TokenKind.GroupRight,
                    'l' when Is("limit_ratio") => TokenKind.LimitRatio,
                    _ => TokenKind.Identifier,
                };
            case 12:
                return Is("count_values") ? TokenKind.CountValues : TokenKind.Identifier;
            default:
                return TokenKind.Identifier;
        }

        bool Is(string keyword) => EqualsIgnoringCase(text, start, keyword);
    }

    /// <summary>Whether a keyword in lower case stands at a place, in any case.</summary>
    public static bool EqualsIgnoringCase(string text, int start, string keyword)
    {
        for (var i = 0; i < keyword.Length; i++)
        {
            var expected = keyword[i];
            var actual = text[start + i];
            if (actual != expected && !(expected is >= 'a' and <= 'z' && (actual | 0x20) == expected))
                return false;
        }

        return true;
    }
}
