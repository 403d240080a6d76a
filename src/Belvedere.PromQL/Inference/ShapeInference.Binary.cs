using static Belvedere.PromQL.LabelPresence;

namespace Belvedere.PromQL;

// Operations on two operands.
sealed partial class ShapeInference
{
    protected override ResultShape VisitBinary(BinaryExpression node, ResultShape left, ResultShape right)
    {
        var leftIsScalar = left.Type == ExpressionType.Scalar;
        var rightIsScalar = right.Type == ExpressionType.Scalar;
        return Note(node, new(
            leftIsScalar && rightIsScalar ? ExpressionType.Scalar : ExpressionType.InstantVector,
            leftIsScalar && rightIsScalar ? left.Labels
                : leftIsScalar ? LabelsBesideScalar(node, right.Labels)
                : rightIsScalar ? LabelsBesideScalar(node, left.Labels)
                : MatchedLabels(node, left.Labels, right.Labels),
            Values(node, left, right, leftIsScalar),
            leftIsScalar || rightIsScalar ? PresenceBesideScalar(node, left, right, leftIsScalar) : PresenceOfMatch(node, left, right)));
    }

    static bool DropsName(BinaryExpression node) => node.ReturnBool || (!node.Operator.IsSet() && !node.Operator.IsComparison());

    static OutputLabels LabelsBesideScalar(BinaryExpression node, OutputLabels labels) =>
        DropsName(node) ? DropName(labels, node.OperatorSpan) : labels;

    static OutputLabels MatchedLabels(BinaryExpression node, OutputLabels left, OutputLabels right)
    {
        var matching = node.Matching;
        if (HasVariable(matching))
            return OutputLabels.Weakened(node.Span);
        if (node.Operator == BinaryOperator.Or)
            return OutputLabels.Combine(left, right, (_, a, b) => Either(a, b, node.OperatorSpan));
        if (node.Operator == BinaryOperator.Unless)
            return left;

        var filled = matching is { FillLeft: not null } or { FillRight: not null };
        var many = matching?.Group == GroupSide.Right ? right : left;
        var one = matching?.Group == GroupSide.Right ? left : right;
        var oneToOne = !node.Operator.IsSet() && (matching?.Group ?? GroupSide.None) == GroupSide.None;
        var listed = Listed(matching);
        var span = matching?.Span ?? node.OperatorSpan;
        var result = OutputLabels.Combine(WithAll(many, listed), one, (label, ours, theirs) =>
        {
            var matched = IsMatched(matching, listed, label);
            if (matched)
                return filled ? Either(ours, theirs, span) : Agreed(ours, theirs, span);
            if (label == LabelMatcher.MetricName && matching?.Kind != MatchingKind.On)
                return ours;
            if (!oneToOne)
                return ours;

            return new(Excluded, matching!.Kind == MatchingKind.On ? LabelCause.NotInOn : LabelCause.InIgnoring, span);
        });

        if (matching is { Group: not GroupSide.None })
            for (var i = 0; i < matching.Include.Count; i++)
            {
                var label = matching.Include[i].Name;
                var copied = one.Of(label);
                result = result.With(label, filled ? new(Possible, LabelCause.Copied, span)
                    : copied.Presence == Guaranteed ? copied
                    : new(copied.Presence, LabelCause.Copied, span));
            }

        return DropsName(node) ? DropName(result, node.OperatorSpan) : result;
    }

    // A label of a list must have a fact of its own: what holds for the others does not hold for it.
    static OutputLabels WithAll(OutputLabels labels, HashSet<string>? listed)
    {
        if (listed is not null && listed.Count <= OutputLabels.MaximumNamed)
            foreach (var label in listed)
                labels = labels.With(label, labels.Of(label));

        return labels;
    }

    static HashSet<string>? Listed(VectorMatching? matching)
    {
        if (matching is null || matching.Labels.Count == 0)
            return null;

        var listed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < matching.Labels.Count; i++)
            listed.Add(matching.Labels[i].Name);

        return listed;
    }

    static bool IsMatched(VectorMatching? matching, HashSet<string>? listed, string? label)
    {
        var isListed = label is not null && listed is not null && listed.Contains(label);
        return matching?.Kind == MatchingKind.On ? isListed : !isListed && label != LabelMatcher.MetricName;
    }

    static bool HasVariable(VectorMatching? matching)
    {
        if (matching is null)
            return false;
        for (var i = 0; i < matching.Labels.Count; i++)
            if (matching.Labels[i].IsVariable)
                return true;
        for (var i = 0; i < matching.Include.Count; i++)
            if (matching.Include[i].IsVariable)
                return true;

        return false;
    }

    /// <summary>A label that both sides have the same value of.</summary>
    static LabelFact Agreed(LabelFact one, LabelFact other, SourceSpan span) =>
        one.Presence == other.Presence ? one
        : one.Presence == Excluded ? one
        : other.Presence == Excluded ? other
        : new(Guaranteed, LabelCause.Matched, span);

    /// <summary>A label of series that come from one side or the other.</summary>
    static LabelFact Either(LabelFact one, LabelFact other, SourceSpan span) =>
        one.Presence == other.Presence ? one : new(Possible, LabelCause.Union, span);

    static ValueRange Values(BinaryExpression node, ResultShape left, ResultShape right, bool leftIsScalar) => node.Operator switch
    {
        BinaryOperator.Or => left.Values.Or(right.Values),
        BinaryOperator.And or BinaryOperator.Unless => left.Values,
        BinaryOperator.TrimLower or BinaryOperator.TrimUpper => ValueRange.Any,
        _ when node.Matching is { FillLeft: not null } or { FillRight: not null } => ValueRange.Any,
        _ when node.ReturnBool => ValueRange.Between(0, 1),
        _ when node.Operator.IsComparison() => leftIsScalar
            ? ValueRange.Filter(Mirrored(node.Operator), right.Values, left.Values)
            : ValueRange.Filter(node.Operator, left.Values, right.Values),
        _ => ValueRange.Arithmetic(node.Operator, left.Values, right.Values),
    };

    static BinaryOperator Mirrored(BinaryOperator op) => op switch
    {
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        _ => op,
    };

    static PresenceFact PresenceBesideScalar(BinaryExpression node, ResultShape left, ResultShape right, bool leftIsScalar)
    {
        var vector = leftIsScalar ? right.Presence : left.Presence;
        if (vector.Kind == ResultPresence.Never || !node.Operator.IsComparison() || node.ReturnBool)
            return vector;

        return Filtered(node, left, right) ?? vector;
    }

    // Null where the comparison always holds.
    static PresenceFact? Filtered(BinaryExpression node, ResultShape left, ResultShape right) =>
        ValueRange.Compare(node.Operator, left.Values, right.Values) switch
        {
            true => null,
            false => new(ResultPresence.Never, $"the comparison {node.Operator.Text()} never holds for the values that its sides can have", node.OperatorSpan),
            _ => PresenceFact.Depends(node.OperatorSpan),
        };

    static PresenceFact PresenceOfMatch(BinaryExpression node, ResultShape left, ResultShape right)
    {
        var (a, b) = (left.Presence, right.Presence);
        if (node.Operator == BinaryOperator.Or)
            return a.Kind == ResultPresence.Always ? a
                : b.Kind == ResultPresence.Always ? b
                : a.Kind == ResultPresence.Never ? b
                : b.Kind == ResultPresence.Never ? a
                : a.Kind == ResultPresence.WheneverSeriesExist ? a
                : b;

        if (a.Kind == ResultPresence.Never)
            return a;
        if (node.Operator == BinaryOperator.Unless)
        {
            if (b.Kind == ResultPresence.Never)
                return a;

            // Every series matches where nothing is matched on.
            return b.Kind == ResultPresence.Always && node.Matching is { Kind: MatchingKind.On, Labels.Count: 0 }
                ? new(ResultPresence.Never, "the right side of unless always has a result, and on () matches it with everything", node.OperatorSpan)
                : PresenceFact.Depends(node.OperatorSpan);
        }

        if (node.Matching is { FillLeft: not null } or { FillRight: not null })
            return PresenceFact.Depends(node.OperatorSpan);
        if (b.Kind == ResultPresence.Never)
            return b;
        if (Contradiction(node, left.Labels, right.Labels) is { } contradiction)
            return contradiction;

        var filtered = node.Operator.IsComparison() && !node.ReturnBool ? Filtered(node, left, right) : null;
        if (filtered is { Kind: ResultPresence.Never })
            return filtered;

        var certain = a.Kind == ResultPresence.Always && b.Kind == ResultPresence.Always && MatchesEverything(node.Matching, left.Labels, right.Labels);
        if (node.Operator == BinaryOperator.And)
            return certain ? a
                : b.Kind == ResultPresence.Always && node.Matching is { Kind: MatchingKind.On, Labels.Count: 0 } ? a
                : PresenceFact.Depends(node.OperatorSpan);
        if (filtered is not null || a.Kind == ResultPresence.DependsOnData || b.Kind == ResultPresence.DependsOnData)
            return PresenceFact.Depends(node.OperatorSpan);

        return certain ? a : new(ResultPresence.WheneverSeriesExist, "nothing filters by value", node.Span);
    }

    static bool MatchesEverything(VectorMatching? matching, OutputLabels left, OutputLabels right) =>
        (left.IsEmpty && right.IsEmpty) || matching is { Kind: MatchingKind.On, Labels.Count: 0 };

    // A label that one side always has and the other never has, and that must agree.
    static PresenceFact? Contradiction(BinaryExpression node, OutputLabels left, OutputLabels right)
    {
        if (HasVariable(node.Matching))
            return null;

        PresenceFact? found = null;
        var listed = Listed(node.Matching);
        OutputLabels.Combine(WithAll(left, listed), right, (label, a, b) =>
        {
            if (label is not null
                && found is null
                && IsMatched(node.Matching, listed, label)
                && ((a.Presence == Guaranteed && b.Presence == Excluded) || (a.Presence == Excluded && b.Presence == Guaranteed)))
                found = new(
                    ResultPresence.Never,
                    $"no series can match: {(a.Presence == Guaranteed ? b : a).Explain(label)} on the {(a.Presence == Guaranteed ? "right" : "left")}, "
                        + $"while on the {(a.Presence == Guaranteed ? "left" : "right")} every series has it",
                    node.OperatorSpan);
            return a;
        });
        return found;
    }
}
