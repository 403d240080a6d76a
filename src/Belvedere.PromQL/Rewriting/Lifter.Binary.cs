namespace Belvedere.PromQL;

// Operations on two operands.
sealed partial class Lifter
{
    protected override Lifted VisitBinary(BinaryExpression node, Lifted left, Lifted right)
    {
        if (left.IsScalar && right.IsScalar)
            return Lifted.Scalar(node with { Left = left.Node, Right = right.Node });
        if (left.IsScalar)
            return right.Map(operand => node with { Left = left.Node, Right = operand });
        if (right.IsScalar)
            return left.Map(operand => node with { Left = operand, Right = right.Node });
        if (left.IsPerCluster && right.IsPerCluster)
            return Lifted.InEachCluster(Matched(node, left.Node, right.Node));
        if (!left.IsPerCluster && !right.IsPerCluster)
            return Lifted.Everywhere(
                node with { Left = left.Node, Right = right.Node },
                left.PerCluster is not null && right.PerCluster is not null ? Matched(node, left.PerCluster, right.PerCluster) : null);

        // The side that is the same everywhere stays so if the other one can be matched with it.
        if (BesideConstant(node, left.Node, right.Node, constantOnLeft: right.IsPerCluster) is { } beside)
            return Lifted.InEachCluster(beside);
        if ((left.IsPerCluster ? right.PerCluster : left.PerCluster) is { } constant)
            return Lifted.InEachCluster(left.IsPerCluster ? Matched(node, left.Node, constant) : Matched(node, constant, right.Node));

        var operand = left.IsPerCluster ? node.Right : node.Left;
        Report(
            PromLiftDiagnostics.NoCluster,
            operand.Span,
            $"this side of {node.Operator.Text()} comes from no series, so it has no {labelName} and cannot be had once per cluster",
            "Give an inventory of clusters: an expression with a series per cluster.");
        return left.IsPerCluster ? left : right;
    }

    /// <summary>Both sides have a series per cluster: they are matched within each.</summary>
    BinaryExpression Matched(BinaryExpression node, Expression left, Expression right)
    {
        var matching = node.Matching;
        if (matching is { Kind: MatchingKind.On })
        {
            var include = matching.Include;
            if (Contains(include))
            {
                // A label must not be matched on and copied at once; matched, it is the same on both sides anyway.
                Report(PromLiftDiagnostics.AlreadyMentioned, matching.Span, $"{labelName} is matched on instead of copied by the group clause");
                include = Without(include);
            }

            if (!Contains(matching.Labels) || include.Count != matching.Include.Count)
                matching = matching with
                {
                    Labels = Contains(matching.Labels) ? matching.Labels : [.. matching.Labels, labelName],
                    Include = include,
                };
        }
        else if (matching is not null && Contains(matching.Labels))
        {
            Report(PromLiftDiagnostics.AlreadyMentioned, matching.Span, $"{labelName} is taken out of ignoring, so that clusters stay apart");
            matching = matching with { Labels = Without(matching.Labels) };
        }

        return node with { Left = left, Right = right, Matching = matching };
    }

    /// <summary>
    /// One side has no cluster and may match series of all: nothing is matched on the label. Null where the result would be the
    /// constant's own, or would have other labels than in one cluster.
    /// </summary>
    BinaryExpression? BesideConstant(BinaryExpression node, Expression left, Expression right, bool constantOnLeft)
    {
        var matching = node.Matching ?? new VectorMatching();
        if (matching.FillLeft is not null || matching.FillRight is not null)
            return null;
        if (node.Operator.IsSet())
            return constantOnLeft || node.Operator == BinaryOperator.Or
                ? null
                : node with { Left = left, Right = right, Matching = IgnoringLabel(matching) };

        var many = constantOnLeft ? GroupSide.Right : GroupSide.Left;
        if (matching.Group == many)
            return node with { Left = left, Right = right, Matching = IgnoringLabel(matching) };
        if (matching.Group != GroupSide.None || !KeepsItsLabels(node, matching, constantOnLeft))
            return null;

        // One to one in each cluster is many to one over all.
        return node with { Left = left, Right = right, Matching = IgnoringLabel(matching) with { Group = many } };
    }

    VectorMatching IgnoringLabel(VectorMatching matching) =>
        matching.Kind == MatchingKind.On || Contains(matching.Labels) ? matching : matching with { Labels = [.. matching.Labels, labelName] };

    /// <summary>Whether matching one to one leaves the labels as they are on the side that has series.</summary>
    bool KeepsItsLabels(BinaryExpression node, VectorMatching matching, bool constantOnLeft)
    {
        var labels = LabelsOf(constantOnLeft ? node.Right : node.Left);
        var dropsName = node.ReturnBool || !node.Operator.IsComparison();
        if (!dropsName && labels.Survives(LabelMatcher.MetricName) && (constantOnLeft || matching.Kind == MatchingKind.On))
            return false;
        if (matching.Kind == MatchingKind.Ignoring)
            return matching.Labels.All(ignored => !ignored.IsVariable && !labels.Survives(ignored.Name));
        if (labels.IsOpen)
            return false;

        foreach (var pair in labels.Named)
            if (pair.Value.Presence != LabelPresence.Excluded
                && pair.Key != LabelMatcher.MetricName
                && !matching.Labels.Any(listed => listed.Name == pair.Key))
                return false;

        return true;
    }
}
