namespace Belvedere.PromQL;

/// <summary>
/// Lifts from the leaves up. Every part of the expression either has one result per cluster, told apart by the label, or the same
/// result everywhere (numbers, <c>vector(1)</c>, <c>hour()</c>). Matching the two needs care, and an inventory of clusters can
/// turn the second kind into the first.
/// </summary>
sealed partial class Lifter(Expression root, string label, Expression? inventory) : ExpressionVisitor<Lifted>
{
    readonly List<PromDiagnostic> findings = [];
    readonly LabelName labelName = new(label);

    // Needed for few expressions, so inferred when first asked for.
    Dictionary<Expression, ResultShape>? shapes;

    public LiftResult Lift()
    {
        var lifted = Visit(root);
        var expression = lifted.IsPerCluster ? lifted.Node : lifted.PerCluster;
        if (expression is null)
            Report(
                PromLiftDiagnostics.NothingPerCluster,
                root.Span,
                "the result is the same for all clusters and has no " + labelName,
                root.Type == ExpressionType.Scalar ? null : "Give an inventory of clusters to have it once per cluster.");

        for (var i = 0; i < findings.Count; i++)
            if (findings[i].IsError)
                return new(null, findings);

        return new(expression, findings);
    }

    protected override Lifted VisitNumber(NumberLiteral node) => Lifted.Scalar(node);

    protected override Lifted VisitString(StringLiteral node) => Lifted.Everywhere(node);

    protected override Lifted VisitError(ErrorExpression node) => Lifted.InEachCluster(node);

    protected override Lifted VisitVectorSelector(VectorSelector node)
    {
        for (var i = 0; i < node.Matchers.Count; i++)
            if (node.Matchers[i].Name == label)
                Report(PromLiftDiagnostics.AlreadyMentioned, node.Matchers[i].Span, $"the selector already chooses by {labelName}; it is left as it is");

        return Lifted.InEachCluster(node);
    }

    protected override Lifted VisitRangeSelector(RangeSelector node, Lifted selector) => Lifted.InEachCluster(node);

    protected override Lifted VisitSubquery(Subquery node, Lifted operand) => operand.Map(inner => node with { Operand = inner });

    protected override Lifted VisitUnary(UnaryExpression node, Lifted operand) => operand.Map(inner => node with { Operand = inner });

    protected override Lifted VisitParentheses(Parentheses node, Lifted inner) => inner.Map(content => node with { Inner = content });

    protected override Lifted VisitAggregation(Aggregation node, Lifted parameter, Lifted operand)
    {
        if (node.Operator is AggregationOperator.LimitK or AggregationOperator.LimitRatio && node.Variable is null && operand.IsPerCluster)
            Report(
                PromLiftDiagnostics.Sampling,
                node.OperatorSpan,
                $"{node.Operator.Text()} picks series by their labels and order, so over many clusters it picks others than in each alone",
                "Use topk or bottomk, which the lift groups by cluster.");
        if (node.Operator == AggregationOperator.CountValues && (node.Parameter?.WithoutParentheses() as StringLiteral)?.Value == label)
            ReportTaken(node.Parameter!.Span, "count_values writes");

        var changed = node.Parameter is null ? node : node with { Parameter = parameter.Node };
        return operand.Map(
            everywhere: inner => changed with { Operand = inner },
            perCluster: inner => changed with { Operand = inner, Grouping = Grouped(node.Grouping) });
    }

    Grouping? Grouped(Grouping? grouping)
    {
        switch (grouping)
        {
            case null:
                return new() { Kind = GroupingKind.By, Labels = [labelName] };
            case { Kind: GroupingKind.By }:
                return Contains(grouping.Labels) ? grouping : grouping with { Labels = [.. grouping.Labels, labelName] };
            default:
                if (!Contains(grouping.Labels))
                    return grouping;
                Report(PromLiftDiagnostics.AlreadyMentioned, grouping.Span, $"{labelName} is taken out of without, so that clusters stay apart");
                return grouping with { Labels = Without(grouping.Labels) };
        }
    }

    bool Contains(IReadOnlyList<LabelName> labels)
    {
        for (var i = 0; i < labels.Count; i++)
            if (labels[i].Name == label)
                return true;

        return false;
    }

    LabelName[] Without(IReadOnlyList<LabelName> labels) => [.. labels.Where(other => other.Name != label)];

    OutputLabels LabelsOf(Expression original) => (shapes ??= ShapeInference.Infer(root))[original].Labels;

    void ReportTaken(SourceSpan span, string who) =>
        Report(PromLiftDiagnostics.LabelTaken, span, $"{who} {labelName}, which is to tell clusters apart", "Use another label here.");

    void Report(PromDiagnosticDescriptor descriptor, SourceSpan span, string message, string? hint = null)
    {
        // The same part may be lifted twice, once for all clusters and once for each.
        var finding = new PromDiagnostic(descriptor, span, message, hint);
        for (var i = Math.Max(0, findings.Count - 2); i < findings.Count; i++)
            if (findings[i].Descriptor == descriptor && findings[i].Span == span)
                return;

        findings.Add(finding);
    }
}

/// <summary>A lifted part of an expression.</summary>
/// <param name="Node">The part: one result per cluster, or one for all of them.</param>
/// <param name="IsPerCluster">Whether it has a result per cluster.</param>
/// <param name="PerCluster">Where it has not: the part with a result per cluster, if an inventory makes that possible.</param>
readonly record struct Lifted(Expression Node, bool IsPerCluster, Expression? PerCluster)
{
    /// <summary>Whether the part is a number, which has no labels at all.</summary>
    public bool IsScalar { get; init; }

    public static Lifted Scalar(Expression node) => new(node, false, null) { IsScalar = true };

    public static Lifted InEachCluster(Expression node) => new(node, true, null);

    public static Lifted Everywhere(Expression node, Expression? perCluster = null) => new(node, false, perCluster);

    public Lifted Map(Func<Expression, Expression> change) => Map(change, change);

    public Lifted Map(Func<Expression, Expression> everywhere, Func<Expression, Expression> perCluster) =>
        IsScalar ? Scalar(everywhere(Node))
        : IsPerCluster ? InEachCluster(perCluster(Node))
        : Everywhere(everywhere(Node), PerCluster is null ? null : perCluster(PerCluster));
}
