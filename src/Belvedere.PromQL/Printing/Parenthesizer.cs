namespace Belvedere.PromQL;

/// <summary>
/// Puts parentheses where the text of a tree would otherwise mean another tree. Parsed trees have theirs; trees that were built
/// or rewritten may lack some.
/// </summary>
sealed class Parenthesizer : ExpressionRewriter
{
    public static bool IsNeededLeft(BinaryExpression node) => node.Left switch
    {
        BinaryExpression left => left.Operator.Precedence() < node.Operator.Precedence()
            || (left.Operator.Precedence() == node.Operator.Precedence() && node.Operator.IsRightAssociative()),
        UnaryExpression or NumberLiteral { Value: < 0 } => node.Operator == BinaryOperator.Power,
        _ => false,
    };

    public static bool IsNeededRight(BinaryExpression node) =>
        node.Right is BinaryExpression right
        && (right.Operator.Precedence() < node.Operator.Precedence()
            || (right.Operator.Precedence() == node.Operator.Precedence() && !node.Operator.IsRightAssociative()));

    // A sign before a number would become part of it.
    public static bool IsNeeded(UnaryExpression node) =>
        node.Operand is NumberLiteral || (node.Operand is BinaryExpression operand && operand.Operator.Precedence() <= BinaryOperators.SignPrecedence);

    public static bool IsNeeded(Subquery node) => node.Operand is BinaryExpression or UnaryExpression or NumberLiteral { Value: < 0 };

    protected override Expression RewriteBinary(BinaryExpression node)
    {
        if (IsNeededLeft(node))
            node = node with { Left = new Parentheses { Inner = node.Left } };
        return IsNeededRight(node) ? node with { Right = new Parentheses { Inner = node.Right } } : node;
    }

    protected override Expression RewriteUnary(UnaryExpression node) =>
        IsNeeded(node) ? node with { Operand = new Parentheses { Inner = node.Operand } } : node;

    protected override Expression RewriteSubquery(Subquery node) =>
        IsNeeded(node) ? node with { Operand = new Parentheses { Inner = node.Operand } } : node;
}
