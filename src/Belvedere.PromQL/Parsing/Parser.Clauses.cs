namespace Belvedere.PromQL;

// The clauses of aggregations and binary operators.
sealed partial class Parser
{
    readonly List<LabelName> labels = [];

    Grouping? ParseGrouping()
    {
        if (current.Kind is not (TokenKind.By or TokenKind.Without) || recovering)
            return null;

        var start = current.Start;
        var kind = current.Kind == TokenKind.By ? GroupingKind.By : GroupingKind.Without;
        Advance();
        var names = ParseLabels();
        return new() { Kind = kind, Labels = names, Span = From(start) };
    }

    VectorMatching? ParseMatching()
    {
        if (current.Kind is not (TokenKind.On or TokenKind.Ignoring or TokenKind.Fill or TokenKind.FillLeft or TokenKind.FillRight))
            return null;

        var start = current.Start;
        var kind = current.Kind == TokenKind.On ? MatchingKind.On : MatchingKind.Ignoring;
        IReadOnlyList<LabelName> names = [], include = [];
        var group = GroupSide.None;
        if (current.Kind is TokenKind.On or TokenKind.Ignoring)
        {
            Advance();
            names = ParseLabels();
            group = current.Kind switch
            {
                TokenKind.GroupLeft => GroupSide.Left,
                TokenKind.GroupRight => GroupSide.Right,
                _ => GroupSide.None,
            };
            if (group != GroupSide.None)
            {
                Advance();
                if (current.Kind == TokenKind.LeftParenthesis)
                    include = ParseLabels();
            }
        }

        var (left, right) = ParseFill();
        return new() { Kind = kind, Labels = names, Group = group, Include = include, FillLeft = left, FillRight = right, Span = From(start) };
    }

    (double? Left, double? Right) ParseFill()
    {
        switch (current.Kind)
        {
            case TokenKind.Fill:
                Advance();
                var both = ParseFillValue();
                return (both, both);
            case TokenKind.FillLeft:
                Advance();
                var left = ParseFillValue();
                return (left, Accept(TokenKind.FillRight) ? ParseFillValue() : null);
            case TokenKind.FillRight:
                Advance();
                var right = ParseFillValue();
                return (Accept(TokenKind.FillLeft) ? ParseFillValue() : null, right);
            default:
                return (null, null);
        }
    }

    double ParseFillValue()
    {
        // The lexer makes a keyword of the word only before a parenthesis.
        Advance();
        var negative = current.Kind == TokenKind.Subtract;
        if (negative || current.Kind == TokenKind.Add)
            Advance();
        var value = double.NaN;
        if (current.Kind == TokenKind.Number)
            value = NumberOf(current);
        else if (current.Kind == TokenKind.Duration)
            value = SecondsOf(current);
        else
            Unexpected();

        if (!recovering)
            Advance();
        if (current.Kind != TokenKind.RightParenthesis)
            Unexpected();
        CloseList();
        return negative ? -value : value;
    }

    LabelName[] ParseLabels()
    {
        const string context = "grouping opts";
        if (!Accept(TokenKind.LeftParenthesis))
        {
            Unexpected(context, "\"(\"");
            if (!Insert(current.Kind == TokenKind.Identifier))
                return [];
        }

        labels.Clear();
        while (current.Kind != TokenKind.RightParenthesis)
        {
            if (!ParseLabel())
            {
                Unexpected(context, "label");
            }
            else if (current.Kind is not (TokenKind.Comma or TokenKind.RightParenthesis))
            {
                // Before another label a comma is missing, before anything else the parenthesis.
                Unexpected(context, "\",\" or \")\"");
                if (Insert(current.Kind == TokenKind.Identifier))
                    continue;
                if (Insert(current.Kind is TokenKind.LeftParenthesis or TokenKind.GroupLeft or TokenKind.GroupRight))
                    break;
            }

            RecoverInList();
            if (!Accept(TokenKind.Comma))
                break;
        }

        Accept(TokenKind.RightParenthesis);
        return labels.Count == 0 ? [] : labels.ToArray();
    }

    bool ParseLabel()
    {
        var token = current;
        if (token.Kind == TokenKind.String)
        {
            Advance();
            Require(LanguageHistory.QuotedNames, token.Span);
            var name = LiteralText.Unquote(text, token.Start, token.End);
            if (!LabelNames.IsUtf8(name) && !recovering)
                Report(PromSyntaxDiagnostics.InvalidGroupingLabel, token.Span, "invalid label name for grouping: " + GoText.Quote(name));
            labels.Add(new(name) { Span = token.Span });
            return true;
        }

        // Names with a colon are label names only where any UTF-8 is.
        if (!token.Kind.CanNameLabel() || (token.Kind == TokenKind.MetricIdentifier && !dialect.Accepts(LanguageHistory.QuotedNames)))
            return false;

        Advance();
        labels.Add(new(TextOf(token)) { Span = token.Span });
        return true;
    }
}
